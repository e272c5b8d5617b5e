package script

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestRandomLayouts writes sound scripts as nobody would: keys in any order,
// comments and blank lines anywhere, any indentation and any marks around
// evidence. The canonical form is the same but for the comments.
func TestRandomLayouts(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	texts := map[string][]byte{"everything": []byte(everything(t)), "small": []byte(small), "tiny": []byte(tiny)}
	for name, src := range scripts(t) {
		if len(src) < 20_000 {
			texts[name] = src
		}
	}
	for name, src := range texts {
		canonical := formats(t, src)
		bare := withoutComments(string(canonical))
		for range 8 {
			wild := scatter(rng, string(canonical))
			out := formats(t, []byte(wild))
			if out == nil {
				_, found := Parse(name, []byte(wild))
				t.Fatalf("%s: in another layout it has errors: %v\n%s", name, found, wild)
			}
			roundTrips(t, []byte(wild))
			if got := withoutComments(string(out)); got != bare {
				t.Fatalf("%s: got\n%s\nwant\n%s\nfrom\n%s", name, got, bare, wild)
			}
		}
	}
}

// withoutComments takes the comments and blank lines out.
func withoutComments(text string) string {
	var kept []string
	for _, l := range strings.Split(text, "\n") {
		if s := strings.TrimSpace(l); s != "" && s[0] != '#' {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n")
}

// scatter shuffles the keys of each part of a canonical script and spoils its
// layout.
func scatter(rng *rand.Rand, text string) string {
	var out []string
	var run []string // keys that may stand in any order
	flush := func() {
		rng.Shuffle(len(run), func(i, j int) { run[i], run[j] = run[j], run[i] })
		out = append(out, run...)
		run = nil
	}
	file := false
	for _, l := range strings.Split(strings.TrimSpace(text), "\n") {
		word, _, isKey := strings.Cut(strings.TrimSpace(l), ":")
		switch {
		case strings.TrimSpace(l) == "":
		case isKey && isName(word) && !file && word != "means":
			run = append(run, l)
		default:
			flush()
			out = append(out, l)
			file = l == "FILE" || file && strings.HasPrefix(l, "  ")
		}
	}
	flush()
	var b strings.Builder
	for i, l := range out {
		for rng.IntN(4) == 0 {
			b.WriteString([]string{"\n", " \t\n", "#\n", "  # so: it is\n", "\t#\tsay \"so\" \n"}[rng.IntN(5)])
		}
		l = strings.TrimSpace(l)
		if key, value, ok := strings.Cut(l, ": "); ok && (key == "says" || key == "shows") && rng.IntN(2) == 0 {
			l = key + " :  " + strings.ReplaceAll(value, `", `, "”  ,")
		}
		b.WriteString([]string{"", "  ", "\t", " \t "}[rng.IntN(4)] + l)
		if i < len(out)-1 || rng.IntN(2) == 0 {
			b.WriteString([]string{"\n", "\r\n", " \n", "\r"}[rng.IntN(4)])
		}
	}
	return b.String()
}

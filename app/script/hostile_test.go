package script

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// allocated is how many bytes work allocates in all, those it gives back
// included: what it needs at once is less.
func allocated(work func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// What may be allocated for each byte of a file, and for a file of no bytes.
const (
	perByte = 800
	spare   = 16 << 20
)

// bounded fails when work on so many bytes allocates out of all proportion.
func bounded(t *testing.T, size int, work func()) {
	t.Helper()
	if n := allocated(work); n > perByte*uint64(size)+spare {
		t.Errorf("for a file of %d bytes %d are allocated", size, n)
	} else {
		t.Logf("%d bytes, %.0f allocated for each", size, float64(n)/float64(size))
	}
}

func times(n int, part string) string { return strings.Repeat(part, n) }

// numbered writes a part n times, with its number for every %d.
func numbered(n int, part string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(part, "%d", fmt.Sprint(i)))
	}
	return b.String()
}

const (
	million   = 1_000_000
	manyOf    = 30_000
	fragmentF = "FRAGMENT f\n== in\nCALLER: a\n> b\nid: b\ngo: return\n"
)

// hostile are files that nobody writes by hand. In each the first of a pair of
// texts of the script tiny is replaced by the second; the whole file is then
// told the one problem, or as many as are said.
var hostile = []struct {
	name, code string
	most       int
	edits      []string
}{
	{"a million blank lines", EmptyFile, 1, []string{tiny, times(million, "\n")}},
	{"a million comments", EmptyFile, 1, []string{tiny, times(million, "# x\n")}},
	{"a million lines of nothing", StrayText, maxProblems + 1, []string{tiny, times(million, "xx yy\n")}},
	{"strange keys", UnknownKey, maxProblems + 1, []string{tiny, times(manyOf, "ab: c\n")}},
	{"headings", UnknownHeading, maxProblems + 1, []string{"CALL first\n", times(manyOf, "CALL frist\n")}},
	{"replies of nothing", ReplyWithoutGo, 2*maxProblems + 1, []string{"go: z\n", "go: z\n" + times(manyOf, ">y\n")}},
	{"lines under nothing", OutsideBeat, 1, []string{"CALL first\n", "CALL first\n" + times(manyOf, "CALLER:x\n")}},
	{"beats of one name", TwiceNamed, 2*maxProblems + 1, []string{"== z\n", times(manyOf, "== z\nending: e\n== z\n")}},
	{"concerns of one name", TwiceNamed, maxProblems + 1, []string{"stated s: S\n", times(manyOf, "stated s:S\n")}},
	{"a file of 50 MB in one line", TooBig, 1, []string{"title: t", "title: " + times(50*million, "x")}},
	{"lines of 3 MB", TooLong, 3, []string{"title: t", "title: " + times(3*million, "x"), "kind: k", "kind: " + times(3*million, "x"), "CALLER: a", "CALLER: " + times(3*million, "a")}},
	{"a list of a million names", TooMany, 1, []string{"== a\n", "== a\nwants: a" + numbered(maxItems, ", a%d") + times(500_000, ",a") + "\n"}},
	{"a list of a million commas", TooMany, 1, []string{"== a\n", "== a\nwants: a" + times(million, ",") + "\n"}},
	{"a condition of a million words", TooMany, 1, []string{"id: b\n", "id: b\nif: given" + times(80_000, " and given") + "\n"}},
	{"a hundred thousand facts", TooMany, 1, []string{"CALLER: a\n", "CALLER: a\nsays: " + times(70_000, `detail "a", `) + `detail "a"` + "\n"}},
	{"a million marks", EvidenceNotFound, 1, []string{"CALLER: a\n", "CALLER: a\nsays: detail " + times(million, `"`) + "\n"}},
	{"an idiom of a million marks", EvidenceNotFound, 1, []string{"CALLER: a\n", "CALLER: a\nmeans: " + times(million, `"`) + "\n"}},
	{"an idiom without end", EvidenceNotFound, 1, []string{"CALLER: a\n", `CALLER: a` + "\n" + `means: "b` + times(500_000, `" `) + "\n"}},
	{"long conditions under many lines", BadCondition, maxProblems + 1, []string{"CALLER: a\n", times(300, "CALLER: a\nwhen: "+times(60, "not found s and ")+"\n") + "CALLER: a\n"}},
	{"long lists at many beats", TooMany, maxProblems + 1, []string{"== z\n", times(300, "== y\nwants: "+times(1000, "a, ")+"\nending: e\n") + "== z\n"}},
	{"open marks under many lines", EvidenceNotFound, maxProblems + 1, []string{"CALLER: a\n", times(300, "CALLER: a\nsays: want s \""+times(1000, `a", want `)+"\n") + "CALLER: a\n"}},
	{"a giant name", BadName, 1, []string{"id: b\n", "id: " + times(million, "a") + "\n"}},
	{"a giant key", UnknownKey, 1, []string{"title: t", "title: t\n" + times(million, "a") + ": b"}},
	{"a giant number", OutOfRange, 1, []string{"difficulty: 1", "difficulty: " + times(million, "9")}},
	{"names that nobody has", UnknownBeat, 2, []string{"go: z\n", "go: z\n" + numbered(manyOf, ">y\nid: y%d\ngo: zz\n")}},
	{"a thousand fragments within one another", FragmentDepth, 1, []string{
		"go: z\n", "go: f0\nthen: z\n", "ending: e\n", "ending: e\n" + numbered(1000, "FRAGMENT f%d\n== b%d\nCALLER: a\n> b\nid: b\ngo: f%d+\nthen: return\n") + "FRAGMENT f1000\n== in\nCALLER: a\n> b\nid: b\ngo: return\n",
	}},
	{"a fragment that leads into itself", FragmentLoop, 1, []string{"go: z\n", "go: f\nthen: z\n", "ending: e\n", "ending: e\n" + fragmentF + "> c\nid: c\ngo: f\nthen: in\n"}},
	{"a circle of a thousand fragments", FragmentLoop, 1, []string{
		"go: z\n", "go: f0\nthen: z\n", "ending: e\n", "ending: e\n" + numbered(1000, "FRAGMENT f%d\n== b%d\nCALLER: a\n> b\nid: b\ngo: f%d+\nthen: return\n") + "FRAGMENT f1000\n== in\nCALLER: a\n> b\nid: b\ngo: f0\nthen: return\n",
	}},
	{"a fragment of many replies in many places", FragmentSize, 1, []string{
		"go: z\n", "go: f\nthen: z\n", "== z\n", numbered(5000, "== p%d\nCALLER: a\n> b\nid: b\ngo: f\nthen: p%d\n") + "== z\n", "ending: e\n", "ending: e\n" + fragmentF + numbered(5000, "> c\nid: c%d\ngo: return\n"),
	}},
	{"a fragment of many lines in many places", FragmentSize, 1, []string{
		"go: z\n", "go: f\nthen: z\n", "== z\n", numbered(5000, "== p%d\nCALLER: a\n> b\nid: b\ngo: f\nthen: p%d\n") + "== z\n", "ending: e\n", "ending: e\n" + strings.Replace(fragmentF, "CALLER: a\n", times(5000, "CALLER: a\n"), 1),
	}},
	{"eight variants of a large file", UnknownBeat, 2, []string{"language: en", "language: en\nvariants: a, b, c, d, e, f, g, h", "go: z\n", "go: z\nonly: a\n" + numbered(manyOf, ">y\nid: y%d\ngo: z\n") + ">x\nid: x\nonly: b, c\ngo: nowhere\n"}},
	{"nine variants", TooMany, 2, []string{"language: en", "language: en\nvariants: a, b, c, d, e, f, g, h, i", "id: b\n", "id: b\nonly: a\n> c\nid: c\nonly: b\ngo: z\n> d\nid: d\nonly: c\ngo: z\n> e\nid: e\nonly: d\ngo: z\n> f\nid: f\nonly: e\ngo: z\n> g\nid: g\nonly: f\ngo: z\n> h\nid: h\nonly: g\ngo: z\n> i\nid: i\nonly: h\n"}},
}

// TestHostileFiles: what is wrong is said in few words, and no file takes more
// memory than in proportion to its size.
func TestHostileFiles(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			src := tiny
			for i := 0; i < len(h.edits); i += 2 {
				if !strings.Contains(src, h.edits[i]) {
					t.Fatalf("there is no %q", h.edits[i])
				}
				src = strings.Replace(src, h.edits[i], h.edits[i+1], 1)
			}
			for i := range 1000 { // the fragment after this one
				if src == "" || !strings.Contains(src, "+") {
					break
				}
				src = strings.Replace(src, fmt.Sprintf("go: f%d+\n", i), fmt.Sprintf("go: f%d\n", i+1), 1)
			}
			file := []byte(src)
			var found []Diagnostic
			bounded(t, len(file), func() { _, found = Format("x.call", file) })
			i := slices.IndexFunc(found, func(d Diagnostic) bool { return !d.Warning })
			if i < 0 || found[i].Code != h.code || len(found) > h.most {
				text := found[max(i, 0)].String()
				t.Errorf("%d problems; the first: %s", len(found), text[:min(300, len(text))])
			}
			for _, d := range found {
				if len(d.Message) > 600 {
					t.Errorf("a message of %d bytes", len(d.Message))
				}
			}
		})
	}
}

// TestLargeScripts: what is large and sound is formatted, and goes through
// JSON, in proportion to its size.
func TestLargeScripts(t *testing.T) {
	for name, edits := range map[string][]string{
		"replies":        {"go: z\n", "go: z\n" + numbered(20_000, ">y\nid: y%d\ngo: z\n")},
		"beats":          {"== z\n", numbered(10_000, "== p%d\nCALLER: a\n> b\nid: b\ngo: z\n") + "== z\n"},
		"comments":       {"title: t", times(manyOf, "# x\n\n") + "title: t"},
		"papers":         {"CALLER c\n", "FILE\n" + times(20_000, "note: x\n") + "CALLER c\n"},
		"a long line":    {"CALLER: a", "CALLER: " + times(million, "a")},
		"eight variants": {"language: en", "language: en\nvariants: a, b, c, d, e, f, g, h", "go: z\n", "go: z\n" + numbered(10_000, ">y\nid: y%d\nonly: a, b\ngo: z\n")},
		"many fragments": {"go: z\n", "go: f\nthen: z\n", "== z\n", numbered(5_000, "== p%d\nCALLER: a\n> b\nid: b\ngo: f\nthen: p%d\n") + "== z\n", "ending: e\n", "ending: e\n" + fragmentF},
	} {
		t.Run(name, func(t *testing.T) {
			src := tiny
			for i := 0; i < len(edits); i += 2 {
				src = strings.Replace(src, edits[i], edits[i+1], 1)
			}
			file := []byte(src)
			bounded(t, len(file), func() {
				if formats := func() []byte { out, _ := Format("x.call", file); return out }(); formats == nil {
					t.Error("it has errors")
				}
			})
			d, _ := Read("x.call", file)
			form := d.JSON()
			bounded(t, len(form), func() {
				if back, problems := FromJSON(form); back == nil {
					t.Error(problems[0])
				}
			})
		})
	}
}

// TestHostileJSON: the same of the JSON form.
func TestHostileJSON(t *testing.T) {
	d, _ := Read("x.call", []byte(tiny))
	form := string(d.JSON())
	for name, edits := range map[string][]string{
		"a million brackets":        {form, times(million, "[")},
		"many braces":               {form, times(million/4, `{"a":`)},
		"a million brackets within": {`"title": "t"`, `"title": ` + times(million, "[") + times(million, "]")},
		"many values of nothing":    {`"version"`, `"x": [0` + times(million/4, ",0") + `], "version"`},
		"a million empty beats":     {`"beats": [`, `"beats": [` + times(million, "{},")},
		"a million zeros for beats": {`"beats": [`, `"beats": [` + times(million, "0,")},
		"a million strange fields":  {`"version"`, times(million, `"x":0,`) + `"version"`},
		"a million fields twice":    {`"version"`, times(million, `"version":1,`) + `"version"`},
		"a field with a giant name": {`"version"`, `"` + times(10*million, "x") + `": 0, "version"`},
		"a giant text":              {`"title": "t"`, `"title": "` + times(10*million, "x") + `"`},
		"a giant number":            {`"difficulty": 1`, `"difficulty": ` + times(million, "9")},
		"many comments":             {`"version"`, `"comments": {` + numbered(manyOf, `"k%d":["#"],`) + `"k":["#"]}, "version"`},
		"a million slashes":         {`"title": "t"`, `"title": "` + times(million, `\\`) + `\ud800"`},
		"a file that is too big":    {form, times(MaxJSON+1, " ")},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(form, edits[0]) {
				t.Fatalf("there is no %q in\n%s", edits[0], form)
			}
			src := []byte(strings.Replace(form, edits[0], edits[1], 1))
			bounded(t, len(src), func() {
				d, problems := FromJSON(src)
				if d != nil || len(problems) == 0 || len(problems) > maxJSONProblems {
					t.Errorf("%d problems", len(problems))
				}
				for _, p := range problems {
					if len(p.String()) > 1000 {
						t.Errorf("a problem of %d bytes: %s", len(p.String()), p.String()[:200])
					}
				}
			})
		})
	}
}

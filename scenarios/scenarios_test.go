package scenarios_test

import (
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"keepcool/app/rubric"
	"keepcool/app/script"
	"keepcool/scenarios"
)

// starting are the behaviours every rubric of ours has, by key; a star marks
// a critical fault. The rubric may hold more.
var starting = map[rubric.Key]struct{ strengths, faults string }{
	rubric.Cool: {
		"greet-warmly let-vent acknowledge-feeling own-it apologise thank look-for-a-way-together pause step-in-kindly hold-with-manners hold-the-line",
		"argue* belittle* blame-caller blame-colleague order-calm cut-in sarcasm presume defend-yourself hold-cold hang-up-on-caller* slow-to-answer",
	},
	rubric.Bases: {
		"verify-caller know-the-file confirm-what-the-file-says open-question ask-why read-between-lines read-back confirm-complete ask-permission get-it-in-writing explain-plainly admit-not-knowing",
		"ask-what-the-file-says closed-while-gathering assume rush-to-fix jargon invent-a-fact* disclose-before-verifying*",
	},
	rubric.Extra: {
		"give-what-they-value better-solution offer-options chase-inside save-effort surprise ask-what-else hand-over-warmly",
		"bare-minimum dodge give-in cold-transfer over-promise",
	},
	rubric.Follow: {
		"take-number name-a-time own-the-callback recap-who-does-what say-who-and-why ask-if-good-time leave-a-message log-it keep-promise check-satisfied touch-base",
		"ask-to-call-back vague-promise miss-promise leading-question",
	},
	rubric.Gate: {"", "tell-on-another-client*"},
}

func load(t *testing.T) (*rubric.Rubric, []rubric.Row) {
	t.Helper()
	src, err := scenarios.FS.ReadFile("rubric.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := rubric.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	if src, err = scenarios.FS.ReadFile("methods.json"); err != nil {
		t.Fatal(err)
	}
	rows, err := rubric.ParseRows(src)
	if err != nil {
		t.Fatal(err)
	}
	return r, rows
}

func TestEveryBehaviourIsThere(t *testing.T) {
	r, _ := load(t)
	check := func(key rubric.Key, list string, strength bool) {
		for _, word := range strings.Fields(list) {
			id, critical := strings.CutSuffix(word, "*")
			b, ok := r.Find(id)
			switch {
			case !ok:
				t.Errorf("%s is missing", id)
			case b.Key != key || b.Critical != critical || b.Strength() != strength:
				t.Errorf("%s: key %v, critical %v, strength %v", id, b.Key, b.Critical, b.Strength())
			}
		}
	}
	for key, lists := range starting {
		check(key, lists.strengths, true)
		check(key, lists.faults, false)
	}
}

func TestTempers(t *testing.T) {
	r, _ := load(t)
	for _, id := range strings.Fields("proud hurried anxious guarded talkative terse") {
		if _, ok := r.Temper(id); !ok {
			t.Errorf("temper %s is missing", id)
		}
	}
}

func TestEverySourceIsATeaching(t *testing.T) {
	r, rows := load(t)
	for _, b := range r.Behaviours {
		if b.Source != rubric.Common && !slices.ContainsFunc(rows, func(row rubric.Row) bool { return row.ID == b.Source }) {
			t.Errorf("%s cites %s, which is no teaching", b.ID, b.Source)
		}
	}
}

// A key would rest on one behaviour, or a fault outweigh every strength, if
// points strayed far from these.
func TestPointsAreOfOneScale(t *testing.T) {
	r, _ := load(t)
	for _, b := range r.Behaviours {
		low, high := 4, 8
		switch {
		case b.Key == rubric.Gate || b.ID == rubric.KeepPromise:
			low, high = 0, 0
		case b.Critical:
			low, high = -20, -12
		case b.Fault():
			low, high = -8, -3
		}
		if b.Points < low || b.Points > high {
			t.Errorf("%s has %d points, want from %d to %d", b.ID, b.Points, low, high)
		}
		if b.Key == rubric.Follow && b.Points%4 != 0 {
			t.Errorf("%s has %d points, which is no multiple of 4", b.ID, b.Points)
		}
		if b.Fault() && b.ID != rubric.SlowToAnswer && b.Patience == 0 {
			t.Errorf("the fault %s costs no patience", b.ID)
		}
	}
}

func TestTeachings(t *testing.T) {
	_, rows := load(t)
	articles := []string{"Ten Things", "Ten Steps", "Dreaded Call", "Phone Etiquette", "eHomemakers"}
	id := regexp.MustCompile(`^[KSTEPDFH]\d{1,2}$`)
	groups := map[byte]int{}
	for _, row := range rows {
		if !id.MatchString(row.ID) {
			t.Errorf("row id %q", row.ID)
			continue
		}
		groups[row.ID[0]]++
		house := row.ID[0] == 'H'
		for _, from := range strings.Split(row.From, ", ") {
			if house != (from == rubric.House) || (!house && !slices.Contains(articles, from)) {
				t.Errorf("%s is from %q", row.ID, row.From)
			}
		}
	}
	for group, want := range map[byte]int{'K': 4, 'S': 11, 'T': 13, 'E': 9, 'P': 6, 'D': 8, 'F': 7, 'H': 4} {
		if groups[group] != want {
			t.Errorf("%d rows %c, want %d", groups[group], group, want)
		}
	}
}

// TestScriptsAreCanonical: the files read as callscript fmt writes them.
func TestScriptsAreCanonical(t *testing.T) {
	files, err := fs.Glob(scenarios.FS, "*.call")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		src, err := scenarios.FS.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if out, _ := script.Format(file, src); !bytes.Equal(out, src) {
			t.Errorf("%s is not in its canonical form; callscript fmt -w brings it there", file)
		}
	}
}

package trainer_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/scenarios"
)

// pathWorld has four small cases on its shelf: b, c and a along the path, and
// one beside it.
func pathWorld(t *testing.T, path string) (*world, error) {
	t.Helper()
	w := newWorld(t)
	shipped := fstest.MapFS{"path.json": {Data: []byte(path)}}
	for _, f := range []string{"rubric.json", "weights.json", "methods.json", "projects.json"} {
		src, err := scenarios.FS.ReadFile(f)
		w.must(err)
		shipped[f] = &fstest.MapFile{Data: src}
	}
	for _, id := range []string{"a", "b", "beside", "c"} {
		text := strings.Replace(houseText(t), "id: house", "id: "+id, 1)
		shipped[id+".call"] = &fstest.MapFile{Data: []byte(text)}
	}
	shelf, err := trainer.OpenShelf(shipped, nil)
	w.desk.Shelf = shelf
	return w, err
}

const threeSteps = `{"path": [
	{"scenario": "b", "why": {"en": "A soft beginning.", "ms": "Permulaan yang lembut."}},
	{"scenario": "c", "why": {"en": "More to hear."}},
	{"scenario": "a", "why": {"en": "All of it."}}]}`

func (w *world) next(id string, why trainer.Why) {
	w.t.Helper()
	today, err := w.desk.Today(w.who)
	w.must(err)
	if today.Next == nil || today.Next.Scenario.ID != id || today.Why != why {
		w.t.Fatalf("recommends %v for %q, want %s for %q", today.Next, today.Why, id, why)
	}
}

// drop begins a case, hangs up on the caller, and so fails.
func (w *world) drop(id string) {
	w.t.Helper()
	p, err := w.desk.Begin(w.who, w.entry(id), call.Normal, trainer.Practice, true)
	w.must(err)
	w.must(p.Answer())
	w.must(p.HangUp())
	w.must(p.Log(trainer.Log{Who: "Sam", When: w.clock.Now(), Happy: 1}))
}

// What is recommended follows the path: a case that failed at first sight comes
// once more, then the next one, then what stands beside the path, and at last
// the weakest of all.
func TestThePathIsFollowed(t *testing.T) {
	w, err := pathWorld(t, threeSteps)
	w.must(err)
	w.next("b", trainer.WhyFirst)
	w.drop("b")
	w.next("b", trainer.WhyAgain)
	w.drop("b")
	w.next("c", trainer.WhyPath)
	w.drop("c")
	w.next("c", trainer.WhyAgain)
	w.drop("a")
	w.next("a", trainer.WhyAgain)
	w.drop("a")
	w.next("beside", trainer.WhyNew)
	w.drop("beside")
	w.drop("beside")
	w.next("b", trainer.WhyWeak)
}

// Why a step stands there is told in the language asked for, or in English.
func TestStepsSayWhy(t *testing.T) {
	w, err := pathWorld(t, threeSteps)
	w.must(err)
	shelf := w.desk.Shelf
	at, ok := shelf.Step("c")
	if !ok || at != 1 || shelf.Path[at].Because("ms") != "More to hear." || shelf.Path[0].Because("ms") != "Permulaan yang lembut." {
		t.Errorf("the step is %d, %v: %q", at, ok, shelf.Path[at].Because("ms"))
	}
	if _, ok := shelf.Step("beside"); ok {
		t.Error("what stands beside the path is on it")
	}
	if p, ok := shelf.Project("sampai", "ms"); !ok || p.Language != "ms" {
		t.Errorf("the project in Malay is %v", p)
	}
	if p, ok := shelf.Project("sampai", "de"); !ok || p.Language != trainer.English {
		t.Errorf("the project in a language it does not have is %v", p)
	}
	if _, ok := shelf.Project("tests", trainer.English); ok {
		t.Error("a project that nobody described is there")
	}
}

// A path or projects that cannot be meant are refused when the shelf opens.
func TestAPathIsRead(t *testing.T) {
	for name, path := range map[string]string{
		"twice":        strings.Replace(threeSteps, `"c"`, `"b"`, 1),
		"without why":  strings.Replace(threeSteps, "More to hear.", "", 1),
		"strange word": strings.Replace(threeSteps, `"why"`, `"because"`, 1),
		"more after":   threeSteps + "{}",
	} {
		if _, err := pathWorld(t, path); err == nil {
			t.Errorf("%s: nothing was said", name)
		}
	}
}

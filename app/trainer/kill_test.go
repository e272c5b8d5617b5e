package trainer_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/store/killtest"
	"keepcool/app/trainer"
	"keepcool/scenarios"
)

// kills is how often a program that plays is killed.
const kills = 300

// playUntilKilled is the child: it takes up the unfinished call, or begins
// one, and plays random replies, saying the number of moves that stand after
// each one acknowledged.
func playUntilKilled(folder string) {
	fail := func(err error) {
		if err != nil {
			killtest.Fail(err)
		}
	}
	st, err := store.Open(folder, store.Options{})
	fail(err)
	sh, err := trainer.OpenShelf(oneCall(), nil)
	fail(err)
	d := trainer.NewDesk(st, &handClock{now: time.Now()}, sh)
	d.Background = func(work func()) { go work() }
	killtest.Say("open")
	people, err := d.People()
	fail(err)
	if len(people) == 0 {
		p, err := d.Enrol("Ada", trainer.UsualWeek())
		fail(err)
		people = append(people, p)
	}
	for {
		p, err := nextPlay(d, people[0])
		fail(err)
		id := p.Attempt().ID
		killtest.Say("on %d %d", id, p.Moves())
		p.Accompany()
		for p.Stage() == trainer.StageFile || p.Stage() == trainer.StageCall {
			fail(oneStep(p))
			killtest.Say("at %d %d %s", id, p.Moves(), strings.ReplaceAll(fmt.Sprint(p.State()), " ", "_"))
		}
		p.Release()
		fail(p.Log(trainer.Log{Who: "somebody"}))
		killtest.Say("done %d", id)
	}
}

// oneCall is a shelf's files with one scenario only, so that a life begins
// soon.
func oneCall() fs.FS {
	files := fstest.MapFS{}
	for _, f := range []string{"rubric.json", "weights.json", "methods.json", "projects.json", "path.json", "soup-without-lids.call"} {
		body, err := scenarios.FS.ReadFile(f)
		if err != nil {
			killtest.Fail(err)
		}
		files[f] = &fstest.MapFile{Data: body}
	}
	return files
}

func nextPlay(d *trainer.Desk, who trainer.Profile) (*trainer.Play, error) {
	open, err := d.Store.Summaries(trainer.Query{Profile: who.ID, Stages: []trainer.Stage{trainer.StageFile, trainer.StageCall, trainer.StageWrapUp}, Limit: 1})
	if err != nil {
		return nil, err
	}
	if len(open) > 0 {
		return d.Resume(who, open[0].Attempt.ID)
	}
	e := d.Shelf.Entries[rand.IntN(len(d.Shelf.Entries))]
	return d.Begin(who, e, call.Normal, trainer.Practice, true)
}

// oneStep answers, gives a random reply, promises or takes a note.
func oneStep(p *trainer.Play) error {
	if p.Stage() == trainer.StageFile {
		return p.Answer()
	}
	if rand.IntN(5) == 0 {
		return p.Keep(call.Note{Line: 0, Start: 0, End: 1, Label: "want"})
	}
	choices := p.Choices()
	c := choices[rand.IntN(len(choices))]
	if c.Promises {
		return p.PromiseReply(c.Reply, call.InTime, time.Now().Add(24*time.Hour))
	}
	return p.Reply(c.Reply, call.InTime)
}

// TestKilledWhilePlaying kills a program that plays 300 times, and each time
// the call comes back at the move last acknowledged, or the one after it,
// which was on its way to be.
func TestKilledWhilePlaying(t *testing.T) {
	folder := t.TempDir()
	moves := 0
	for range kills {
		at := killtest.Moment{Lines: 1 + rand.IntN(12), Then: time.Duration(rand.IntN(1500)) * time.Microsecond}
		life := killtest.Live(t, "play", folder, at)
		moves += len(life.Said)
		checkLife(t, folder, life.Said)
	}
	if moves < kills*3 {
		t.Errorf("only %d things were acknowledged over %d lives", moves, kills)
	}
}

func checkLife(t *testing.T, folder string, said []string) {
	t.Helper()
	st, err := store.Open(folder, store.Options{})
	if err != nil {
		t.Fatalf("it does not open after %q: %v", said, err)
	}
	defer st.Close()
	last := ""
	for _, s := range said {
		if strings.HasPrefix(s, "at ") {
			last = s
		}
	}
	if last == "" {
		return
	}
	var id int64
	var moves int
	var state string
	if _, err := fmt.Sscanf(last, "at %d %d %s", &id, &moves, &state); err != nil {
		t.Fatal(err)
	}
	records, err := st.Records(id)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range records {
		if r.Seq != i+1 {
			t.Fatalf("record %d has number %d", i+1, r.Seq)
		}
	}
	d := trainer.NewDesk(st, &handClock{now: time.Now()}, shelf(t))
	p, err := d.Resume(trainer.Profile{ID: 1, Week: trainer.UsualWeek()}, id)
	if err != nil {
		t.Fatal(err)
	}
	if n := p.Moves(); n != moves && n != moves+1 {
		t.Fatalf("%d moves stand, %d were acknowledged", n, moves)
	}
	if got := strings.ReplaceAll(fmt.Sprint(p.State()), " ", "_"); p.Moves() == moves && got != state {
		t.Fatalf("the state is %s, it was %s", got, state)
	}
	checkAnalysis(t, d, p)
}

// checkAnalysis holds what the engine is kept to have said against what it says.
func checkAnalysis(t *testing.T, d *trainer.Desk, p *trainer.Play) {
	t.Helper()
	v, err := d.Review(trainer.Profile{ID: 1, Week: trainer.UsualWeek()}, p.Attempt().ID)
	if err != nil {
		t.Fatal(err)
	}
	if v.Analysis == nil {
		return
	}
	kept := *v.Analysis
	v.Analysis = nil
	found, err := v.Analyse()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(found, kept); diff != "" {
		t.Fatal(diff)
	}
}

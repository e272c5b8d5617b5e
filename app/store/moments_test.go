package store

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/trainer"
)

// costly is a moment of a move.
func costly(move int, reply string) trainer.Moment {
	return trainer.Moment{Move: move, Reply: reply, Cost: 7.5, Critical: move == 0, Day: trainer.DayOf(noon)}
}

// given is an answer.
func given(at time.Time, right bool) trainer.Answer {
	return trainer.Answer{At: at.UTC(), Day: trainer.DayOf(at), Said: "ring.reply-2", Right: right}
}

// scored begins an attempt that has a card.
func scored(t testing.TB, s *Store, a trainer.Attempt) trainer.Attempt {
	t.Helper()
	a.Started = noon.UTC()
	a = begun(t, s, a)
	if err := s.Append(a.ID, nil, trainer.Summary{Stage: trainer.StageFinal, Scored: true, Card: []byte("{}")}); err != nil {
		t.Fatal(explain(err))
	}
	return a
}

func moments(t testing.TB, s *Store, q trainer.MomentQuery) []trainer.Moment {
	t.Helper()
	all, err := s.Moments(q)
	if err != nil {
		t.Fatal(explain(err))
	}
	return all
}

func TestMomentsAreKeptWithTheirAnswers(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	ada := person(t, s)
	a := scored(t, s, trainer.Attempt{Profile: ada.ID, Scenario: "one", Title: "One", Variant: 1})
	if err := s.SaveAnalysis(a.ID, []byte("{}"), costly(0, "ring.a"), costly(4, "what.b")); err != nil {
		t.Fatal(explain(err))
	}
	again := costly(4, "what.b")
	again.Cost = 1
	if err := s.SaveAnalysis(a.ID, []byte("{}"), again); err != nil {
		t.Fatal(explain(err))
	}
	later := noon.AddDate(0, 0, 3)
	for _, right := range []bool{false, true} {
		if err := s.SaveAnswer(a.ID, 4, given(later, right), right); err != nil {
			t.Fatal(explain(err))
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	s = opened(t, folder)
	first, second := costly(0, "ring.a"), costly(4, "what.b")
	first.Attempt, second.Attempt, second.Retired = a, a, true
	second.Answers = []trainer.Answer{given(later, false), given(later, true)}
	for name, c := range map[string]struct {
		q    trainer.MomentQuery
		want []trainer.Moment
	}{
		"all":                    {trainer.MomentQuery{}, []trainer.Moment{first, second}},
		"of the person":          {trainer.MomentQuery{Profile: ada.ID}, []trainer.Moment{first, second}},
		"of nobody":              {trainer.MomentQuery{Profile: 99}, nil},
		"of the attempt":         {trainer.MomentQuery{Attempt: a.ID}, []trainer.Moment{first, second}},
		"waiting":                {trainer.MomentQuery{Waiting: true}, []trainer.Moment{first}},
		"answered that day":      {trainer.MomentQuery{Answered: trainer.DayOf(later)}, []trainer.Moment{second}},
		"answered on the day of": {trainer.MomentQuery{Answered: trainer.DayOf(noon)}, nil},
	} {
		if diff := cmp.Diff(c.want, moments(t, s, c.q), equateNone); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
	if err := s.Retire(a.ID, 4, false); err != nil {
		t.Fatal(explain(err))
	}
	if n := len(moments(t, s, trainer.MomentQuery{Waiting: true})); n != 2 {
		t.Errorf("%d wait after one came back", n)
	}
	wants(t, s.SaveAnswer(a.ID, 3, given(noon, true), false), trainer.NotFound)
	wants(t, s.Retire(a.ID, 3, true), trainer.NotFound)
}

// equateNone takes no moments for an empty list of them.
var equateNone = cmp.Transformer("some", func(all []trainer.Moment) map[int]trainer.Moment {
	by := map[int]trainer.Moment{}
	for i, m := range all {
		by[i] = m
	}
	return by
})

// TestOneMomentOfAReplyWaits: of a person, in one variant of a scenario; when
// it has retired, there may be another.
func TestOneMomentOfAReplyWaits(t *testing.T) {
	s := opened(t, t.TempDir())
	ada, bob := person(t, s), person(t, s)
	attempt := func(of trainer.Profile, scenario string, variant int) int64 {
		a := scored(t, s, trainer.Attempt{Profile: of.ID, Scenario: scenario, Variant: variant})
		if err := s.SaveAnalysis(a.ID, []byte("{}"), costly(2, "ring.a"), costly(5, "ring.a"), costly(6, "ring.b")); err != nil {
			t.Fatal(explain(err))
		}
		return a.ID
	}
	of := func(id int64) (moves []int) {
		for _, m := range moments(t, s, trainer.MomentQuery{Attempt: id}) {
			moves = append(moves, m.Move)
		}
		return moves
	}
	first := attempt(ada, "one", 0)
	if err := s.Retire(first, 6, true); err != nil {
		t.Fatal(explain(err))
	}
	for name, c := range map[string]struct {
		id   int64
		want []int
	}{
		"the first":        {first, []int{2, 6}},
		"the same again":   {attempt(ada, "one", 0), []int{6}},
		"another variant":  {attempt(ada, "one", 1), []int{2, 6}},
		"another scenario": {attempt(ada, "two", 0), []int{2, 6}},
		"another person":   {attempt(bob, "one", 0), []int{2, 6}},
	} {
		if diff := cmp.Diff(c.want, of(c.id)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// TestAnalysisAndMomentsAreKeptTogether: where one can't be kept, neither is.
func TestAnalysisAndMomentsAreKeptTogether(t *testing.T) {
	s := opened(t, t.TempDir())
	ada := person(t, s)
	a := scored(t, s, trainer.Attempt{Profile: ada.ID})
	wrong := costly(1, "ring.b")
	wrong.Day = "soon"
	if err := s.SaveAnalysis(a.ID, []byte("{}"), costly(0, "ring.a"), wrong); err == nil {
		t.Error("a moment without a day is kept")
	}
	sum, err := s.Summary(a.ID)
	if err != nil || sum.Analysis != nil || len(moments(t, s, trainer.MomentQuery{})) != 0 {
		t.Errorf("kept the analysis %s and %v, %v", sum.Analysis, moments(t, s, trainer.MomentQuery{}), err)
	}
	bare := begun(t, s, trainer.Attempt{Profile: ada.ID, Started: noon})
	wants(t, s.SaveAnalysis(bare.ID, []byte("{}"), costly(0, "ring.a")), trainer.NotFound)
	if n := len(moments(t, s, trainer.MomentQuery{})); n != 0 {
		t.Errorf("%d moments of an attempt without a card", n)
	}
}

// TestMomentsOfAnOlderFile: a file of an older schema has none, gets its
// backup, and takes them from then on.
func TestMomentsOfAnOlderFile(t *testing.T) {
	for i, file := range goldenFiles[:4] {
		folder := t.TempDir()
		golden(t, folder, file)
		s := opened(t, folder)
		backups, _ := filepath.Glob(filepath.Join(folder, backupFolder, "before-schema-5-*.db"))
		if len(backups) != 1 {
			t.Fatalf("%s: backups %v", file, backups)
		}
		if id, err := identify(backups[0]); err != nil || id.version != 4 {
			t.Errorf("%s: the backup is %+v, %v", file, id, err)
		}
		if n := len(moments(t, s, trainer.MomentQuery{})); n != 0 {
			t.Errorf("%s of schema %d has %d", file, i+1, n)
		}
		if err := s.SaveAnalysis(1, []byte("{}"), costly(0, "ring.reply-1")); err != nil {
			t.Errorf("%s: %s", file, explain(err))
		}
		if err := s.SaveAnswer(1, 0, given(noon, true), false); err != nil {
			t.Errorf("%s: %s", file, explain(err))
		}
	}
}

// TestMomentsOutliveADamagedFile: they are read out of it beside the rest, with
// what was answered and retired since the backup.
func TestMomentsOutliveADamagedFile(t *testing.T) {
	folder := t.TempDir()
	golden(t, folder, goldenFile)
	s := opened(t, folder)
	if _, err := s.Backup(context.Background()); err != nil {
		t.Fatal(explain(err))
	}
	for _, day := range []int{3, 5} {
		if err := s.SaveAnswer(1, 0, given(noon.AddDate(0, 0, day), true), day == 5); err != nil {
			t.Fatal(explain(err))
		}
	}
	if err := s.SaveAnalysis(2, []byte("{}"), costly(3, "ring.reply-3")); err != nil {
		t.Fatal(explain(err))
	}
	want := moments(t, s, trainer.MomentQuery{})
	if len(want) != 2 || len(want[0].Answers) != 3 || !want[0].Retired {
		t.Fatalf("%+v", want)
	}
	var page int
	if err := s.read.Raw("SELECT rootpage FROM sqlite_schema WHERE name = 'attempts_started'").Scan(&page).Error; err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	damage(t, filepath.Join(folder, FileName), (page-1)*4096, 4096)
	if _, err := Recover(folder, Options{}); err != nil {
		t.Fatal(explain(err))
	}
	if diff := cmp.Diff(want, moments(t, opened(t, folder), trainer.MomentQuery{})); diff != "" {
		t.Error(diff)
	}
}

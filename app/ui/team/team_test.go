package team

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
)

// playBest plays the best first call of a case for the one at the desk.
func playBest(t *testing.T, s *stage.Stage, mode trainer.Mode, replies int) *trainer.Play {
	t.Helper()
	var id string
	for _, e := range s.Desk().Shelf.Entries {
		if e.Sound() && e.Scenario.Promise != nil {
			id = e.Scenario.ID
			break
		}
	}
	p := s.Play(id, call.Normal, mode)
	scale, err := s.Desk().Scale(p.Attempt(), p.Case(), call.Normal)
	if err != nil {
		t.Fatal(err)
	}
	x := solve.With(p.Case(), call.Normal, s.Desk().Shelf.Weights, scale, solve.DefaultBudget)
	check(t, p.Answer())
	for n := 0; p.Stage() == trainer.StageCall; n++ {
		line, err := x.BestLine(p.State())
		check(t, err)
		m := line[0]
		switch {
		case n == replies:
			check(t, p.HangUp())
		case m.Kind == call.ReadBackMove:
			for _, said := range p.Said() {
				if said.Line < 0 {
					continue
				}
				for _, f := range p.Case().Lines[said.Line].Script.Says {
					check(t, p.Keep(call.Note{Line: said.Line, Start: f.Start, End: f.End, Label: f.Kind}))
				}
			}
			_, err := p.ReadBack()
			check(t, err)
		case p.Case().Replies[m.Reply].Promises:
			check(t, p.PromiseReply(int(m.Reply), m.Timing, s.Desk().Clock.Now().AddDate(0, 0, 1)))
		default:
			check(t, p.Reply(int(m.Reply), m.Timing))
		}
	}
	check(t, p.Log(trainer.Log{Happy: 4}))
	return p
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// played is a stage with a manager at the desk, and Ada's three calls: two
// assessed, one practised.
func played(t *testing.T) (s *stage.Stage, ada trainer.Profile, first, last *trainer.Play) {
	t.Helper()
	s = open(t)
	ada = s.Trainee("Ada, =Okafor")
	first = playBest(t, s, trainer.Assessed, 1000)
	last = playBest(t, s, trainer.Assessed, 2)
	playBest(t, s, trainer.Practice, 1000)
	boss(s)
	return s, ada, first, last
}

func TestFiguresAreThoseOfTheSummaries(t *testing.T) {
	s, _, first, last := played(t)
	s.Show(New(s))
	one, err := s.Desk().Store.Summary(first.Attempt().ID)
	check(t, err)
	two, err := s.Desk().Store.Summary(last.Attempt().ID)
	check(t, err)
	row := func(of trainer.Summary) string {
		words := []string{one.Attempt.Title, "2", strconv.Itoa(score.Shown(two.Overall)), strconv.Itoa(score.Shown(one.Overall))}
		for k, v := range of.Keys {
			if rubric.Key(k) == rubric.Follow && !of.Final {
				words = append(words, "–")
				continue
			}
			words = append(words, strconv.Itoa(score.Shown(v)))
		}
		return strings.Join(append(words, resultOf(of).words()), " ")
	}
	if !s.Shows("Ada, =Okafor 1 scenario, 0 passed") || !s.Shows(row(two)) {
		t.Errorf("want %q: %s", row(two), s.Words())
	}
	s.Type("k")
	if !s.Shows(row(one)) || !s.Shows("Pending") {
		t.Errorf("want %q: %s", row(one), s.Words())
	}
	s.TapText("Last call")
	if one.Final || !two.Final || one.Overall <= two.Overall {
		t.Error("the two calls do not differ as they should")
	}
}

func TestDownToADebriefByKeysAndTaps(t *testing.T) {
	s, ada, first, last := played(t)
	want := func(p *trainer.Play) screen.Route {
		return screen.Route{Place: screen.Debrief, Attempt: p.Attempt().ID, Whose: ada}
	}
	s.Show(New(s))
	s.Press(fyne.KeyReturn)
	if !s.Shows("Ada, =Okafor: "+first.Attempt().Title) || !s.Shows("Today 10:00") {
		t.Fatalf("the calls are not shown: %s", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if got := s.LastOpened(); got != want(last) {
		t.Errorf("the newest call opens %v, want %v", got, want(last))
	}
	s.Press(fyne.KeyDown, fyne.KeySpace)
	if got := s.LastOpened(); got != want(first) {
		t.Errorf("the call before opens %v, want %v", got, want(first))
	}
	s.Press(fyne.KeyEscape)
	if !s.Shows("1 trainee") {
		t.Errorf("Escape does not go back: %s", s.Words())
	}
	s.TapText(first.Attempt().Title)
	if !s.Shows("Choose a call") {
		t.Fatal("a tap does not open the row")
	}
	s.TapText("Pending")
	if got := s.LastOpened(); got != want(first) {
		t.Errorf("a tap opens %v, want %v", got, want(first))
	}
	s.TapText("All trainees")
	if !s.Shows("1 trainee") {
		t.Error("the way back cannot be tapped")
	}
}

func TestEmptyAndNotAManager(t *testing.T) {
	s := open(t)
	boss(s)
	s.Show(New(s))
	if !s.Shows("No assessed calls yet.") || s.Shows("Export") {
		t.Error(s.Words())
	}
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Type("ek")
	who := s.Trainee("Bo")
	s.Enter(who)
	s.Show(New(s))
	if !s.Shows("This page is for managers.") {
		t.Error(s.Words())
	}
}

func TestTriedOutIsShownButNotCounted(t *testing.T) {
	s := open(t)
	s.Trainee("Ada")
	playBest(t, s, trainer.Assessed, 2)
	s.Desk().ClockSet = true
	playBest(t, s, trainer.Assessed, 1000)
	boss(s)
	s.Show(New(s))
	if !s.Shows("Not passed") {
		t.Errorf("the tried-out call counts: %s", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if !s.Shows("clock set by hand, not counted") {
		t.Errorf("the tried-out call is not marked: %s", s.Words())
	}
}

func TestLargeTeamDrawsOnlyWhatIsInView(t *testing.T) {
	s := open(t)
	boss(s)
	fill(s, 20, 14)
	sc := New(s)
	s.Show(sc)
	all := len(sc.table.lines)
	if all < 250 {
		t.Fatalf("%d lines", all)
	}
	s.Press(fyne.KeyEnd)
	if sc.table.at != all-1 || !strings.Contains(s.Words(), sc.table.lines[sc.table.at].title) {
		t.Errorf("End goes to line %d", sc.table.at)
	}
	for range 40 {
		s.Press(fyne.KeyPageUp)
	}
	if sc.table.at != 1 || sc.table.scroll.Offset.Y != 0 {
		t.Errorf("Page Up ends at line %d, offset %v", sc.table.at, sc.table.scroll.Offset.Y)
	}
	for i := range all - 21 {
		s.Press(fyne.KeyDown)
		if v := sc.table.pool[sc.table.at]; v == nil || !v.focused || sc.table.lines[sc.table.at].group != "" {
			t.Fatalf("after %d times Down, line %d is not in view", i+1, sc.table.at)
		}
	}
	if n := len(sc.table.body.Objects); n > 40 {
		t.Errorf("%d rows are drawn", n)
	}
}

func TestExport(t *testing.T) {
	s, _, first, last := played(t)
	folder := t.TempDir()
	t.Setenv("XDG_DOCUMENTS_DIR", folder)
	path := filepath.Join(folder, "keepcool-team-2026-11-23.csv")
	s.Show(New(s))
	s.Type("e")
	if !s.Shows("keepcool-team-2026-11-23.csv") {
		t.Errorf("the usual name is not offered: %s", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if !s.Shows("The table is saved") || !s.Shows(path) {
		t.Fatalf("it does not say where the table is: %s", s.Words())
	}
	s.Press(fyne.KeyReturn)
	f, err := os.Open(path)
	check(t, err)
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	check(t, err)
	one, _ := s.Desk().Store.Summary(first.Attempt().ID)
	two, _ := s.Desk().Store.Summary(last.Attempt().ID)
	if len(records) != 2 || records[1][0] != "Ada, =Okafor" || records[1][3] != "2" ||
		records[1][5] != strconv.Itoa(score.Shown(two.Overall)) || records[1][12] != strconv.Itoa(score.Shown(one.Overall)) ||
		records[1][10] != "failed" || records[1][17] != "pending" {
		t.Errorf("the file says %q", records)
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("%d files are left behind", len(left))
	}
}

func TestStoriesAreDrawn(t *testing.T) {
	for _, s := range Stories(func() *stage.Stage { return open(t) }) {
		if strings.HasPrefix(s.Name, "team-many") && testing.Short() {
			continue
		}
		if s.Build().MinSize().IsZero() {
			t.Errorf("%s is empty", s.Name)
		}
	}
}

// BenchmarkScroll is the work of a row further down a large table.
func BenchmarkScroll(b *testing.B) {
	s := open(b)
	boss(s)
	fill(s, 50, 14)
	sc := New(s)
	s.Show(sc)
	for b.Loop() {
		s.Press(fyne.KeyPageDown)
		if sc.table.at == len(sc.table.lines)-1 {
			s.Press(fyne.KeyHome)
		}
	}
}

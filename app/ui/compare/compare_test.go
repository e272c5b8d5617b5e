package compare

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

// open sets up a stage over a store of its own, with Ada at the desk.
func open(t testing.TB) *stage.Stage {
	t.Helper()
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stage.New(st, stage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); _ = st.Close() })
	s.Trainee("Ada")
	return s
}

// shown shows two attempts with everything drawn.
func shown(s *stage.Stage, a, b int64) *Screen {
	sc := New(s, screen.Route{Attempt: a, Other: b}).(*Screen)
	s.Show(sc)
	s.Advance(10 * time.Second)
	return sc
}

func TestWhatGotBetterComesFirst(t *testing.T) {
	s := open(t)
	a, b := better(s)
	sc := shown(s, b, a)
	words := s.Words()
	for _, part := range []string{"You came further: ", "Most was gained in the key ", "New this time: ", "What did most", "The first 2 moves were the same.", "Here the ways part", "Better here", "Caught this time"} {
		if !strings.Contains(words, part) {
			t.Errorf("%q is missing in %s", part, words)
		}
	}
	if strings.Index(words, "You came further") > strings.Index(words, "The earlier call") {
		t.Error("the figures come before what got better")
	}
	d := sc.c.Overall
	if d.By() <= 0 || !strings.Contains(words, chart.Signed(d.By())) {
		t.Errorf("the difference %d is not printed", d.By())
	}
	for _, f := range sc.c.Mended()[:min(mostTold, len(sc.c.Mended()))] {
		if !s.Shows(locale.Text(locale.Key("compare.gone.", f.ID))) {
			t.Errorf("it is not told that %s is gone", f.ID)
		}
	}
	if s.Waiting() != 0 || sc.roll.Drawn() != len(sc.rows) {
		t.Errorf("%d of %d rows are drawn", sc.roll.Drawn(), len(sc.rows))
	}
	if s.Press(fyne.KeyEscape); s.Backs != 1 {
		t.Error("Escape does not lead back")
	}
	s.Type("c")
	if r := s.LastOpened(); r.Place != screen.Compare || r.Attempt != b || r.Other != 0 {
		t.Errorf("another call to compare with: %+v", r)
	}
	s.TapText("Open its debrief")
	if r := s.LastOpened(); r.Place != screen.Debrief || r.Attempt != b {
		t.Errorf("the debrief is opened by %+v", r)
	}
}

func TestWhatCannotStandBesideOneAnother(t *testing.T) {
	for apart, play := range map[trainer.Apart]func(*stage.Stage) (int64, int64){
		trainer.ApartCase: otherCase, trainer.ApartVersion: otherVersion, trainer.ApartSetting: otherSetting,
		trainer.ApartOlder: func(s *stage.Stage) (int64, int64) {
			p := begin(s, nil, call.Normal)
			playFrom(s, p, 2)
			return s.KeepOlder(), p.Attempt().ID
		},
		trainer.ApartRescue: func(s *stage.Stage) (int64, int64) {
			p := s.Rescue("cold-rooms", call.Normal)
			s.PlayBadly(p)
			all, err := s.Desk().History(s.Who(), 0, 0)
			if err != nil {
				panic(err)
			}
			return all[len(all)-1].Attempt.ID, p.Attempt().ID
		},
	} {
		s := open(t)
		a, b := play(s)
		sc := shown(s, a, b)
		if sc.c.Apart != apart || !s.Shows(locale.Text(locale.Key("compare.apart.", string(apart)))) {
			t.Errorf("%s: it is not told why: %s", apart, s.Words())
		}
		if s.Shows("Move by move") || !s.Shows("Keep cool") {
			t.Errorf("%s: the moves are shown, or the figures are not", apart)
		}
		if s.Shows("What was shown") == (apart == trainer.ApartOlder) || s.Shows("The caller's verdict") == (apart == trainer.ApartOlder) {
			t.Errorf("%s: of older rules more than the figures is shown, or of others less", apart)
		}
	}
}

func TestAPromiseThatIsOpenHasNoDifference(t *testing.T) {
	s := open(t)
	p := begin(s, nil, call.Normal)
	playFrom(s, p, 2)
	q := begin(s, p, call.Normal)
	s.PlayOut(q)
	sc := shown(s, p.Attempt().ID, q.Attempt().ID)
	if sc.c.Overall.Known() || !s.Shows("A promise is still open") || !s.Shows("You came further in the key ") {
		t.Errorf("the window says %s", s.Words())
	}
	if d := sc.c.Keys[rubric.Cool]; !d.Known() || !s.Shows(chart.Signed(d.By())) {
		t.Errorf("keep cool is %+v", d)
	}
}

func TestTheSameCallTwice(t *testing.T) {
	s := open(t)
	a, b := pair(s, endless, endless)
	sc := shown(s, a, b)
	if !s.Shows("Both calls were the same, move for move.") || !s.Shows("both times") || len(sc.rows) != 0 {
		t.Errorf("the window says %s", s.Words())
	}
}

// Another person's calls are as if they were not there, but for a manager.
func TestWhoMayCompare(t *testing.T) {
	s := open(t)
	ada := s.Who()
	a, b := better(s)
	own := begin(s, nil, call.Normal)
	must(own.Answer())
	must(own.SayFirst("These are mine alone."))
	carelessly(s, own)
	s.Trainee("Ben")
	shown(s, a, b)
	if len(s.Failures) != 1 || !s.Shows("can't be compared") {
		t.Errorf("Ben sees %s", s.Words())
	}
	boss, err := s.Desk().Appoint("Ruth", "four plain words here")
	must(err)
	s.Enter(boss)
	s.Show(New(s, screen.Route{Attempt: a, Other: own.Attempt().ID, Whose: ada}))
	s.Advance(10 * time.Second)
	if !s.Shows("Two calls of Ada beside one another.") || s.Shows("mine alone") || s.Shows("You came") {
		t.Errorf("a manager sees %s", s.Words())
	}
	s.Show(New(s, screen.Route{Attempt: a, Whose: ada}))
	if !s.Shows("There is no other call") {
		t.Errorf("a manager is offered practice: %s", s.Words())
	}
}

func TestChoosing(t *testing.T) {
	s := open(t)
	soup, _ := otherCase(s)
	a, b := better(s)
	s.Show(New(s, screen.Route{Attempt: b}))
	if words := s.Words(); strings.Index(words, "The same case") > strings.Index(words, "Other cases") || strings.Count(words, "The same case") != 1 {
		t.Errorf("the groups are not in order: %s", words)
	}
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.Compare || r.Attempt != b || r.Other == 0 || r.Other == soup {
		t.Errorf("Enter on the first opens %+v", r)
	}
	s.Type("soup")
	if s.Shows("The same case") || !s.Shows("Soup without lids") {
		t.Errorf("soup finds %s", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Other != soup {
		t.Errorf("Enter in the field opens %+v", r)
	}
	s.Type("xyz")
	if !s.Shows("No call has that name.") {
		t.Errorf("soupxyz finds %s", s.Words())
	}
	s.TapText("Show all")
	s.TapText("Soup without lids")
	if r := s.LastOpened(); r.Other != soup {
		t.Errorf("a click opens %+v", r)
	}
	if s.Press(fyne.KeyEscape); s.Backs != 1 {
		t.Error("Escape does not lead back")
	}
	_ = a
}

func TestManyToChooseFrom(t *testing.T) {
	s := open(t)
	sc := newChooser(s, 1, s.Who())
	s.Show(sc)
	sc.show(many(60))
	s.Advance(10 * time.Second)
	if n := sc.roll.Drawn(); n != leaf {
		t.Errorf("%d are listed at first", n)
	}
	s.TapText("Show more")
	s.Advance(10 * time.Second)
	if n := sc.roll.Drawn(); n != 2*leaf || s.Canvas().Focused() != fyne.Focusable(sc.tiles[leaf]) {
		t.Errorf("%d are listed then, and the keyboard is not on the first new one", n)
	}
	s.TapText("Show more")
	if s.Shows("Show more") || len(sc.tiles) < 50 {
		t.Error("the end does not come")
	}
}

// Every fault that points can be lost by has its own words for being gone.
func TestEveryFaultCanBeGone(t *testing.T) {
	s := open(t)
	for _, b := range s.Desk().Shelf.Rubric.Behaviours {
		if !b.Strength() && !locale.Has(locale.Key("compare.gone.", b.ID)) {
			t.Errorf("there are no words for %s being gone", b.ID)
		}
	}
}

func TestTwoHundredMoves(t *testing.T) {
	s := open(t)
	a, b := twoLong(s)
	sc := New(s, screen.Route{Attempt: a, Other: b}).(*Screen)
	s.Show(sc)
	if n := sc.roll.Drawn(); n > 20 {
		t.Errorf("%d rows are drawn before the page is shown", n)
	}
	s.Advance(10 * time.Second)
	if sc.roll.Drawn() != len(sc.rows) || len(sc.rows) != 200 || s.Waiting() != 0 {
		t.Errorf("%d of %d rows are drawn", sc.roll.Drawn(), len(sc.rows))
	}
	s.Show(New(s, screen.Route{Attempt: a, Other: b}))
	s.Clear()
	if s.Waiting() != 0 {
		t.Error("drawing goes on after the screen was left")
	}
}

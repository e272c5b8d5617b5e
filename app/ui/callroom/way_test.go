package callroom_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/callroom"
	"keepcool/app/ui/clientfile"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/app/ui/widget"
	"keepcool/app/ui/wrapup"
)

// kettle is the small case of testdata.
const kettle = "test-kettle"

// A way is a stage on which one screen leads to the next, as in the program.
type way struct {
	*stage.Stage
	t      *testing.T
	folder string
	store  *store.Store
	play   *trainer.Play
	opened int
}

// open sets up a way over the store of a folder.
func open(t *testing.T, folder string) *way {
	t.Helper()
	st, err := store.Open(folder, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stage.New(st, stage.Options{Own: os.DirFS("testdata")})
	if err != nil {
		t.Fatal(err)
	}
	w := &way{Stage: s, t: t, folder: folder, store: st}
	t.Cleanup(func() { s.Close(); _ = st.Close() })
	return w
}

// begin opens the client file of a new attempt.
func begin(t *testing.T, scenario string, mode trainer.Mode, pace int) *way {
	t.Helper()
	w := open(t, t.TempDir())
	w.Trainee("Ada")
	w.Meet(3)
	w.Preferences().Pace = pace
	w.play = w.Play(scenario, call.Normal, mode)
	w.Show(clientfile.New(w, w.play))
	return w
}

// answered is begin with the call under way and the first line just begun.
func answered(t *testing.T, scenario string, mode trainer.Mode, pace int) *way {
	t.Helper()
	w := begin(t, scenario, mode, pace)
	w.Press(fyne.KeyReturn, fyne.KeyReturn)
	w.follow(screen.Call)
	return w
}

// follow shows the screen of the route that was asked for last.
func (w *way) follow(to screen.Place) {
	w.t.Helper()
	if len(w.Failures) > 0 {
		w.t.Fatalf("failed: %v", w.Failures)
	}
	r := w.LastOpened()
	if len(w.Opened) == w.opened || r.Place != to {
		w.t.Fatalf("asked for %q, want %q; the window says: %s", r.Place, to, w.Words())
	}
	w.opened = len(w.Opened)
	switch to {
	case screen.ClientFile:
		w.Show(clientfile.New(w, r.Play))
	case screen.Call:
		w.Show(callroom.New(w, r.Play))
	case screen.WrapUp:
		w.Show(wrapup.New(w, r.Play))
	}
}

// hear lets the caller finish.
func (w *way) hear() {
	for range 200 {
		w.Advance(500 * time.Millisecond)
		if !w.Shows("is speaking") {
			return
		}
	}
}

// number is the number at which a reply stands in the list.
func (w *way) number(part string) string {
	w.t.Helper()
	for i, c := range w.play.Choices() {
		if strings.Contains(c.Text, part) {
			return string(rune('1' + i))
		}
	}
	w.t.Fatalf("no reply says %q", part)
	return ""
}

// moves are the moves as the store has them.
func (w *way) moves() []string {
	w.t.Helper()
	records, err := w.store.Records(w.play.Attempt().ID)
	if err != nil {
		w.t.Fatal(err)
	}
	var all []string
	for _, r := range records {
		if r.Kind == trainer.RecordMove {
			all = append(all, r.Text)
		}
	}
	return all
}

func (w *way) wantMoves(want ...string) {
	w.t.Helper()
	if got := w.moves(); !slices.Equal(got, want) {
		w.t.Errorf("moves %q, want %q", got, want)
	}
}

// notes are the words that are kept, with their labels.
func (w *way) notes() []string {
	var all []string
	for _, n := range w.play.Notes() {
		all = append(all, string(n.Label)+" "+w.play.Case().Lines[n.Line].Script.Text[n.Start:n.End])
	}
	return all
}

// tabTo goes on with Tab until that has the focus.
func (w *way) tabTo(is func(fyne.Focusable) bool) {
	w.t.Helper()
	for range 60 {
		if f := w.Canvas().Focused(); f != nil && is(f) {
			return
		}
		w.Press(fyne.KeyTab)
	}
	w.t.Fatal("Tab does not lead there")
}

// keepLog goes on from field to field to the button and presses it.
func (w *way) keepLog() {
	w.t.Helper()
	is := labelled("Keep and see the debrief")
	for range 20 {
		if is(w.Canvas().Focused()) {
			break
		}
		w.Press(fyne.KeyTab)
	}
	w.Press(fyne.KeyReturn)
}

func labelled(text string) func(fyne.Focusable) bool {
	return func(f fyne.Focusable) bool {
		b, ok := f.(*widget.Button)
		return ok && b.Text() == text
	}
}

// pick chooses words of the focused transcript: from word first to word last of
// the newest line, or as many lines before it.
func (w *way) pick(up, first, last int) {
	w.t.Helper()
	transcript := w.Canvas().Focused().(*widget.Transcript)
	for range up {
		w.Press(fyne.KeyUp)
	}
	w.Press(fyne.KeyHome)
	for range first {
		w.Press(fyne.KeyRight)
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	transcript.KeyDown(shift)
	for range last - first {
		w.Press(fyne.KeyRight)
	}
	transcript.KeyUp(shift)
}

func TestAWholeCallByKeys(t *testing.T) {
	w := begin(t, kettle, trainer.Practice, 100)
	w.Type("2")
	w.Press(fyne.KeyRight, fyne.KeyReturn)
	if !w.Shows("The phone is ringing") || !w.Shows("A kettle that only clicks") {
		t.Errorf("ringing, the window says: %s", w.Words())
	}
	w.Press(fyne.KeyReturn)
	w.follow(screen.Call)
	w.hear()
	w.Type(w.number("Good morning, Brimful"))
	w.hear()

	w.tabTo(func(f fyne.Focusable) bool { _, ok := f.(*widget.Transcript); return ok })
	w.pick(0, 0, 3)
	w.Type("n")
	w.pick(1, 10, 12)
	w.Type("w")
	if got, want := w.notes(), []string{"need Thirty guests at six,", "want It never boils."}; !slices.Equal(got, want) {
		t.Errorf("notes %q, want %q", got, want)
	}
	w.Type("r")
	if !w.Shows("Read this back?") {
		t.Fatalf("no sheet: %s", w.Words())
	}
	w.Press(fyne.KeyReturn)
	if !w.Shows("It was all there.") {
		t.Errorf("the read-back is not told: %s", w.Words())
	}
	w.Type("h")
	w.Type(w.number("ours to put right"))
	w.Press(fyne.KeyRight, fyne.KeyReturn)
	w.hear()
	if !w.Shows("have said good-bye") {
		t.Fatalf("at the end the window says: %s", w.Words())
	}
	w.Press(fyne.KeyReturn)
	w.follow(screen.WrapUp)
	w.Type("The kettle.")
	w.keepLog()
	w.follow(screen.Debrief)
	w.wantMoves("k-ring.greet", "read-back", "hold", "k-need.send")
	if p, ok := w.play.Promise(); !ok || p.Hour.Day() != w.Now().Day()+1 {
		t.Errorf("promised %v, %v", p.Hour, ok)
	}

	w.SetNow(w.Now().AddDate(0, 0, 1).Truncate(time.Hour).Add(time.Hour))
	w.Show(clientfile.New(w, w.play))
	if !w.Shows("The promise") || !w.Shows("Your call to make") {
		t.Errorf("before the second call the window says: %s", w.Words())
	}
	w.Press(fyne.KeyReturn, fyne.KeyReturn)
	w.follow(screen.Call)
	w.hear()
	w.Type(w.number("I ring as I said"))
	w.hear()
	w.Press(fyne.KeyReturn)
	w.follow(screen.WrapUp)
	w.keepLog()
	w.follow(screen.Debrief)
	if w.play.Stage() != trainer.StageFinal {
		t.Errorf("the attempt stands at %q", w.play.Stage())
	}
}

// tapWord taps a word of the conversation.
func (w *way) tapWord(line, word string) {
	w.t.Helper()
	driver := fyne.CurrentApp().Driver()
	var at fyne.Position
	found := false
	w.Each(func(o fyne.CanvasObject) bool {
		text, ok := o.(*canvas.Text)
		if !ok || !strings.Contains(text.Text, line) {
			return true
		}
		before, _, _ := strings.Cut(text.Text[strings.Index(text.Text, line):], word)
		before = text.Text[:strings.Index(text.Text, line)] + before
		x := fyne.MeasureText(before, text.TextSize, text.TextStyle).Width + fyne.MeasureText(word, text.TextSize, text.TextStyle).Width/2
		at, found = driver.AbsolutePositionForObject(text).AddXY(x, text.Size().Height/2), true
		return true
	})
	if !found {
		w.t.Fatalf("nobody said %q: %s", line, w.Words())
	}
	var inner fyne.Tappable
	w.Each(func(o fyne.CanvasObject) bool {
		if t, ok := o.(fyne.Tappable); ok {
			pos := driver.AbsolutePositionForObject(o)
			if at.X >= pos.X && at.Y >= pos.Y && at.X < pos.X+o.Size().Width && at.Y < pos.Y+o.Size().Height {
				inner = t
			}
		}
		return true
	})
	inner.Tapped(&fyne.PointEvent{AbsolutePosition: at, Position: at.Subtract(driver.AbsolutePositionForObject(inner.(fyne.CanvasObject)))})
}

func TestAWholeCallByTaps(t *testing.T) {
	w := begin(t, kettle, trainer.Assessed, 100)
	w.TapText("Product")
	w.TapText("I am ready")
	w.TapText("Not yet")
	w.TapText("I am ready")
	w.TapText("Answer")
	w.follow(screen.Call)
	if w.Shows("Anger") || w.Shows("Hint") {
		t.Error("an assessed call shows the moods")
	}
	w.hear()
	w.TapText("Good morning, Brimful")
	w.hear()
	w.tapWord("Thirty guests at six", "Thirty")
	w.tapWord("Thirty guests at six", "six")
	w.TapText("Need")
	w.tapWord("It never boils", "never")
	w.TapText("Want")
	if got, want := w.notes(), []string{"need Thirty guests at six,", "want never"}; !slices.Equal(got, want) {
		t.Errorf("notes %q, want %q", got, want)
	}
	w.TapText("Read back")
	w.TapText("Cancel")
	w.TapText("Hold")
	w.TapText("Breathe")
	w.TapText("Pause")
	w.TapText("Go on")
	w.hear()
	w.TapText("ours to put right")
	w.TapText("Tomorrow")
	w.TapText("15:00")
	w.TapText("Promise this hour")
	w.hear()
	w.TapText("Write it down")
	w.follow(screen.WrapUp)
	if !w.Shows("Tomorrow 15:00") {
		t.Errorf("the promise is not shown: %s", w.Words())
	}
	w.TapText("Put in my 2 notes")
	w.TapText("To be respected")
	w.TapText("Keep and see the debrief")
	w.follow(screen.Debrief)
	w.wantMoves("k-ring.greet", "hold", "breathe", "k-need.send")
	if w.play.Stage() != trainer.StagePending {
		t.Errorf("the attempt stands at %q", w.play.Stage())
	}
}

// Every shipped scenario can be played to the debrief by its first replies.
func TestShippedScenariosAreCallable(t *testing.T) {
	for _, id := range []string{"cold-rooms", "soup-without-lids"} {
		t.Run(id, func(t *testing.T) {
			w := answered(t, id, trainer.Assessed, 0)
			for range 200 {
				if w.play.Stage() != trainer.StageCall {
					break
				}
				w.Type("1")
				if w.Shows("When will you ring?") {
					w.TapText("Name no exact time")
				}
				w.hear()
			}
			w.Press(fyne.KeyReturn)
			w.follow(screen.WrapUp)
			w.TapText("Keep and see the debrief")
			w.follow(screen.Debrief)
		})
	}
}

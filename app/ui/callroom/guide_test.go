package callroom_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/callroom"
	"keepcool/app/ui/widget"
)

// there are the controls of the room that are in the window, by their words.
func (w *way) there() []string {
	var all []string
	w.Each(func(o fyne.CanvasObject) bool {
		if b, ok := o.(*widget.Button); ok && slices.Contains([]string{"Hold", "Breathe", "Read back", "Cut in", "Hint", "Want"}, b.Text()) {
			all = append(all, b.Text())
		}
		return true
	})
	slices.Sort(all)
	return all
}

// on opens the room of a call of somebody who has met so many cases before.
func on(t *testing.T, scenario string, before int) *way {
	t.Helper()
	w := open(t, t.TempDir())
	w.Trainee("Ada")
	w.Meet(before)
	w.play = w.Play(scenario, call.Normal, trainer.Practice)
	if err := w.play.Answer(); err != nil {
		t.Fatal(err)
	}
	w.Show(callroom.New(w, w.play))
	return w
}

// TestTheFirstTwoCasesShowWhatTheyUse: the kettle wants a read-back, has nothing
// to hold, breathe or cut in for, and what is not shown still has its key.
func TestTheFirstTwoCasesShowWhatTheyUse(t *testing.T) {
	few := []string{"Hint", "Read back", "Want"}
	all := []string{"Breathe", "Cut in", "Hint", "Hold", "Read back", "Want"}
	for before, want := range [][]string{few, few, all, all} {
		w := on(t, kettle, before)
		if got := w.there(); !slices.Equal(got, want) {
			t.Errorf("after %d cases there are %q, want %q", before, got, want)
		}
	}
	w := on(t, kettle, 0)
	w.hear()
	w.Type("h")
	w.wantMoves("hold")
	listed := false
	for _, l := range w.Screen().Keys() {
		listed = listed || l.Does == "Hold"
	}
	if !listed {
		t.Error("the list of keys leaves out what is not shown")
	}
}

// TestUsed reads a case for what it has a use for.
func TestUsed(t *testing.T) {
	w := open(t, t.TempDir())
	w.Trainee("Ada")
	always := callroom.Replies | callroom.HangUp | callroom.Moods | callroom.Back | callroom.FirstWords
	uses := map[callroom.Controls]int{}
	for _, e := range w.Desk().Shelf.Entries {
		c := e.Cases[0]
		used := callroom.Used(c, 0)
		if used&always != always {
			t.Errorf("%s has no use for what every call needs", e.Title())
		}
		wants := false
		for i := range c.Beats {
			wants = wants || c.Beats[i].Call == 0 && c.Beats[i].WantsReadBack
		}
		if wants != (used&callroom.ReadBack != 0) {
			t.Errorf("%s wants a read-back: %v", e.Title(), wants)
		}
		for _, one := range []callroom.Controls{callroom.ReadBack, callroom.Hold, callroom.Breathe, callroom.CutIn} {
			if used&one != 0 {
				uses[one]++
			}
		}
	}
	for one, n := range uses {
		if n == len(w.Desk().Shelf.Entries) && one != callroom.ReadBack {
			t.Errorf("every case has a use for %b: nothing would ever be left out", one)
		}
	}
}

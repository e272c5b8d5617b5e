package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui/theme"
)

const lorem = "A stock clerk has tried for four evenings to set up his label printer and wants it to work."

func TestWrappedTextGetsItsHeightInOnePass(t *testing.T) {
	inner := Body(lorem)
	below := Body("below")
	page := Inset(theme.GapL, VStack(theme.GapM, NewCard("Title", VStack(theme.GapS, inner)), below))
	window(t, page, fyne.NewSize(220, 600))
	if rows := len(inner.prose.rows); rows < 3 {
		t.Fatalf("the text has %d rows", rows)
	}
	driver := fyne.CurrentApp().Driver()
	end := driver.AbsolutePositionForObject(inner).Y + inner.prose.height()
	if next := driver.AbsolutePositionForObject(below).Y; next < end {
		t.Errorf("what follows begins at %v, the text ends at %v", next, end)
	}
}

func TestTextKeepsEveryWord(t *testing.T) {
	test.NewTempApp(t)
	for _, width := range []float32{30, 80, 200, 1000} {
		var p prose
		p.set(lorem+"\n\nAnd a second paragraph, Donaudampfschifffahrtsgesellschaft.", 15, fyne.TextStyle{})
		p.fit(width)
		var words []string
		for _, r := range p.rows {
			if w := p.measure(p.text[r.start:r.end]); w > width && r.end-r.start > 2 {
				t.Errorf("width %v: row %q is %v wide", width, p.text[r.start:r.end], w)
			}
			words = append(words, strings.Fields(p.text[r.start:r.end])...)
		}
		if got, want := strings.Join(words, ""), strings.Join(strings.Fields(p.text), ""); got != want {
			t.Errorf("width %v: %q", width, got)
		}
	}
}

func TestOneLineEndsWithDots(t *testing.T) {
	text := Body(lorem).OneLine()
	window(t, text, fyne.NewSize(100, 30))
	if got := text.prose.text; !strings.HasSuffix(got, "…") || text.prose.measure(got) > 100 {
		t.Errorf("got %q", got)
	}
}

func TestAnHStackSharesItsWidth(t *testing.T) {
	left, right := NewButton("Left", nil), NewButton("Right", nil)
	rest := Body(lorem)
	row := HStack(theme.GapM, left, Grow(rest), right)
	window(t, row, fyne.NewSize(500, 200))
	if left.Size().Width != left.MinSize().Width {
		t.Error("a button keeps its own width")
	}
	if end := right.Position().X + right.Size().Width; end < 499 || end > 501 {
		t.Errorf("the row ends at %v", end)
	}
	if rest.Size().Width < 200 {
		t.Errorf("what grows is %v wide", rest.Size().Width)
	}
}

func TestColumnsFold(t *testing.T) {
	a, b, c := NewCard("a", nil), NewCard("b", nil), NewCard("c", nil)
	grid := Columns(theme.GapM, 200, a, b, c)
	w := window(t, grid, fyne.NewSize(700, 400))
	if a.Position().Y != c.Position().Y {
		t.Error("three columns fit")
	}
	w.Resize(fyne.NewSize(450, 400))
	if a.Position().Y != b.Position().Y || c.Position().Y <= a.Position().Y {
		t.Error("two columns fit")
	}
	w.Resize(fyne.NewSize(210, 400))
	if b.Position().Y <= a.Position().Y {
		t.Error("one column fits")
	}
}

func TestFlowGoesOnInANewRow(t *testing.T) {
	a, b := NewTag("one long tag", Plain), NewTag("another long tag", Plain)
	row := Flow(theme.GapS, a, b)
	w := window(t, row, fyne.NewSize(400, 100))
	if a.Position().Y != b.Position().Y {
		t.Error("both fit")
	}
	w.Resize(fyne.NewSize(130, 100))
	if b.Position().Y <= a.Position().Y {
		t.Error("only one fits")
	}
}

func TestAControlWithTheFocusIsScrolledIntoView(t *testing.T) {
	column := VStack(theme.GapM)
	for range 30 {
		column.Add(NewButton("Button", nil))
	}
	s := Scroll(column)
	w := window(t, s, fyne.NewSize(200, 200))
	last := column.Objects[29].(*Button)
	w.Canvas().Focus(last)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
	if at < 0 || at+last.Size().Height > 200 {
		t.Errorf("the focused button lies at %v in a window 200 high", at)
	}
	w.Canvas().Focus(column.Objects[0].(*Button))
	if s.Offset() > 20 {
		t.Errorf("the first button is not in view, offset %v", s.Offset())
	}
	if !s.TakeKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) || s.Offset() == 0 {
		t.Error("End scrolls to the end")
	}
	if s.TakeKey(&fyne.KeyEvent{Name: fyne.KeyTab}) {
		t.Error("Tab does not scroll")
	}
}

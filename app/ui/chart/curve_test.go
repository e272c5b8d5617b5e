package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"keepcool/app/ui/chart"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/app/ui/theme"
)

// set is a curve on a window, with hands at it.
type set struct {
	stage.Hands
	curve  *chart.Curve
	opened []int
}

func shown(t *testing.T, points []chart.Point, size fyne.Size) *set {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	s := &set{curve: chart.NewCurve("How it went", points, 10, "hot", "calm")}
	s.curve.Name = func(i int) (string, string) { return fmt.Sprint("point ", i), fmt.Sprint("value ", points[i].Value) }
	s.curve.OnOpen = func(i int) { s.opened = append(s.opened, i) }
	w := fyne.CurrentApp().NewWindow("")
	w.SetPadded(false)
	w.SetContent(s.curve)
	w.Resize(size)
	s.On = w.Canvas()
	t.Cleanup(w.Close)
	return s
}

func zigzag(n int) []chart.Point {
	points := make([]chart.Point, n)
	for i := range points {
		points[i] = chart.Point{Value: i % 7, Fresh: i == 0 || i == n/2}
	}
	return points
}

var small = fyne.NewSize(300, 90)

func TestEveryPointCanBePointedAt(t *testing.T) {
	for _, n := range []int{1, 2, 9, 201} {
		s := shown(t, zigzag(n), small)
		named := map[int]bool{}
		for x := float32(0); x < small.Width; x += 0.5 {
			s.curve.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 40)}})
			at := s.curve.Named()
			named[at] = true
			if want := fmt.Sprint("point ", at); !s.Shows(want) || !strings.Contains(s.curve.AccessibilityLabel(), want) {
				t.Fatalf("%q is not named: %s", want, s.Words())
			}
		}
		if len(named) != n {
			t.Errorf("%d of %d points can be pointed at", len(named), n)
		}
		s.curve.MouseOut()
		if s.curve.Named() >= 0 || s.Shows("point") {
			t.Error("it is named still when the mouse has gone")
		}
	}
}

func TestKeysOfACurve(t *testing.T) {
	s := shown(t, zigzag(9), small)
	s.curve.SetMark(4)
	s.On.Focus(s.curve)
	for _, k := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyRight, 5}, {fyne.KeyEnd, 8}, {fyne.KeyRight, 8}, {fyne.KeyLeft, 7}, {fyne.KeyHome, 0}, {fyne.KeyLeft, 0}} {
		if s.Press(k.key); s.curve.Named() != k.want || !s.Shows(fmt.Sprint("point ", k.want)) {
			t.Errorf("%s leads to point %d, want %d", k.key, s.curve.Named(), k.want)
		}
	}
	s.Press(fyne.KeyReturn, fyne.KeyRight, fyne.KeySpace)
	if fmt.Sprint(s.opened) != "[0 1]" || s.curve.Mark() != 4 {
		t.Errorf("%v were opened, %d is marked", s.opened, s.curve.Mark())
	}
	var other []fyne.KeyName
	s.On.SetOnTypedKey(func(ev *fyne.KeyEvent) { other = append(other, ev.Name) })
	if s.Press(fyne.KeyEscape, fyne.KeyUp); len(other) != 2 {
		t.Errorf("only %v are handed on", other)
	}
	s.On.Unfocus()
	if s.curve.Named() >= 0 || s.Shows("point") {
		t.Error("it is named still when the keys have gone")
	}
}

func TestAPressOpensThePoint(t *testing.T) {
	s := shown(t, zigzag(9), small)
	s.Tap(s.curve)
	if len(s.opened) != 1 || s.opened[0] != s.curve.Named() {
		t.Errorf("%v were opened, %d is named", s.opened, s.curve.Named())
	}
}

// TestALongCurveIsLegible: only so many dots are drawn as there is room for, a
// name never reaches beyond the paper, and what is flat is one line.
func TestALongCurveIsLegible(t *testing.T) {
	s := shown(t, zigzag(201), small)
	dots := 0
	for _, o := range stage.RendererOf(s.curve).Objects() {
		if c, ok := o.(*canvas.Circle); ok && c.Visible() && c.Size().Width > 0 {
			dots++
		}
	}
	if dots < 5 || dots > 40 {
		t.Errorf("%d dots are drawn", dots)
	}
	flat := make([]chart.Point, 201)
	if n := len(stage.RendererOf(shown(t, flat, small).curve).Objects()); n > 20 {
		t.Errorf("a flat curve is drawn with %d objects", n)
	}
	s.On.Focus(s.curve)
	for range 200 {
		s.Press(fyne.KeyRight)
		s.Each(func(o fyne.CanvasObject) bool {
			if words, ok := o.(*canvas.Text); ok {
				if end := words.Position().X + words.MinSize().Width; end > small.Width+1 || words.Position().X < 0 {
					t.Fatalf("%q reaches from %v to %v", words.Text, words.Position().X, end)
				}
			}
			return true
		})
	}
}

func TestOnlyPointsThatAreThereAreMarked(t *testing.T) {
	s := shown(t, zigzag(3), small)
	s.curve.SetMark(2)
	if s.curve.Mark() != 2 {
		t.Errorf("point %d of 3 is marked", s.curve.Mark())
	}
	s.curve.SetMark(7)
	if s.curve.Mark() != -1 {
		t.Error("a point that is not there is marked")
	}
}

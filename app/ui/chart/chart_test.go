package chart

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui/theme"
)

// onWindow shows o in a window of the program's look.
func onWindow(t testing.TB, o fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(size)
	return w
}

// drawn is what a chart is drawn of.
func drawn[R fyne.WidgetRenderer](w fyne.Widget) R { return test.WidgetRenderer(w).(R) }

func known(name string, n int) Score { return Score{Name: name, N: n, Known: true} }

func TestFourKeys(t *testing.T) {
	k := NewFourKeys([]Score{known("Cool", 80), known("Bases", 40), known("Extra", 0), {Name: "Follow"}})
	onWindow(t, k, fyne.NewSize(140, 60))
	r := drawn[*fourKeysRenderer](k)
	high := r.columns[0].track.Size().Height - 2
	for i, n := range []int{80, 40} {
		c := r.columns[i]
		if got := c.fill.Size().Height; got < high*float32(n)/100-0.5 || got > high*float32(n)/100+0.5 {
			t.Errorf("score %d of %.1f is %.1f high", n, high, got)
		}
		if c.fill.FillColor != theme.Score(n) {
			t.Errorf("score %d has the colour %v", n, c.fill.FillColor)
		}
	}
	if !r.columns[2].fill.Hidden || r.columns[2].number.Text != "0" {
		t.Error("a score of 0 is not an empty column with its number")
	}
	if !r.columns[3].fill.Hidden || r.columns[3].number.Text != "–" {
		t.Error("a score that is not known is drawn as one")
	}
	if want := "Cool 80, Bases 40, Extra 0, Follow –"; k.AccessibilityLabel() != want {
		t.Errorf("it tells %q, want %q", k.AccessibilityLabel(), want)
	}
	if !r.columns[0].name.Hidden {
		t.Error("names are drawn where they have no room")
	}
	k.Resize(fyne.NewSize(400, 160))
	if r.columns[0].name.Hidden || r.columns[0].name.Text != "Cool" {
		t.Error("names are not drawn where they have room")
	}
	k.Set([]Score{known("Cool", 10), known("Bases", 140), known("Extra", -5), known("Follow", 7)})
	if want := "Cool 10, Bases 100, Extra 0, Follow 7"; k.AccessibilityLabel() != want || r.columns[1].number.Text != "100" {
		t.Errorf("it tells %q, want %q", k.AccessibilityLabel(), want)
	}
}

func TestBars(t *testing.T) {
	b := NewBars(
		Bar{Score: known("Overall", 50)},
		Bar{Score: known("Cool", 75), Before: known("", 25), Compared: true, Pass: 60},
		Bar{Score: Score{Name: "Follow"}, Before: known("", 60), Compared: true},
	)
	onWindow(t, b, fyne.NewSize(500, 200))
	r := drawn[*barsRenderer](b)
	share := func(l *barLine) float32 { return l.fill.Size().Width / (l.track.Size().Width - 2) }
	for _, c := range []struct {
		line *barLine
		want float32
	}{{r.rows[0].now, 0.5}, {r.rows[1].now, 0.75}, {r.rows[1].before, 0.25}, {r.rows[2].before, 0.6}} {
		if got := share(c.line); got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("a bar is filled to %.2f, want %.2f", got, c.want)
		}
	}
	if !r.rows[2].now.fill.Hidden || r.rows[2].now.number.Text != "–" || r.rows[0].before != nil {
		t.Error("what is not known or not compared is drawn")
	}
	if r.rows[1].change.text.Text != "+50" || r.rows[2].change != nil || r.rows[0].change != nil {
		t.Error("a change is told where there is none, or not where there is one")
	}
	track := r.rows[1].now.track
	if at := (r.rows[1].pass.Position().X + 1 - track.Position().X) / track.Size().Width; at < 0.59 || at > 0.61 {
		t.Errorf("the line of a pass is at %.2f", at)
	}
	if want := "Overall 50, Cool 25 → 75 (+50), Follow 60 → –"; b.AccessibilityLabel() != want {
		t.Errorf("it tells %q, want %q", b.AccessibilityLabel(), want)
	}
	beside := b.MinSize().Height
	b.Resize(fyne.NewSize(160, 200))
	if b.MinSize().Height <= beside || r.rows[1].name.Position().Y >= r.rows[1].before.track.Position().Y {
		t.Error("a narrow chart does not set the names above their bars")
	}
}

func TestChange(t *testing.T) {
	for by, want := range map[int]string{12: "+12", -7: "−7", 0: "±0"} {
		c := NewChange(by)
		onWindow(t, c, fyne.NewSize(80, 40))
		r := drawn[*changeRenderer](c)
		if r.text.Text != want || c.AccessibilityLabel() != want {
			t.Errorf("%d is told as %q", by, r.text.Text)
		}
	}
	paint := func(by int) color.Color { return drawn[*changeRenderer](NewChange(by)).box.FillColor }
	if paint(10) == paint(-10) || paint(10) == paint(30) || paint(60) != paint(90) {
		t.Error("the colour does not tell the way and the size of a change")
	}
}

func TestCurves(t *testing.T) {
	points := func(values ...int) []Point {
		all := make([]Point, len(values))
		for i, v := range values {
			all[i] = Point{Value: v, Fresh: i == 0}
		}
		return all
	}
	before := append(points(6, 8, 4), points(3, 2)...)
	now := append(points(6, 4, 2, 1, 1), points(2, 0)...)
	c := NewCurves(before, now, 10, CurveWords{"angry", "calm", "Before", "Now"})
	onWindow(t, c, fyne.NewSize(400, 200))
	was, is, all := c.columns()
	if all != 7 || was[3] != 5 || is[5] != 5 {
		t.Errorf("the second stretches begin at columns %d and %d of %d", was[3], is[5], all)
	}
	r := drawn[*curvesRenderer](c)
	mid := func(d *canvas.Circle) fyne.Position {
		return d.Position().AddXY(d.Size().Width/2, d.Size().Height/2)
	}
	a, b := mid(r.before.dots[0]), mid(r.now.dots[0])
	if a.Subtract(b).X > 0.1 || a.Subtract(b).Y > 0.1 {
		t.Errorf("the same beginning lies at %v and %v", a, b)
	}
	if mid(r.before.dots[1]).Y >= a.Y || mid(r.now.dots[1]).Y <= b.Y {
		t.Error("higher values do not lie higher")
	}
	if r.before.lines[3] != nil || r.now.lines[5] != nil {
		t.Error("a line joins two calls")
	}
	if r.before.lines[1].StrokeWidth >= r.now.lines[1].StrokeWidth || r.before.dots[0].FillColor == r.now.dots[0].FillColor {
		t.Error("colour alone tells the two lines apart")
	}
	if want := "Before 6 8 4 3 2, Now 6 4 2 1 1 2 0"; c.AccessibilityLabel() != want {
		t.Errorf("it tells %q", c.AccessibilityLabel())
	}
	NewCurves(nil, nil, 0, CurveWords{}).MinSize()
}

func someMap(rows int, open func(row, column int)) *HeatMap {
	var all []Row
	for i := range rows {
		all = append(all, Row{Name: "The case of the lift that stopped between floors", Scores: []Score{
			known("", i%101), known("", (i*37)%101), {}, known("", 100-i%101),
		}})
	}
	return NewHeatMap([]string{"Keep cool", "Cover all bases", "Go the extra mile", "Follow up"}, all, open)
}

func TestHeatMapDrawsItsCells(t *testing.T) {
	m := someMap(40, nil)
	onWindow(t, m, fyne.NewSize(360, 1100))
	r := drawn[*heatMapRenderer](m)
	for i, row := range r.rows {
		for k, c := range row.cells {
			s := m.rows[i].Scores[k]
			switch {
			case !s.Known && (c.number.Text != "" || c.box.FillColor != color.Transparent):
				t.Errorf("the empty cell %d, %d shows %q on %v", i, k, c.number.Text, c.box.FillColor)
			case s.Known && (c.number.Text != s.number() || c.box.FillColor != theme.Score(s.N)):
				t.Errorf("cell %d, %d shows %q", i, k, c.number.Text)
			case s.Known && theme.Contrast(c.number.Color, c.box.FillColor) < 4.5:
				t.Errorf("the number %d on its colour can't be read", s.N)
			}
		}
		if i > 0 && row.cells[0].box.Position().Y < r.rows[i-1].cells[0].box.Position().Y+r.rows[i-1].cells[0].box.Size().Height {
			t.Fatalf("row %d lies over the row before", i)
		}
	}
	last := r.rows[39].cells[3].box
	if end := last.Position().Add(last.Size()); end.X > 360 || end.Y > m.MinSize().Height {
		t.Errorf("the last cell ends at %v", end)
	}
	if name := r.rows[0].name; name.MinSize().Width > 360-4*r.cell || name.Text == m.rows[0].Name {
		t.Errorf("the name %q runs into the cells", name.Text)
	}
}

func TestHeatMapByKeys(t *testing.T) {
	var opened, pointed []spot
	m := someMap(3, func(row, column int) { opened = append(opened, spot{row, column}) })
	m.OnPoint = func(row, column int) { pointed = append(pointed, spot{row, column}) }
	w := onWindow(t, m, fyne.NewSize(360, 400))
	var bubbled []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { bubbled = append(bubbled, ev.Name) })
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			m.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	w.Canvas().Focus(m)
	r := drawn[*heatMapRenderer](m)
	if r.ring.Hidden || pointed[len(pointed)-1] != (spot{0, 0}) {
		t.Fatalf("the keys begin on %v", pointed)
	}
	press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyRight, fyne.KeySpace)
	press(fyne.KeyRight, fyne.KeyReturn) // an empty cell opens nothing
	press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn)
	press(fyne.KeyEnd, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn)
	want := []spot{{0, 0}, {1, 1}, {1, NameColumn}, {2, NameColumn}, {0, NameColumn}}
	if len(opened) != len(want) {
		t.Fatalf("opened %v, want %v", opened, want)
	}
	for i := range want {
		if opened[i] != want[i] {
			t.Errorf("opened %v, want %v", opened, want)
		}
	}
	press(fyne.KeyRight)
	if at := r.ring.Position(); at != r.box(spot{0, 0}).pos.SubtractXY(2*cellGap, 2*cellGap) {
		t.Errorf("the ring is at %v", at)
	}
	if want := "The case of the lift that stopped between floors: Keep cool 0"; m.AccessibilityLabel() != want {
		t.Errorf("it tells %q", m.AccessibilityLabel())
	}
	if press(fyne.KeyEscape); len(bubbled) != 1 {
		t.Error("Escape does not go on")
	}
	w.Canvas().Unfocus()
	if !r.ring.Hidden || pointed[len(pointed)-1] != nowhere {
		t.Error("the ring stays when the focus goes")
	}
}

func TestHeatMapByMouse(t *testing.T) {
	var opened []spot
	at := nowhere
	m := someMap(3, func(row, column int) { opened = append(opened, spot{row, column}) })
	m.OnPoint = func(row, column int) { at = spot{row, column} }
	onWindow(t, m, fyne.NewSize(360, 400))
	r := drawn[*heatMapRenderer](m)
	middle := func(s spot) fyne.Position {
		b := r.box(s)
		return b.pos.AddXY(b.size.Width/2, b.size.Height/2)
	}
	move := func(p fyne.Position) {
		m.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}})
	}
	move(middle(spot{2, 3}))
	if at != (spot{2, 3}) || m.Cursor() != desktop.PointerCursor {
		t.Errorf("the mouse is on %v", at)
	}
	if move(middle(spot{1, 2})); m.Cursor() != desktop.DefaultCursor {
		t.Error("an empty cell looks as if it could be pressed")
	}
	if move(fyne.NewPos(10, 2)); at != nowhere {
		t.Errorf("above the rows the mouse is on %v", at)
	}
	for _, s := range []spot{{2, 3}, {1, 2}, {1, NameColumn}} {
		m.Tapped(&fyne.PointEvent{Position: middle(s)})
	}
	if len(opened) != 2 || opened[0] != (spot{2, 3}) || opened[1] != (spot{1, NameColumn}) {
		t.Errorf("opened %v", opened)
	}
	m.Choose(1)
	if r.bar.Hidden || !r.rows[1].name.TextStyle.Bold || r.rows[0].name.TextStyle.Bold {
		t.Error("the chosen row is not marked")
	}
	if m.Choose(-1); !r.bar.Hidden || r.rows[1].name.TextStyle.Bold {
		t.Error("the mark stays")
	}
	m.MouseOut()
	empty := NewHeatMap([]string{"A"}, nil, nil)
	onWindow(t, empty, fyne.NewSize(100, 100))
	empty.FocusGained()
	empty.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	empty.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

package replay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// view is what the screen is made of. It is made once and filled anew with each
// step.
type view struct {
	page  *widget.Scroller // what the keys scroll: the board, or in large text everything
	board *board
	list  *list
	side  *side
	bar   *bar
}

// largeText reports whether the text is so large that the list has no room
// beside the board: it goes below.
func largeText() bool { return theme.Size(theme.TextBody) > 19 }

// page is the screen around what is shown.
func (s *Screen) page(body fyne.CanvasObject) fyne.CanvasObject {
	return widget.InsetXY(theme.GapXL, theme.GapL, widget.Frame(s.head(""), nil, nil, nil, widget.InsetXY(theme.GapNil, theme.GapL, body)))
}

// head names the screen and leads back.
func (s *Screen) head(under string) fyne.CanvasObject {
	names := widget.VStack(theme.GapNil, widget.Title(locale.Text("replay.title")))
	if under != "" {
		names.Add(widget.Body(under).Tint(theme.Muted))
	}
	back := widget.NewButton(locale.Text("replay.back"), s.host.Back).WithIcon(widget.IconBack)
	return widget.HStack(theme.GapL, widget.Grow(names), back)
}

// build makes the view of a call that was read.
func (s *Screen) build() {
	v := &s.view
	v.board, v.bar = newBoard(s), newBar(s)
	v.list = newList(func(p place) { s.goTo(p) })
	v.side = newSide(s, v.list)
	v.list.fill(s.entries())
	head := s.head(underWords(s.r))
	if largeText() {
		all := widget.VStack(theme.GapL, head, v.bar.row, v.board.card, v.side.column)
		v.page = widget.Scroll(widget.InsetXY(theme.GapXL, theme.GapL, all))
		s.root.Objects = []fyne.CanvasObject{v.page}
	} else {
		v.page = widget.Scroll(v.board.card)
		middle := container.New(plan{}, v.page, widget.Scroll(v.side.column))
		s.root.Objects = []fyne.CanvasObject{widget.InsetXY(theme.GapXL, theme.GapL,
			widget.Frame(head, v.bar.row, nil, nil, widget.InsetXY(theme.GapNil, theme.GapM, middle)))}
	}
	s.show()
	s.root.Refresh()
}

// underWords say whose call it was, when, and with whom.
func underWords(r *telling.Reading) string {
	words := map[string]any{"When": locale.When(r.Attempt.Started.In(r.Now.Location()), r.Now), "Caller": r.Caller(), "Trainee": r.Trainee}
	return r.Pick(locale.Text("debrief.under", words), locale.Text("debrief.under.other", words))
}

// show puts the place one looks at on the board and marks it everywhere.
func (s *Screen) show() {
	v := &s.view
	if t := s.at.trial(); t != nil {
		s.ask(t)
		v.board.showTrial(s, t)
	} else {
		v.board.showMove(s)
	}
	v.list.goTo(s.at)
	v.side.mark(s.at.move)
	v.bar.follow(s)
	v.fit()
	v.board.hold(s)
}

// fit gives the board the height it needs now. Only what has another height is
// laid out again.
func (v *view) fit() {
	size := v.page.Size()
	v.page.Resize(size.AddWidthHeight(0, 1))
	v.page.Resize(size)
}

// plan sets the side at the right of the board, both from top to bottom.
type plan struct{}

func (plan) Layout(o []fyne.CanvasObject, size fyne.Size) {
	em, gap := theme.Size(theme.TextBody), theme.Size(theme.GapL)
	side := min(max(size.Width*0.36, 20*em), 27*em)
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(size.Width-side-gap, size.Height))
	o[1].Move(fyne.NewPos(size.Width-side, 0))
	o[1].Resize(fyne.NewSize(side, size.Height))
}

func (plan) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 240) }

package callroom

import (
	"fyne.io/fyne/v2"

	"keepcool/app/ui/theme"
)

// hall is the plan of the screen: the voice above, the conversation under it,
// the floor below, and the side with moods and notes.
type hall struct{}

func (hall) Layout(o []fyne.CanvasObject, size fyne.Size) {
	edge, gap := theme.Size(theme.GapL), theme.Size(theme.GapM)
	side := min(20*theme.Size(theme.TextBody), size.Width*0.31)
	main := size.Width - 2*edge
	if o[3].Visible() {
		main -= gap + side
	}
	high := size.Height - 2*edge
	put := func(c fyne.CanvasObject, x, y, w, h float32) {
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	}
	o[0].Resize(fyne.NewSize(main, o[0].Size().Height))
	voice := o[0].MinSize().Height
	o[2].Resize(fyne.NewSize(main, o[2].Size().Height))
	floor := min(o[2].MinSize().Height, (high-voice)*0.65)
	put(o[0], edge, edge, main, voice)
	put(o[1], edge, edge+voice+gap, main, high-voice-floor-2*gap)
	put(o[2], edge, edge+high-floor, main, floor)
	put(o[3], edge+main+gap, edge, side, high)
}

func (hall) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 420) }

// air is the room that the replies keep around them for the ring of the focus.
func air() float32 { return theme.Size(theme.GapXS) }

// slim lets a thing be narrower than it likes.
type slim struct{}

func (slim) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (slim) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(4*theme.Size(theme.TextBody), o[0].MinSize().Height)
}

// broad keeps words in the middle of their height and gives them room enough to
// be read, so that what stands beside them goes below where there is none.
type broad struct{}

func (broad) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, o[0].Size().Height))
	high := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, (size.Height-high)/2))
	o[0].Resize(fyne.NewSize(size.Width, high))
}

func (broad) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(11*theme.Size(theme.TextBody), o[0].MinSize().Height)
}

// scrolled shows the page of a scroller whole where there is room for it.
type scrolled struct{}

func (scrolled) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (scrolled) MinSize(o []fyne.CanvasObject) fyne.Size {
	page := o[0].(interface{ Content() fyne.CanvasObject }).Content()
	if w := o[0].Size().Width; w > 0 && page.Size().Width != w {
		page.Resize(fyne.NewSize(w, page.Size().Height))
	}
	return page.MinSize()
}

// aside sets a button at the right of something wide. In a narrow row the
// button goes below.
type aside struct{ width float32 }

// main is the width of the wide thing, and whether the button goes below it.
func (l *aside) main(o []fyne.CanvasObject) (width float32, below bool) {
	width = l.width - o[1].MinSize().Width - theme.Size(theme.GapL)
	if width < 27*theme.Size(theme.TextBody) {
		return l.width, true
	}
	return width, false
}

func (l *aside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	main, below := l.main(o)
	button, high := o[1].MinSize(), size.Height
	y := (high - button.Height) / 2
	if below {
		high -= button.Height + theme.Size(theme.GapS)
		y = size.Height - button.Height
	}
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(main, max(high, 0)))
	o[1].Move(fyne.NewPos(size.Width-button.Width, y))
	o[1].Resize(button)
}

func (l *aside) MinSize(o []fyne.CanvasObject) fyne.Size {
	main, button := o[0].MinSize(), o[1].MinSize()
	least := fyne.NewSize(max(main.Width, button.Width), max(main.Height, button.Height))
	if _, below := l.main(o); below && l.width > 0 {
		least.Height = main.Height + theme.Size(theme.GapS) + button.Height
	}
	return least
}

// ground sets the state of the call above the replies and the tools below them.
// The replies scroll where they do not fit.
type ground struct{}

// hair is what the sum of heights may lose in rounding: without it a page that
// fits would show that it can be scrolled.
const hair = 0.5

func (ground) Layout(o []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Size(theme.GapS)
	o[0].Resize(fyne.NewSize(size.Width, o[0].Size().Height))
	o[2].Resize(fyne.NewSize(size.Width, o[2].Size().Height))
	above, below := o[0].MinSize().Height, o[2].MinSize().Height
	if !o[2].Visible() {
		below = -gap
	}
	if !o[1].Visible() {
		above = size.Height - below - gap
	}
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(size.Width, above))
	o[1].Move(fyne.NewPos(-air(), above+gap))
	o[1].Resize(fyne.NewSize(size.Width+2*air(), max(size.Height-above-below-2*gap, 0)))
	o[2].Move(fyne.NewPos(0, size.Height-below))
	o[2].Resize(fyne.NewSize(size.Width, below))
}

func (ground) MinSize(o []fyne.CanvasObject) fyne.Size {
	gap := theme.Size(theme.GapS)
	replies := o[1].MinSize().Height
	if s, ok := o[1].(interface{ Content() fyne.CanvasObject }); ok {
		content := s.Content()
		if w := o[1].Size().Width; w > 0 && content.Size().Width != w {
			content.Resize(fyne.NewSize(w, content.Size().Height))
		}
		replies = content.MinSize().Height
	}
	high := o[0].MinSize().Height
	if o[1].Visible() {
		high += gap + replies + hair
	}
	if o[2].Visible() {
		high += gap + o[2].MinSize().Height
	}
	return fyne.NewSize(320, high)
}

// either gives all the room to whichever of its objects is seen.
type either struct{}

func (either) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (either) MinSize(objects []fyne.CanvasObject) fyne.Size {
	for _, o := range objects {
		if o.Visible() {
			return o.MinSize()
		}
	}
	return fyne.Size{}
}

// middle sets one thing in the middle of the page, a little above.
type middle struct{}

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, 0))
		h := min(o.MinSize().Height, size.Height)
		o.Move(fyne.NewPos(0, (size.Height-h)*0.42))
		o.Resize(fyne.NewSize(size.Width, h))
	}
}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

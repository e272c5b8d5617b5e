package clientfile

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// view is what the screen is made of.
type view struct {
	root  fyne.CanvasObject
	tabs  *fyne.Container
	marks []*canvas.Rectangle // behind the tabs, shown for the open one
	card  *widget.Card
	page  *widget.Scroller
	body  *fyne.Container

	rings   *rings
	says    *widget.Text
	explain *widget.Text
	main    *widget.Button
	notYet  *widget.Button
	settle  *widget.Button
}

// build puts the empty screen together.
func (s *Screen) build() {
	v := &s.view
	v.tabs = widget.Flow(theme.GapXS)
	v.body = widget.VStack(theme.GapM)
	v.page = widget.Scroll(widget.InsetXY(theme.GapXS, theme.GapXS, v.body))
	v.card = widget.NewCard(" ", v.page)
	v.rings = newRings()
	v.says = widget.Title("").Align(fyne.TextAlignCenter)
	v.explain = widget.Body("").Tint(theme.Muted).Align(fyne.TextAlignCenter)
	v.main = widget.NewPrimary("", s.main).WithKey("↵")
	v.notYet = widget.NewQuiet(locale.Text("clientfile.not-yet"), s.notYet).WithKey("Esc")
	v.settle = widget.NewQuiet(locale.Text("clientfile.settle"), s.settle).WithIcon(widget.IconBreath).WithKey("S")
	file := widget.Frame(v.tabs, nil, nil, nil, v.card)
	both := container.New(desk{}, widget.Scroll(file), s.phone())
	v.root = widget.InsetXY(theme.GapXL, theme.GapXL, widget.Frame(s.head(), nil, nil, nil, both))
	s.fill()
	s.showReading()
}

// head names the scenario and how it is played.
func (s *Screen) head() fyne.CanvasObject {
	a := s.play.Attempt()
	tone := widget.CalmTone
	if a.Mode == trainer.Assessed {
		tone = widget.Plain
	}
	tags := widget.HStack(theme.GapS, widget.NewTag(locale.Text(locale.Key("clientfile.mode.", string(a.Mode))), tone))
	if a.Mode.LikePractice() {
		tags.Add(widget.NewTag(locale.Text(locale.Key("clientfile.setting.", a.Setting)), widget.Plain))
	}
	above := locale.Text("clientfile.title")
	switch {
	case s.play.InHouse():
		above = locale.Text("clientfile.title.inside")
	case s.second():
		above = locale.Text("clientfile.title.second")
	case s.takesOver():
		above = locale.Text("rescue.title")
	}
	back := widget.NewQuiet(locale.Text("clientfile.today"), s.away).WithIcon(widget.IconBack)
	words := widget.VStack(theme.GapNil, widget.Caption(above), widget.Title(a.Title))
	return widget.VStack(theme.GapNil, widget.HStack(theme.GapM, widget.Grow(words), tags, back), widget.Inset(theme.GapS, widget.Spacer()))
}

// phone is the card with the telephone.
func (s *Screen) phone() fyne.CanvasObject {
	v := &s.view
	from := capital(s.play.Scenario().Caller.From)
	if s.play.InHouse() {
		from = s.play.Call().Script.What
	}
	column := container.New(
		shelf{},
		v.rings,
		v.says,
		v.explain,
		widget.VStack(theme.GapS, v.settle, v.main, v.notYet),
	)
	head := widget.VStack(theme.GapXS, widget.Heading(s.play.Who()), widget.Caption(from))
	return widget.NewCard("", widget.Scroll(widget.Frame(head, nil, nil, nil, column)))
}

// showTabs draws a tab for each leaf.
func (s *Screen) showTabs() {
	v := &s.view
	v.tabs.RemoveAll()
	v.marks = nil
	for i, l := range s.leaves {
		mark := canvas.NewRectangle(color.Transparent)
		mark.CornerRadius = theme.Size(theme.RadiusM)
		v.marks = append(v.marks, mark)
		tab := widget.NewQuiet(l.title, func() { s.leafTo(i) }).WithIcon(l.icon)
		v.tabs.Add(widget.VStack(theme.GapNil, container.NewStack(mark, tab), widget.Inset(theme.GapXS, widget.Spacer())))
	}
	s.showMark()
}

func (s *Screen) showMark() {
	for i, mark := range s.view.marks {
		mark.FillColor = color.Transparent
		if i == s.at {
			mark.FillColor = theme.Color(theme.CalmTint)
		}
		mark.Refresh()
	}
}

// showLeaf puts a leaf on the desk.
func (s *Screen) showLeaf(l leaf) {
	s.showMark()
	s.view.card.SetTitle(l.title)
	s.show(l.body())
}

func (s *Screen) show(o fyne.CanvasObject) {
	s.view.body.Objects = []fyne.CanvasObject{o}
	s.view.body.Refresh()
	s.view.page.Refresh()
	s.view.page.ScrollToTop()
}

// showReading is the screen while the papers are read.
func (s *Screen) showReading() {
	v := &s.view
	v.tabs.Show()
	v.notYet.Hidden = !s.waits
	v.settle.Hidden = !s.canSettle()
	v.main.SetIcon(widget.IconPhone)
	v.main.SetText(locale.Text("clientfile.ready"))
	if s.takesOver() {
		v.main.SetText(locale.Text("rescue.go"))
	}
	says, explain := s.quiet()
	v.says.SetText(says)
	v.explain.SetText(explain)
	if s.engine == refused {
		v.main.SetIcon(widget.IconBook)
		v.main.SetText(locale.Text("clientfile.refused.on"))
	}
	if s.waits {
		v.main.Disable()
		widget.Focus(v.notYet)
	} else if v.main.Disabled() {
		v.main.Enable()
		widget.Focus(v.main)
	}
	v.root.Refresh()
}

// quiet is what is said of the telephone while it does not ring.
func (s *Screen) quiet() (says, explain string) {
	name := map[string]any{"Name": s.play.Who()}
	switch {
	case s.takesOver():
		return s.rescueQuiet()
	case s.engine == refused:
		return locale.Text("clientfile.refused"), locale.Text("clientfile.refused.why")
	case s.waits && s.outgoing():
		return locale.Text("clientfile.waits"), locale.Text("clientfile.waits.outgoing.why", name)
	case s.waits:
		return locale.Text("clientfile.waits"), locale.Text("clientfile.waits.why")
	}
	says, explain = locale.Text("clientfile.quiet"), locale.Text("clientfile.quiet.why")
	if s.outgoing() {
		says, explain = locale.Text("clientfile.quiet.outgoing"), locale.Text("clientfile.quiet.outgoing.why", name)
	}
	if s.long {
		explain += " " + locale.Text("clientfile.working")
	}
	return says, explain
}

// showRinging is the screen while the phone rings: the first words can be
// thought of, and nothing runs.
func (s *Screen) showRinging() {
	v := &s.view
	v.tabs.Hide()
	v.settle.Hide()
	v.notYet.Show()
	name := map[string]any{"Name": s.play.Who()}
	if s.outgoing() {
		v.says.SetText(locale.Text("clientfile.rings.outgoing"))
		v.main.SetText(locale.Text("clientfile.ring", name))
	} else {
		v.says.SetText(locale.Text("clientfile.rings"))
		v.main.SetText(locale.Text("clientfile.answer"))
	}
	if s.host.Preferences().Pace == 0 || s.play.Attempt().Untimed {
		v.explain.SetText(locale.Text("clientfile.untimed"))
	} else {
		v.explain.SetText(locale.Text("clientfile.timed"))
	}
	v.card.SetTitle(locale.Text("clientfile.first-words"))
	s.show(s.greetings())
	v.root.Refresh()
	widget.Focus(v.main)
}

// greetings are the replies that the call will begin with. Where the trainee
// makes the first call, they answer what nobody has said yet.
func (s *Screen) greetings() fyne.CanvasObject {
	if s.outgoing() && s.play.Moves() == 0 {
		return widget.Body(locale.Text("clientfile.first-words.outgoing")).Tint(theme.Muted)
	}
	column := widget.VStack(theme.GapM, widget.Body(locale.Text("clientfile.first-words.why")).Tint(theme.Muted))
	for i, c := range s.play.Choices() {
		text := c.Text
		if !c.Spoken {
			text = "[" + text + "]"
		}
		reply := widget.NewReply(i+1, text, nil)
		reply.Disable()
		column.Add(reply)
	}
	return column
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.view.root }

// shelf sets the telephone above its words and the buttons at the bottom. Where
// the room is short the telephone gives way, then the smaller words, and at last
// the others: the buttons always have theirs.
type shelf struct{}

func (shelf) Layout(o []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Size(theme.GapM)
	heights := make([]float32, len(o))
	for i, part := range o[1:] {
		part.Resize(fyne.NewSize(size.Width, part.Size().Height))
		heights[i+1] = part.MinSize().Height
	}
	put := func(i int, y float32) {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, heights[i]))
	}
	left := size.Height - heights[1] - heights[3] - 2*gap
	show(o[1], left >= -gap)
	show(o[2], left >= heights[2]+gap)
	if o[2].Visible() {
		left -= heights[2] + gap
	}
	heights[0] = min(o[0].MinSize().Height, left)
	show(o[0], heights[0] >= 2*theme.Size(theme.TextDisplay))
	if !o[0].Visible() {
		heights[0] = 0
	}
	y := max((left-heights[0])/2, 0)
	put(0, y)
	put(1, y+heights[0])
	if o[0].Visible() {
		put(1, y+heights[0]+gap)
	}
	put(2, y+heights[0]+heights[1]+2*gap)
	put(3, size.Height-heights[3])
}

func show(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}

func (shelf) MinSize(o []fyne.CanvasObject) fyne.Size {
	words, buttons := o[1].MinSize(), o[3].MinSize()
	return fyne.NewSize(max(words.Width, buttons.Width), buttons.Height)
}

// desk sets the file beside the phone, which keeps a third of the room at most.
type desk struct{}

func (desk) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Size(theme.GapXL)
	w := min(20*theme.Size(theme.TextBody), size.Width*0.36)
	objects[0].Resize(fyne.NewSize(size.Width-w-gap, size.Height))
	objects[0].Move(fyne.Position{})
	objects[1].Resize(fyne.NewSize(w, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-w, 0))
}

func (desk) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+b.Width, 0)
}

package callroom

import (
	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// moodPanel shows how the caller is, in practice, and what practice allows.
type moodPanel struct {
	heat, trust, confusion *widget.MoodBar
	patience               *widget.CountdownBar
	hint, back             *widget.Button
	advice                 *fyne.Container
	card                   *widget.Card
}

// notePanel is the notepad.
type notePanel struct {
	how    *widget.Text
	labels []*widget.Button
	list   *fyne.Container
	page   *widget.Scroller
	card   *widget.Card
}

// largeText reports whether the text is so large that the words of a button
// leave no room for its drawing or its key.
func largeText() bool { return theme.Size(theme.TextBody) > 19 }

func (r *Room) buildMoods() fyne.CanvasObject {
	m := &r.view.moods
	m.heat = widget.NewMoodBar(widget.HeatMood, locale.Text(locale.Key("callroom.heat.", r.heatColour())))
	m.trust = widget.NewMoodBar(widget.TrustMood, locale.Text("callroom.trust"))
	m.confusion = widget.NewMoodBar(widget.ConfusionMood, locale.Text("callroom.confusion"))
	m.patience = widget.NewCountdownBar()
	m.patience.SetLabel(locale.Text("callroom.patience", map[string]any{"N": 0}))
	m.hint = widget.NewQuiet(locale.Text("callroom.hint"), r.hint).WithKey("F2")
	m.back = widget.NewQuiet(locale.Text("callroom.back"), r.back).WithKey("⌫")
	m.advice = widget.VStack(theme.GapS)
	m.advice.Hide()
	m.card = widget.NewCard("", widget.VStack(
		theme.GapS, m.heat, m.trust, m.confusion, m.patience,
		widget.Flow(theme.GapXS, m.hint, m.back), m.advice,
	))
	return m.card
}

// showMoods shows the caller's moods as they are now.
func (r *Room) showMoods() {
	if !r.practice() {
		return
	}
	m, s := &r.view.moods, r.play.State()
	m.heat.Set(int(s.Heat))
	m.trust.Set(int(s.Trust))
	m.confusion.Set(int(s.Conf))
	m.patience.SetLabel(locale.Text("callroom.patience", map[string]any{"N": s.Patience}))
	m.patience.SetFraction(float64(s.Patience) / float64(max(r.patienceAtStart(), 1)))
}

// showHint shows what a good reply would do here, nothing for none.
func (r *Room) showHint(behaviours []string) {
	if !r.practice() {
		return
	}
	advice := r.view.moods.advice
	if len(behaviours) == 0 && !advice.Visible() {
		return
	}
	advice.RemoveAll()
	advice.Hidden = len(behaviours) == 0
	for _, b := range behaviours {
		star := widget.NewIcon(widget.IconStar, theme.CalmText, theme.TextCaption)
		advice.Add(widget.HStack(theme.GapS, star, widget.Grow(widget.Caption(b).Tint(theme.CalmText))))
	}
	r.view.room.Refresh()
}

func (r *Room) buildNotes() fyne.CanvasObject {
	n := &r.view.notes
	n.how = widget.Caption(locale.Text("callroom.notes.how", r.named()))
	// In a large text the keys' names would leave no room beside the words.
	grid := widget.Columns(theme.GapS, 112)
	if largeText() {
		grid = widget.Columns(theme.GapS, 72)
	}
	for _, l := range labels {
		b := widget.NewButton(locale.Text(locale.Key("mark.", string(l.label))), func() { r.label(l.label) })
		if !largeText() {
			b.WithKey(l.mark.Letter()).Wide()
		}
		b.Disable()
		n.labels = append(n.labels, b)
		grid.Add(b)
	}
	n.list = widget.VStack(theme.GapM)
	n.page = widget.Scroll(widget.InsetXY(theme.GapXS, theme.GapS, n.list))
	n.how.Hidden = r.guide != nil // whose line says it
	top := widget.VStack(theme.GapS, n.how)
	if tips := r.view.tips; tips.notes != tips.floor {
		top.Add(tips.notes)
	}
	top.Add(grid)
	top.Add(widget.Inset(theme.GapNil, widget.Spacer()))
	n.card = widget.NewCard(locale.Text("callroom.notes"), widget.Frame(top, nil, nil, nil, n.page))
	return n.card
}

// showLabels opens the labels while words are picked.
func (r *Room) showLabels() {
	line, _, _ := r.view.transcript.Selection()
	for _, b := range r.view.notes.labels {
		able(b, line >= 0)
	}
}

// showNotes writes the notepad, the newest note first, and the marks in the transcript.
func (r *Room) showNotes() {
	n := &r.view.notes
	n.list.RemoveAll()
	notes := r.play.Notes()
	for i := len(notes) - 1; i >= 0; i-- {
		n.list.Add(r.noteRow(notes[i]))
		if i > 0 {
			n.list.Add(widget.Divider())
		}
	}
	n.list.Refresh()
	n.page.Refresh()
	n.page.ScrollToTop()
	seen := map[int]bool{}
	for i, s := range r.lines {
		if s.Voice == trainer.TheCaller && !seen[s.Line] && (i != r.line || r.phase != speaking) {
			seen[s.Line] = true
			r.showMarks(s.Line)
		}
	}
	r.showLabels()
}

func (r *Room) noteRow(k trainer.Kept) fyne.CanvasObject {
	drop := widget.NewQuiet("", func() { r.drop(k) }).WithIcon(widget.IconCross)
	tag := widget.NewTag(locale.Text(locale.Key("mark.", string(k.Label))), markOf(k.Label).Tone())
	words := widget.VStack(theme.GapXS, widget.HStack(theme.GapNil, tag, widget.Spacer()), widget.Body("“"+r.words(k.Note)+"”"))
	return widget.HStack(theme.GapS, widget.Grow(words), drop)
}

package callroom

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// mostReplies is how many replies the number keys reach.
const mostReplies = 9

// view is what the screen is made of.
type view struct {
	root *fyne.Container
	room *fyne.Container   // everything of the call
	rest fyne.CanvasObject // what lies there instead while it is paused
	goOn *widget.Button

	trace      *widget.VoiceTrace
	sounds     *widget.Text // the trace in words
	from       *widget.Text // where the caller stands
	pause      *widget.Button
	transcript *widget.Transcript

	turn    *widget.Text
	clock   *widget.CountdownBar
	cutIn   *widget.Button
	floor   *fyne.Container // what can be said and done
	replies []*widget.Reply
	column  *fyne.Container
	page    *widget.Scroller
	tools   []*widget.Button // for the trainee's turn only
	toolRow *fyne.Container
	hangUp  *widget.Button

	furnished bool        // what is there was shown once
	step      *widget.Tag // how far a guided call is
	tips      tips

	moods moodPanel
	notes notePanel
	side  *widget.Scroller

	ended     *fyne.Container
	endTitle  *widget.Text
	endWhy    *widget.Text
	endOnward *widget.Button
}

func (r *Room) build() {
	v := &r.view
	v.tips = newTips()
	v.transcript = widget.NewTranscript()
	v.transcript.OnMark = func(int, int, int, fyne.Position) { r.picked() }
	v.transcript.OnMarkKey = r.labelByKey
	v.transcript.OnAgain, v.transcript.OnLarger = r.sayLineAgain, r.showLarger
	side := widget.VStack(theme.GapM, r.buildMoods(), widget.Grow(r.buildNotes()), r.buildMute())
	talk := widget.NewCard("", v.transcript)
	v.side = widget.Scroll(side)
	v.room = container.New(
		hall{}, r.buildVoice(), talk, r.buildFloor(), v.side,
	)
	v.rest = r.buildRest()
	v.rest.Hide()
	v.root = container.NewStack(v.room, v.rest)
}

// buildVoice is the caller's end of the line: a name and a voice, never a face.
func (r *Room) buildVoice() fyne.CanvasObject {
	v := &r.view
	v.trace = widget.NewVoiceTrace()
	v.sounds = widget.Caption("").Align(fyne.TextAlignCenter)
	tone, mode := widget.CalmTone, r.modeWords()
	if !r.practice() {
		tone = widget.Plain
	}
	v.from = widget.Caption(capital(r.from())).OneLine()
	who := widget.VStack(theme.GapNil, widget.Heading(r.callerName()).OneLine(), v.from)
	voice := widget.VStack(theme.GapNil, v.trace, v.sounds)
	sign := widget.NewTag(mode, tone)
	v.step = sign
	row := widget.HStack(theme.GapL, who, widget.Grow(container.New(slim{}, voice)), sign)
	r.mute.button = widget.NewQuiet(locale.Text("callroom.mute"), r.toggleMute).WithIcon(widget.IconMute)
	switch {
	case r.guide != nil:
		v.pause = widget.NewQuiet(locale.Text("callroom.skip"), r.guide.Skip)
	case largeText():
		sign.Hidden = r.practice() // its moods tell a practice call as well
		v.sounds.Hide()
		v.pause = widget.NewQuiet("", r.pause).Named(locale.Text("callroom.pause"))
		r.mute.button.SetText("")
		r.mute.button.Named(locale.Text("callroom.mute"))
		row.Add(r.mute.button)
		v.pause.WithIcon(widget.IconPause)
	default:
		v.pause = widget.NewQuiet(locale.Text("callroom.pause"), r.pause).WithKey("P").WithIcon(widget.IconPause)
	}
	row.Add(v.pause)
	return widget.NewCard("", widget.VStack(theme.GapS, row, v.tips.voice))
}

// buildFloor is what the trainee can say and do, and in its place at the end
// what has become of the call.
func (r *Room) buildFloor() fyne.CanvasObject {
	v := &r.view
	v.turn = widget.Strong("")
	v.clock = widget.NewCountdownBar()
	v.cutIn = widget.NewButton(locale.Text("callroom.cut-in"), r.cutIn).WithKey("C")
	v.hangUp = widget.NewQuiet(locale.Text("callroom.hang-up"), r.hangUp).WithKey("X")
	if !largeText() {
		v.hangUp.WithIcon(widget.IconHangUp)
	}
	status := widget.HStack(theme.GapS, widget.Grow(container.New(broad{}, widget.VStack(theme.GapXS, v.turn, v.clock))), v.cutIn, v.hangUp)

	v.column = widget.VStack(theme.GapS)
	panel, own := r.buildSayFirst()
	v.column.Add(panel)
	v.column.Add(own)
	for i := range mostReplies {
		reply := widget.NewReply(i+1, "", func() { r.choose(i) })
		reply.Hide()
		v.replies = append(v.replies, reply)
		v.column.Add(reply)
	}
	v.page = widget.Scroll(widget.Inset(theme.GapXS, v.column))
	v.floor = container.New(ground{}, widget.VStack(theme.GapS, status, v.tips.floor), v.page, r.buildTools())

	v.endTitle, v.endWhy = widget.Title(""), widget.Body("").Tint(theme.Muted)
	v.endOnward = widget.NewPrimary(locale.Text("callroom.onward"), r.onward).WithIcon(widget.IconEdit).WithKey("↵")
	if r.inHouse() {
		v.endOnward.SetIcon(widget.IconToday)
		v.endOnward.SetText(locale.Text("callroom.onward.inside"))
	}
	card := widget.NewCard("", container.New(scrolled{}, widget.Scroll(container.New(
		&aside{},
		widget.HStack(
			theme.GapL,
			widget.NewIcon(widget.IconHangUp, theme.CalmText, theme.TextDisplay),
			widget.Grow(widget.VStack(theme.GapXS, v.endTitle, v.endWhy)),
		),
		v.endOnward,
	)))).Tinted(theme.CalmTint)
	v.ended = container.NewStack(card)
	v.ended.Hide()
	return container.New(either{}, v.floor, v.ended)
}

func (r *Room) buildTools() fyne.CanvasObject {
	v := &r.view
	tool := func(words string, icon fyne.Resource, key string, do func()) *widget.Button {
		b := widget.NewButton(words, do)
		if largeText() {
			return b
		}
		return b.WithKey(key).WithIcon(icon)
	}
	v.tools = []*widget.Button{
		tool(locale.Text("callroom.hold"), widget.IconPhone, "H", r.hold),
		tool(locale.Text("callroom.breathe"), widget.IconBreath, "B", r.breathe),
		tool(locale.Text("callroom.read-back"), widget.IconReadBack, "R", r.readBack),
	}
	row := widget.Flow(theme.GapS)
	for _, b := range v.tools {
		row.Add(b)
	}
	v.toolRow = row
	if r.guide != nil {
		v.toolRow = widget.HStack(theme.GapM, row, widget.Grow(v.tips.readBack))
		return v.toolRow
	}
	own := widget.NewQuiet(locale.Text("callroom.say-first"), r.toggleFirst)
	if !largeText() {
		row.Add(r.mute.button.WithKey("M"))
		own.WithKey("S")
	}
	row.Add(own)
	return v.toolRow
}

// buildRest covers the call while it is paused.
func (r *Room) buildRest() fyne.CanvasObject {
	r.view.goOn = widget.NewPrimary(locale.Text("callroom.go-on"), r.goOn).WithIcon(widget.IconPlay).WithKey("↵")
	later := locale.Text("callroom.later")
	if r.guide != nil {
		later = locale.Text("callroom.skip.all")
	}
	ways := widget.VStack(theme.GapS, r.view.goOn, widget.NewButton(later, r.leave))
	if r.guide == nil && r.play.CanLeave() {
		ways.Add(widget.NewQuiet(locale.Text("callroom.stop"), r.stopForGood))
	}
	column := widget.VStack(
		theme.GapL,
		container.NewCenter(widget.NewIcon(widget.IconPause, theme.CalmText, theme.TextDisplay)),
		widget.VStack(
			theme.GapS,
			widget.Title(locale.Text("callroom.paused")).Align(fyne.TextAlignCenter),
			widget.Body(locale.Text("callroom.paused.why", r.named())).Tint(theme.Muted).Align(fyne.TextAlignCenter),
		),
		ways,
	)
	card := widget.NewCard("", widget.InsetXY(theme.GapL, theme.GapL, column))
	return container.New(middle{}, widget.MaxWidth(380, card))
}

// showPaused covers the call, or uncovers it.
func (r *Room) showPaused(on bool) {
	r.paused = on
	if on {
		r.view.room.Hide()
		r.view.rest.Show()
		widget.Focus(r.view.goOn)
		return
	}
	if !r.view.rest.Visible() {
		return
	}
	r.view.rest.Hide()
	r.view.room.Show()
	r.host.Canvas().Unfocus()
}

// showTurn says whose turn it is and opens what belongs to it.
func (r *Room) showTurn() {
	v := &r.view
	r.follow()
	if r.phase == over && r.guide == nil {
		r.showEnd()
		return
	}
	listening := r.phase == speaking && !r.cutting
	for i := range r.choices {
		if i < len(v.replies) {
			able(v.replies[i], !listening)
		}
	}
	for _, b := range v.tools {
		able(b, r.phase == open)
	}
	v.cutIn.Hidden = !r.shows(CutIn) || r.phase != speaking || r.play.Stage() != trainer.StageCall
	v.cutIn.SetPrimary(r.cutting)
	if r.practice() {
		able(v.moods.back, r.phase == open && r.play.CanGoBack())
		able(v.moods.hint, r.phase == open)
	}
	r.showClock()
	v.floor.Refresh()
	if r.phase == open {
		r.focusFirst()
	}
	r.lead()
}

type abled interface {
	fyne.Disableable
}

func able(o abled, on bool) {
	switch {
	case o.Disabled() && on:
		o.Enable()
	case !o.Disabled() && !on:
		o.Disable()
	}
}

// showClock shows what runs: the caller's line, or the time for the first words.
func (r *Room) showClock() {
	v := &r.view
	switch {
	case r.phase == speaking:
		v.clock.Show()
		v.clock.SetHeat(true)
		v.clock.SetFraction(1 - r.heard.Seconds()/r.length.Seconds())
		if r.cutting {
			v.turn.SetText(locale.Text("callroom.turn.cutting", r.named()))
		} else {
			v.turn.SetText(locale.Text("callroom.turn.caller", r.named()))
		}
	case r.first.asking:
		v.clock.Hide()
		v.turn.SetText(locale.Text("callroom.turn.own"))
	case r.counting():
		left := firstWords - r.waited
		v.clock.Show()
		v.clock.SetHeat(false)
		v.clock.SetFraction(left.Seconds() / firstWords.Seconds())
		v.turn.SetText(locale.Count("callroom.turn.first", int(left.Seconds()+0.99)))
	case r.phase == over:
		v.clock.Hide()
		v.turn.SetText(locale.Text("callroom.turn.parted", r.named()))
	case r.timed() && r.shows(FirstWords) && r.play.Opening():
		v.clock.Hide()
		v.turn.SetText(locale.Text("callroom.turn.late"))
	default:
		v.clock.Hide()
		v.turn.SetText(locale.Text("callroom.turn.yours"))
	}
}

// showChoices writes the replies of this beat, or asks for one's own words
// before them.
func (r *Room) showChoices() {
	r.unfocusFirst()
	r.askFirst()
	r.showReplies()
}

// showReplies writes the replies that are seen now.
func (r *Room) showReplies() {
	v := &r.view
	for i, reply := range v.replies {
		if i >= len(r.choices) || r.first.asking || !r.shows(Replies) {
			reply.Hide()
			continue
		}
		c := r.choices[i]
		text := c.Text
		if !c.Spoken {
			text = "[" + text + "]"
		}
		if reply.Text() != text {
			reply.SetText(text)
		}
		reply.Show()
	}
	v.page.ScrollToTop()
	r.layOut()
	v.transcript.ScrollToEnd()
}

// layOut gives the floor the height that its replies need now. The plan is laid
// out by hand, since a container told to refresh would draw the whole
// conversation again.
func (r *Room) layOut() {
	v := &r.view
	v.room.Layout.Layout(v.room.Objects, v.room.Size())
	v.floor.Refresh()
}

// showChosen marks the reply that is being given, -1 for none.
func (r *Room) showChosen(at int) {
	for i, reply := range r.view.replies {
		if reply.Visible() {
			reply.SetChosen(i == at)
		}
	}
}

// unfocusReplies keeps a second press of Enter from giving the next reply.
func (r *Room) unfocusReplies() {
	c := r.host.Canvas()
	if _, on := c.Focused().(*widget.Reply); on {
		c.Unfocus()
	}
}

// showEnd is the quiet moment after a call.
func (r *Room) showEnd() {
	v := &r.view
	title, why := r.ending()
	v.endTitle.SetText(title)
	v.endWhy.SetText(why)
	v.pause.Disable()
	r.setMute(false)
	if r.practice() {
		v.moods.hint.Disable()
		v.moods.back.Disable()
	}
	v.floor.Hide()
	v.ended.Show()
	r.unfocusReplies()
	v.room.Refresh()
	widget.Focus(v.endOnward)
}

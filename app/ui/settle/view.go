package settle

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// view is what the screen is made of.
type view struct {
	root *fyne.Container // holds the page of the day, so that it can be another
	page *widget.Scroller

	feeling  *widget.Choice
	strength *widget.Choice
	now      *widget.Choice
	nowRow   fyne.CanvasObject

	pacer   *pacer
	count   *widget.Text
	breathe *widget.Button

	says   *widget.Text
	turned *widget.Field // in full
	own    *widget.Field // in full
	turn   *widget.Text
	list   *widget.Choice // in full: the talks

	advice map[string]fyne.CanvasObject // what to do about a tight place
	helped *fyne.Container              // in full

	ready *widget.Button
}

// width is how wide the page grows.
const width = 1000

// mostTalks is how many lines of self-talk stand in a list.
const mostTalks = 7

// mostWords is how many bytes of one's own words are kept in a field.
const mostWords = 300

// build puts the short or the full page together, as what was noted has it.
func (s *Screen) build() {
	root := s.view.root
	s.view = view{root: root}
	v := &s.view
	s.buildFeeling()
	s.buildPacer()
	v.ready = widget.NewPrimary(locale.Text("settle.ready"), s.ready).
		WithIcon(widget.IconCheck).WithKey("↵")
	body := s.short()
	if s.inFull {
		body = s.full()
	}
	column := widget.VStack(theme.GapXL, s.head(), body)
	v.page = widget.Scroll(widget.InsetXY(theme.GapXL, theme.GapXL, widget.MaxWidth(width, column)))
	whole := widget.Frame(nil, s.foot(), nil, nil, v.page)
	if root == nil {
		v.root = container.NewStack(whole)
	} else {
		root.Objects = []fyne.CanvasObject{whole}
	}
	s.showTalk()
	s.showNow()
	s.showPlaces()
	s.showHelped()
	v.root.Refresh()
}

// pick is one of two wordings: before a call, or after one.
func (s *Screen) pick(before, after string) string {
	if s.note.After {
		return after
	}
	return before
}

func (s *Screen) head() fyne.CanvasObject {
	title := locale.Text("settle.title")
	if s.inFull {
		title = locale.Text("settle.title.full")
	}
	return widget.VStack(
		theme.GapXS,
		widget.Caption(s.pick(locale.Text("settle.before"), locale.Text("settle.after"))),
		widget.Title(title),
		widget.HStack(theme.GapS,
			widget.NewIcon(widget.IconLock, theme.Muted, theme.TextBody),
			widget.Grow(widget.Body(locale.Text("settle.private")).Tint(theme.Muted))),
	)
}

func (s *Screen) foot() fyne.CanvasObject {
	other := locale.Text("settle.full")
	if s.inFull {
		other = locale.Text("settle.short")
	}
	row := widget.HStack(
		theme.GapM,
		widget.NewQuiet(other, s.toggle).WithKey("F"),
		widget.Spacer(),
		widget.NewQuiet(locale.Text("settle.skip"), s.skip).WithKey("Esc"),
		s.view.ready,
	)
	// What scrolls must not shine through the foot.
	ground := canvas.NewRectangle(theme.Color(fynetheme.ColorNameBackground))
	return container.NewStack(ground, widget.VStack(theme.GapNil, widget.Divider(),
		widget.InsetXY(theme.GapXL, theme.GapM, widget.MaxWidth(width, row))))
}

// buildFeeling makes what asks for the feeling, with what was said of it.
func (s *Screen) buildFeeling() {
	v := &s.view
	words, at := make([]string, len(feelings)), -1
	for i, f := range feelings {
		words[i] = locale.Text(locale.Key("settle.feeling.", f))
		if f == s.note.Feeling {
			at = i
		}
	}
	v.feeling = widget.NewChoice(words, at, s.setFeeling).Chips()
	scale := []string{"1", "2", "3", "4", "5"}
	v.strength = widget.NewChoice(scale, s.note.Strength-1, func(i int) { s.setStrength(i + 1) })
	v.now = widget.NewChoice(scale, s.note.Now-1, func(i int) { s.setNow(i + 1) })
	v.nowRow = asked(locale.Text("settle.now"), v.now)
	if s.inFull {
		v.nowRow = widget.NewCard(locale.Text("settle.now.full"), v.now)
	}
}

// asked is a question over its answer.
func asked(question string, o fyne.CanvasObject) fyne.CanvasObject {
	return widget.VStack(theme.GapS, widget.Strong(question), o)
}

// named is the card that names the feeling.
func (s *Screen) named() fyne.CanvasObject {
	v := &s.view
	ends := widget.HStack(theme.GapM, widget.Grow(widget.Caption(locale.Text("settle.strength.least"))), widget.Caption(locale.Text("settle.strength.most")))
	column := widget.VStack(theme.GapL, v.feeling, asked(locale.Text("settle.strength"), widget.VStack(theme.GapXS, v.strength, ends)))
	if !s.inFull {
		column.Add(v.nowRow)
	}
	return widget.NewCard(locale.Text("settle.feeling"), column)
}

func (s *Screen) buildPacer() {
	v := &s.view
	v.pacer = newPacer(locale.Text("settle.pacer.rest"), locale.Text("settle.pacer.in"), locale.Text("settle.pacer.out"), locale.Text("settle.pacer.done"))
	v.pacer.set(0, locale.Text("settle.pacer.rest"), "")
	v.count = widget.Caption(s.paceWords()).Align(fyne.TextAlignCenter)
	v.breathe = widget.NewButton(locale.Text("settle.pacer.start"), s.press).WithIcon(widget.IconPlay).WithKey("B")
}

// led is the pacer with its button.
func (s *Screen) led() *fyne.Container {
	v := &s.view
	return widget.VStack(theme.GapM,
		widget.Inset(theme.GapS, container.NewCenter(v.pacer)),
		v.count,
		container.NewCenter(v.breathe),
	)
}

// short is the page for twenty seconds.
func (s *Screen) short() fyne.CanvasObject {
	v := &s.view
	v.says, v.turn = widget.Body(""), widget.Strong("").Tint(theme.CalmText)
	another := widget.NewQuiet(locale.Text("settle.another"), s.another).WithKey("A")
	talk := widget.NewCard(locale.Text("settle.turn"), widget.VStack(theme.GapS,
		v.says.Tint(theme.Muted), v.turn, widget.HStack(theme.GapNil, another, widget.Spacer())))
	pace := widget.NewCard(locale.Text("settle.breathe"), s.led())
	return widget.Columns(theme.GapXL, 380,
		widget.VStack(theme.GapL, s.named(), talk),
		widget.VStack(theme.GapL, pace, s.smile()),
	)
}

// smile is the last thing before the phone (METHODS T0), and after a call the
// leave of it.
func (s *Screen) smile() fyne.CanvasObject {
	words := widget.VStack(theme.GapXS,
		widget.Strong(s.pick(locale.Text("settle.smile"), locale.Text("settle.leave"))),
		widget.Body(s.pick(locale.Text("settle.smile.why"), locale.Text("settle.leave.why"))))
	icon := widget.IconPhone
	if s.note.After {
		icon = widget.IconArrow
	}
	return widget.NewCard("", widget.HStack(theme.GapL,
		widget.NewIcon(icon, theme.CalmText, theme.TextTitle), widget.Grow(words))).Tinted(theme.CalmTint)
}

// showTalk shows the self-talk and what it is turned into.
func (s *Screen) showTalk() {
	v := &s.view
	t := s.talks[s.at]
	if s.inFull {
		words, chosen := make([]string, min(len(s.talks), mostTalks)), -1
		for i, t := range s.talks[:len(words)] {
			words[i] = quoted(t.says)
			if t.id != "" && t.id == s.note.Thought {
				chosen = i
			}
		}
		if chosen < 0 && s.chosen {
			chosen = s.at
		}
		v.list.SetOptions(words, chosen)
	} else {
		v.says.SetText(quoted(t.says))
	}
	v.turn.SetText(t.turned)
	s.fit()
}

func quoted(s string) string { return "“" + s + "”" }

// showNow asks for the feeling at the end once there is a beginning: on the
// short page after a breath.
func (s *Screen) showNow() {
	v := &s.view
	asks := s.note.Strength > 0 && (s.inFull || s.breaths > 0)
	if v.nowRow.Visible() == asks {
		return
	}
	if asks {
		v.nowRow.Show()
	} else {
		v.nowRow.Hide()
	}
	s.fit()
}

// showPlaces shows what to do about the places that are tight.
func (s *Screen) showPlaces() {
	for name, o := range s.view.advice {
		o.Hide()
		for _, have := range s.note.Body {
			if have == name {
				o.Show()
			}
		}
	}
	s.fit()
}

// showHelped shows what helped over time, where it is asked for.
func (s *Screen) showHelped() {
	v := &s.view
	if v.helped == nil {
		return
	}
	v.helped.Objects = nil
	if s.helped {
		v.helped.Objects = []fyne.CanvasObject{helpedCard(trainer.Helped(s.past))}
	}
	v.helped.Refresh()
	s.fit()
}

// fit lays the page out anew where the height of something has changed.
func (s *Screen) fit() {
	if s.view.page != nil {
		s.view.page.Refresh()
	}
}

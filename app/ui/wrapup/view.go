package wrapup

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// view is what the screen is made of.
type view struct {
	root fyne.CanvasObject
	page *widget.Scroller

	who      *widget.Field
	concerns *widget.Field
	mattered *widget.Choice // nil after a follow-up
	also     *widget.Field
	happy    *widget.Choice
	save     *widget.Button
}

func (s *Screen) build() {
	v := &s.view
	v.who = widget.NewField(locale.Text("wrapup.who"), "").Limit(mostName)
	v.who.SetText(s.play.Scenario().Caller.Name)
	v.concerns = widget.NewField(locale.Text("wrapup.concerns"), locale.Text("wrapup.concerns.hint")).Multi(5, mostText)
	if s.second() {
		v.concerns = widget.NewField(locale.Text("wrapup.outcome"), locale.Text("wrapup.outcome.hint")).Multi(5, mostText)
	}
	v.also = widget.NewField(locale.Text("wrapup.else"), locale.Text("wrapup.else.hint")).Multi(2, mostText)
	v.happy = widget.NewChoice([]string{"1", "2", "3", "4", "5"}, -1, nil)
	v.save = widget.NewPrimary(locale.Text("wrapup.save"), s.save).WithIcon(widget.IconCheck).WithKey("Ctrl ↵")

	wide := float32(1080)
	body := fyne.CanvasObject(widget.Columns(theme.GapXL, 400, s.left(), s.right()))
	if s.second() {
		wide, body = 680, widget.VStack(theme.GapL, s.left(), s.right())
	}
	column := widget.VStack(theme.GapXL, s.head(), body)
	v.page = widget.Scroll(widget.InsetXY(theme.GapXL, theme.GapXL, widget.MaxWidth(wide, column)))
	foot := widget.InsetXY(theme.GapXL, theme.GapM, widget.MaxWidth(wide, widget.HStack(
		theme.GapM,
		widget.Spacer(),
		widget.NewQuiet(locale.Text("wrapup.later"), s.later).WithKey("Esc"),
		v.save,
	)))
	// What scrolls must not shine through the foot.
	ground := canvas.NewRectangle(theme.Color(fynetheme.ColorNameBackground))
	bar := container.NewStack(ground, widget.VStack(theme.GapNil, widget.Divider(), foot))
	v.root = widget.Frame(nil, bar, nil, nil, v.page)
}

func (s *Screen) head() fyne.CanvasObject {
	title, why := locale.Text("wrapup.title"), locale.Text("wrapup.why")
	if s.second() {
		title, why = locale.Text("wrapup.title.second"), locale.Text("wrapup.why.second")
	}
	return widget.VStack(
		theme.GapXS, widget.Caption(s.play.Attempt().Title), widget.Title(title), widget.Body(why).Tint(theme.Muted),
	)
}

// left is who rang and what for.
func (s *Screen) left() fyne.CanvasObject {
	v := &s.view
	when := widget.VStack(theme.GapXS, widget.Strong(locale.Text("wrapup.when")), widget.InsetXY(theme.GapNil, theme.GapS, widget.Body(locale.When(s.when, s.when))))
	column := widget.VStack(theme.GapL, widget.Columns(theme.GapL, 160, v.who, when), v.concerns)
	if n := len(s.notes()); n > 0 {
		insert := widget.NewButton(locale.Count("wrapup.insert", n), s.insertNotes).WithIcon(widget.IconNote)
		column.Add(widget.HStack(theme.GapS, insert, widget.Spacer()))
	}
	column.Add(v.also)
	return widget.NewCard("", column)
}

// right is the promise and what the trainee makes of the call.
func (s *Screen) right() fyne.CanvasObject {
	v := &s.view
	column := widget.VStack(theme.GapL)
	if !s.second() && s.play.Scenario().Promise != nil {
		column.Add(s.promiseCard())
	}
	if !s.second() {
		names := make([]string, len(values))
		for i, value := range values {
			names[i] = locale.Text(locale.Key("wrapup.value.", value))
		}
		v.mattered = widget.NewChoice(names, -1, nil).Column()
		column.Add(widget.NewCard(locale.Text("wrapup.mattered"), v.mattered))
	}
	ends := widget.HStack(
		theme.GapS, widget.Caption(locale.Text("wrapup.happy.least", map[string]any{"N": strconv.Itoa(1)})),
		widget.Spacer(), widget.Caption(locale.Text("wrapup.happy.most", map[string]any{"N": strconv.Itoa(5)})),
	)
	column.Add(widget.NewCard(locale.Text("wrapup.happy"), widget.VStack(theme.GapS, v.happy, ends)))
	return column
}

// promiseCard shows the promise; it cannot be written in.
func (s *Screen) promiseCard() fyne.CanvasObject {
	title, why := s.promised()
	words := widget.VStack(
		theme.GapXS,
		widget.Caption(locale.Text("wrapup.promise")).Tint(theme.CalmText),
		widget.Heading(title), widget.Body(why),
	)
	icon := widget.NewIcon(widget.IconPromise, theme.CalmText, theme.TextTitle)
	return widget.NewCard("", widget.HStack(theme.GapL, icon, widget.Grow(words))).Tinted(theme.CalmTint)
}

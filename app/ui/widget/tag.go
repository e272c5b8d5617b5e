package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Tone is what a small thing is about, told by its colour beside its words.
type Tone int

// The tones. Want, need, feeling and detail are the four kinds of a mark.
const (
	Plain Tone = iota
	CalmTone
	HeatTone
	GoodTone
	BadTone
	WantTone
	NeedTone
	FeelingTone
	DetailTone
)

// colours are the fill under the words, the words, and the line around them.
func (t Tone) colours() (fill, text, line fyne.ThemeColorName) {
	switch t {
	case CalmTone:
		return theme.CalmTint, theme.CalmText, ""
	case HeatTone:
		return theme.HeatTint, theme.HeatText, ""
	case GoodTone:
		return theme.StrengthTint, theme.GoodText, ""
	case BadTone:
		return theme.FaultTint, theme.BadText, ""
	case WantTone:
		return "", theme.MarkWant, theme.MarkWant
	case NeedTone:
		return "", theme.MarkNeed, theme.MarkNeed
	case FeelingTone:
		return "", theme.MarkFeeling, theme.MarkFeeling
	case DetailTone:
		return "", theme.MarkDetail, theme.MarkDetail
	}
	return theme.Sunken, theme.Muted, ""
}

// Tag is a word or two in a small rounded box.
type Tag struct {
	fynewidget.BaseWidget
	text string
	tone Tone
}

// NewTag is a tag of a tone.
func NewTag(text string, tone Tone) *Tag {
	t := &Tag{text: text, tone: tone}
	t.ExtendBaseWidget(t)
	return t
}

// SetText changes the words.
func (t *Tag) SetText(s string) { t.text = s; t.Refresh() }

// SetTone changes the tone.
func (t *Tag) SetTone(tone Tone) { t.tone = tone; t.Refresh() }

// AccessibilityLabel implements fyne.Accessible.
func (t *Tag) AccessibilityLabel() string { return t.text }

// AccessibilityRole implements fyne.Accessible.
func (t *Tag) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &tagRenderer{tag: t, box: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black)}
	r.apply()
	r.Layout(t.Size())
	return r
}

type tagRenderer struct {
	tag  *Tag
	box  *canvas.Rectangle
	text *canvas.Text
}

func (r *tagRenderer) apply() {
	fill, text, line := r.tag.tone.colours()
	r.box.FillColor, r.box.StrokeWidth, r.box.CornerRadius = color.Transparent, 0, theme.Size(theme.RadiusS)
	if fill != "" {
		r.box.FillColor = theme.Color(fill)
	}
	if line != "" {
		r.box.StrokeColor, r.box.StrokeWidth = theme.Color(line), 1
	}
	r.text.Text, r.text.Color = r.tag.text, theme.Color(text)
	r.text.TextSize, r.text.TextStyle = theme.Size(theme.TextCaption), fyne.TextStyle{Bold: true}
	r.text.Alignment = fyne.TextAlignCenter
}

func (r *tagRenderer) Layout(size fyne.Size) {
	high := r.MinSize().Height
	r.box.Move(fyne.NewPos(0, (size.Height-high)/2))
	r.box.Resize(fyne.NewSize(size.Width, high))
	r.text.Move(r.box.Position())
	r.text.Resize(r.box.Size())
}

func (r *tagRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(2*theme.Size(theme.GapS), theme.Size(theme.GapXS)+2)
}

func (r *tagRenderer) Refresh() {
	r.apply()
	r.Layout(r.tag.Size())
	r.box.Refresh()
	r.text.Refresh()
}

func (r *tagRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.text} }
func (r *tagRenderer) Destroy()                     {}

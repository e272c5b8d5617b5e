package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Gloss is the plain meaning of an idiom: bytes Start to End of a line. It shows when the mouse is
// over the idiom, when the picked word lies in it, and on request.
type Gloss struct {
	Start, End int
	Meaning    string
}

// SetGlosses marks the idioms of a line, in place of those it had.
func (t *Transcript) SetGlosses(i int, glosses []Gloss) {
	t.bubbles[i].glosses = glosses
	if !t.filling {
		t.bubbles[i].Refresh()
	}
}

// Glosses is how many idioms a line has.
func (t *Transcript) Glosses(i int) int { return len(t.bubbles[i].shownGlosses()) }

// NextGloss shows the meaning of the next idiom of a line, and after the last one none.
func (t *Transcript) NextGloss(line int) {
	all := t.bubbles[line].shownGlosses()
	next := 0
	if t.tip.Visible() && t.tip.line == line {
		for i, g := range all {
			if g == t.tip.gloss {
				next = i + 1
			}
		}
	}
	if next >= len(all) {
		t.tip.Hide()
		return
	}
	t.ScrollToLine(line)
	t.showGloss(line, all[next])
}

// HideGloss takes the meaning away and reports whether one was shown.
func (t *Transcript) HideGloss() bool {
	shown := t.tip.Visible()
	t.tip.Hide()
	return shown
}

// Meaning is the meaning that is shown, "" for none.
func (t *Transcript) Meaning() string {
	if !t.tip.Visible() {
		return ""
	}
	return t.tip.words.Text()
}

// shownGlosses are those of which all words have been heard.
func (b *bubble) shownGlosses() []Gloss {
	var all []Gloss
	for _, g := range b.glosses {
		if g.Start >= 0 && g.Start < g.End && g.End <= len(b.line.Text) {
			all = append(all, g)
		}
	}
	return all
}

// glossUnder is the idiom at a place of the line.
func (b *bubble) glossUnder(pos fyne.Position) (Gloss, bool) {
	at := pos.Subtract(b.textAt())
	for _, g := range b.shownGlosses() {
		for _, a := range b.prose.areas(g.Start, g.End) {
			in := at.Subtract(a.pos)
			if in.X >= 0 && in.Y >= -2 && in.X <= a.size.Width && in.Y <= a.size.Height+4 {
				return g, true
			}
		}
	}
	return Gloss{}, false
}

// glossPicked shows the meaning of the idiom that the picked words touch.
func (t *Transcript) glossPicked() {
	if line, start, end := t.Selection(); line >= 0 {
		for _, g := range t.bubbles[line].shownGlosses() {
			if start < g.End && g.Start < end {
				t.showGloss(line, g)
				return
			}
		}
	}
	t.tip.Hide()
}

func (t *Transcript) showGloss(line int, g Gloss) {
	if t.tip.Visible() && t.tip.line == line && t.tip.gloss == g {
		return
	}
	b := t.bubbles[line]
	areas := b.prose.areas(g.Start, g.End)
	if len(areas) == 0 {
		return
	}
	first := b.Position().Add(b.textAt()).Add(areas[0].pos)
	last := b.Position().Add(b.textAt()).Add(areas[len(areas)-1].pos)
	t.tip.line, t.tip.gloss = line, g
	t.showTip(g.Meaning, first, last.Y+areas[len(areas)-1].size.Height)
}

// showTip shows words under a place of the page, or above it where there is no room below.
func (t *Transcript) showTip(words string, at fyne.Position, bottom float32) {
	p, gap := t.tip, theme.Size(theme.GapXS)
	p.words.SetText(words)
	most := max(t.page.Size().Width-2*theme.Size(theme.GapL), 100)
	wide := min(p.words.natural()+2*theme.Size(theme.GapM), 26*theme.Size(theme.TextBody), most)
	high := heightFor(p.root, wide)
	y := bottom + gap
	if y+high > t.scroll.Offset.Y+t.scroll.Size().Height && at.Y-gap-high >= t.scroll.Offset.Y {
		y = at.Y - gap - high
	}
	y = max(min(y, t.scroll.Offset.Y+t.scroll.Size().Height-high), t.scroll.Offset.Y)
	x := min(max(at.X-theme.Size(theme.GapM), ringRoom()), max(t.page.Size().Width-gutter()-wide, ringRoom()))
	p.Move(fyne.NewPos(x, y))
	p.Resize(fyne.NewSize(wide, high))
	p.Show()
	p.Refresh()
}

// tip is a small sheet of words that lies over the page and takes nothing from it.
type tip struct {
	fynewidget.BaseWidget
	words *Text
	root  *fyne.Container
	line  int
	gloss Gloss
}

func newTip() *tip {
	p := &tip{words: Body(""), line: -1}
	p.root = container.NewStack(newPaint(theme.Surface).round(theme.RadiusM).outline(theme.CalmText, 1).lifted(), InsetXY(theme.GapM, theme.GapS, p.words))
	p.ExtendBaseWidget(p)
	p.Hidden = true
	return p
}

// Hide forgets what was shown.
func (p *tip) Hide() {
	p.line, p.gloss = -1, Gloss{}
	if p.Visible() {
		p.BaseWidget.Hide()
	}
}

// CreateRenderer implements fyne.Widget.
func (p *tip) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return composite{p.root}
}

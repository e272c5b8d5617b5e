// Package page is what the screens around the call have in common: a page
// under its heading, two columns that fold into one, and a score as a figure.
//
// It may import Fyne, the theme and the controls. It must never know what is
// on a page.
package page

import (
	"slices"

	"fyne.io/fyne/v2"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// Width is how wide a page grows.
const Width = 1080

// A Page is a heading over a body that scrolls.
type Page struct {
	scroll       *widget.Scroller
	title, under *widget.Text
	body         *fyne.Container
}

// New is a page; the actions stand at the right of its title.
func New(title, under string, actions ...fyne.CanvasObject) *Page {
	p := &Page{title: widget.Title(title), under: widget.Body("").Tint(theme.Muted), body: widget.VStack(theme.GapXL)}
	p.SetUnder(under)
	head := widget.HStack(theme.GapL, append([]fyne.CanvasObject{
		widget.Grow(widget.VStack(theme.GapXS, p.title, p.under)),
	}, actions...)...)
	p.scroll = widget.Scroll(widget.InsetXY(theme.GapXXL, theme.GapXL,
		widget.MaxWidth(Width, widget.VStack(theme.GapXL, head, p.body))))
	return p
}

// Content is the page as it is shown.
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// TakeKey scrolls; it returns whether the key was one for that.
func (p *Page) TakeKey(ev *fyne.KeyEvent) bool { return p.scroll.TakeKey(ev) }

// Fit gives the page the height it needs after some of it has changed. To draw
// all of it anew would cost a long page too much; a nudge of its size lays out
// only what has another height now.
func (p *Page) Fit() {
	size := p.scroll.Size()
	p.scroll.Resize(size.AddWidthHeight(0, 1))
	p.scroll.Resize(size)
}

// ToTop moves the view to the beginning.
func (p *Page) ToTop() { p.scroll.ScrollToTop() }

// Reveal scrolls just far enough to show o, which lies somewhere on the page.
func (p *Page) Reveal(o fyne.CanvasObject) { p.scroll.Reveal(o) }

// SetTitle changes the heading.
func (p *Page) SetTitle(s string) { p.title.SetText(s) }

// SetUnder changes the words under the heading; empty ones take no room.
func (p *Page) SetUnder(s string) {
	p.under.SetText(s)
	p.under.Hidden = s == ""
}

// Set puts things under one another on the page.
func (p *Page) Set(objects ...fyne.CanvasObject) {
	p.body.Objects = objects
	p.body.Refresh()
	p.scroll.Refresh()
}

// Renew does what Set does and leaves the focus, where the page had it, in its
// place; it goes to first when there are more or fewer controls than before.
func (p *Page) Renew(c fyne.Canvas, first fyne.Focusable, objects ...fyne.CanvasObject) {
	before := widget.Focusables(p.body)
	at := slices.Index(before, c.Focused())
	p.Set(objects...)
	after := widget.Focusables(p.body)
	switch {
	case at >= 0 && len(after) == len(before):
		widget.Focus(after[at])
	case at >= 0 && first != nil:
		widget.Focus(first)
	case at >= 0:
		c.Unfocus()
	}
}

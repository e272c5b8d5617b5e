package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
)

// KeyLine is one line of the list of keys: the keys, and what they do.
type KeyLine struct {
	Keys []string
	Does string
}

// Help is what a page is for, and the list of its keys.
type Help struct {
	Title string
	About string // "" for none
	Head  string // over the keys, where there is an About
	Keys  []KeyLine
	Other string // the words on a second button, "" for none
	Do    func() // what that does, once the help has gone
}

// Show lays the help over the page.
func (h Help) Show(c fyne.Canvas) *Sheet {
	var s *Sheet
	done := func() { s.Close() }
	column := VStack(theme.GapL, Heading(h.Title))
	if h.About != "" {
		column.Add(Body(h.About))
		column.Add(VStack(theme.GapS, Strong(h.Head), h.list()))
	} else {
		column.Add(h.list())
	}
	button := NewPrimary(locale.Text("widget.close"), done)
	row := HStack(theme.GapM, Spacer(), button)
	if h.Other != "" {
		row = HStack(theme.GapM, NewQuiet(h.Other, func() {
			s.Close()
			h.Do()
		}), Spacer(), button)
	}
	column.Add(row)
	s = newSheet(c, 540, column, done, done)
	return s.show(button)
}

// list is the keys with what each does.
func (h Help) list() fyne.CanvasObject {
	list := VStack(theme.GapS)
	for _, line := range h.Keys {
		caps := HStack(theme.GapXS)
		for _, key := range line.Keys {
			caps.Add(newKeyPicture(key))
		}
		list.Add(HStack(theme.GapL, Width(150, caps), Grow(Body(line.Does))))
	}
	return list
}

// keyPicture is a key cap standing by itself.
type keyPicture struct {
	fynewidget.BaseWidget
	name string
}

func newKeyPicture(name string) *keyPicture {
	k := &keyPicture{name: name}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer implements fyne.Widget.
func (k *keyPicture) CreateRenderer() fyne.WidgetRenderer {
	r := &keyPictureRenderer{picture: k, cap: newKeyCap()}
	r.Refresh()
	return r
}

type keyPictureRenderer struct {
	picture *keyPicture
	cap     *keyCap
}

func (r *keyPictureRenderer) Layout(fyne.Size)   { r.cap.place(fyne.Position{}) }
func (r *keyPictureRenderer) MinSize() fyne.Size { return r.cap.size() }

func (r *keyPictureRenderer) Refresh() {
	r.cap.set(r.picture.name, theme.Color(colorForeground))
	r.cap.fill(theme.Color(theme.Sunken))
	r.Layout(r.picture.Size())
	canvas.Refresh(r.picture)
}

func (r *keyPictureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.cap.box, r.cap.text}
}
func (r *keyPictureRenderer) Destroy() {}

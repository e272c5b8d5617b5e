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

// ShowKeys lays the list of keys over the page.
func ShowKeys(c fyne.Canvas, title string, lines []KeyLine) *Sheet {
	var s *Sheet
	done := func() { s.Close() }
	list := VStack(theme.GapS)
	for _, line := range lines {
		caps := HStack(theme.GapXS)
		for _, key := range line.Keys {
			caps.Add(newKeyPicture(key))
		}
		list.Add(HStack(theme.GapL, Width(150, caps), Grow(Body(line.Does))))
	}
	button := NewPrimary(locale.Text("widget.close"), done)
	column := VStack(theme.GapL, Heading(title), list, HStack(theme.GapM, Spacer(), button))
	s = newSheet(c, 540, column, done, done)
	return s.show(button)
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

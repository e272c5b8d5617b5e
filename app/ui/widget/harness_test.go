package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui/theme"
)

// window shows o in a window of the program's look.
func window(t testing.TB, o fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(size)
	return w
}

// key presses a key on what has the focus, or on the window.
func key(w fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		ev := &fyne.KeyEvent{Name: name}
		if f := w.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		} else if take := w.Canvas().OnTypedKey(); take != nil {
			take(ev)
		}
	}
}

// char types characters the same way.
func char(w fyne.Window, s string) {
	for _, r := range s {
		if f := w.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		} else if take := w.Canvas().OnTypedRune(); take != nil {
			take(r)
		}
	}
}

// shifted presses keys while Shift is held.
func shifted(w fyne.Window, names ...fyne.KeyName) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	w.Canvas().Focused().(desktop.Keyable).KeyDown(shift)
	key(w, names...)
	w.Canvas().Focused().(desktop.Keyable).KeyUp(shift)
}

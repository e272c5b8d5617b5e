// Command emptywindow opens a Fyne window with nothing in it: the measure that
// the start of Keepcool is held against. It lives under testdata so that no
// ordinary build or test takes it up.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	a := app.NewWithID("app.keepcool.emptywindow")
	w := a.NewWindow("Empty")
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}

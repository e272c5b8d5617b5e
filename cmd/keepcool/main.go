// Command keepcool is the desktop program: it opens the window and wires the
// screens to what they need. It may import every package and alone imports
// fyne/v2/app, so it alone needs cgo. Rules of a call, of scoring and of
// keeping things never live here.
package main

import (
	"fmt"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

// firstSize is the window's size at the first start.
var firstSize = fyne.NewSize(1280, 800)

func main() {
	if refusal := noDisplay(runtime.GOOS, os.Getenv, os.Args[0]); refusal != "" {
		fmt.Fprintln(os.Stderr, refusal)
		os.Exit(1)
	}
	app.SetMetadata(metadata())
	program := app.NewWithID(appID)
	window := program.NewWindow(appName)
	window.Resize(firstSize)
	window.ShowAndRun()
}

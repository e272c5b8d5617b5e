// Command keepcool is the desktop program: it opens the window and wires the
// screens to what they need. It may import every package and alone imports
// fyne/v2/app, so it alone needs cgo. Rules of a call, of scoring and of
// keeping things never live here.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime"

	"fyne.io/fyne/v2/app"

	"keepcool/app/ui"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the program; what it returns is the exit code.
func run(args []string, out, errs io.Writer) int {
	o, err := parse(args, errs)
	if err != nil {
		return 2 // the flags have said why
	}
	if o.version {
		fmt.Fprintln(out, appName, appVersion)
		return 0
	}
	if refusal := noDisplay(runtime.GOOS, os.Getenv, os.Args[0]); refusal != "" {
		fmt.Fprintln(errs, refusal)
		return 1
	}
	// What is kept and what is drawn get ready side by side.
	opening := make(chan struct{})
	var h *house
	go func() {
		defer close(opening)
		h, err = openHouse(o)
	}()
	app.SetMetadata(metadata())
	program := app.NewWithID(appID)
	blank := ui.Prepare(program)
	<-opening
	if err == nil {
		blank.Open(h.deps()).Window().Show()
		program.Run()
		h.close()
		return 0
	}
	fmt.Fprintln(errs, sentence(err))
	r := refusal{program: program, window: blank.Window(), options: o, errs: errs}
	r.show(err)
	program.Run()
	return r.end()
}

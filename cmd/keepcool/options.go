package main

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
)

// options are what the command line says.
type options struct {
	folder  string
	now     time.Time // zero: the clock of the machine
	version bool
}

// nowLayouts are the ways to write --now.
var nowLayouts = []string{time.RFC3339, "2006-01-02 15:04", "2006-01-02T15:04"}

// parse reads the command line; what is wrong with it is said on errs.
func parse(args []string, errs io.Writer) (options, error) {
	o := options{folder: filepath.Join(xdg.DataHome, "keepcool")}
	f := flag.NewFlagSet("keepcool", flag.ContinueOnError)
	f.SetOutput(errs)
	f.StringVar(&o.folder, "data-dir", o.folder, "the `folder` that calls are kept in")
	f.Func("now", "begin at this `time` and go on from there, to try things out; attempts are marked (2026-11-24 09:30)", func(s string) (err error) {
		o.now, err = parseNow(s)
		return err
	})
	f.BoolVar(&o.version, "version", false, "print the version and end")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	if f.NArg() > 0 {
		err := fmt.Errorf("%q is not an option", f.Arg(0))
		fmt.Fprintln(errs, err)
		return o, err
	}
	folder, err := filepath.Abs(o.folder)
	o.folder = folder
	return o, err
}

func parseNow(s string) (time.Time, error) {
	for _, layout := range nowLayouts {
		if t, err := time.ParseInLocation(layout, s, localZone()); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("write it as 2026-11-24 09:30")
}

package main

import "fmt"

// noDisplay returns the sentence to end with where no window can open, and
// nothing where one can. Fyne itself would stop with a stack trace.
func noDisplay(goos string, getenv func(string) string, program string) string {
	if goos == "darwin" || goos == "windows" {
		return ""
	}
	if getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != "" {
		return ""
	}
	return fmt.Sprintf("%s needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set: "+
		"start it from a desktop, or without one by `xvfb-run -a %s` (Debian packages xvfb and xauth).",
		appName, program)
}

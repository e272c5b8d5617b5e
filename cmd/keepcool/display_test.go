package main

import (
	"strings"
	"testing"
)

func TestNoDisplay(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(key string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == key {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	for _, c := range []struct {
		name, goos string
		env        func(string) string
		refused    bool
	}{
		{"nothing set", "linux", env(), true},
		{"set but empty", "freebsd", env("DISPLAY", "", "WAYLAND_DISPLAY", ""), true},
		{"X11", "linux", env("DISPLAY", ":0"), false},
		{"Wayland alone", "linux", env("WAYLAND_DISPLAY", "wayland-0"), false},
		{"a Mac has no such names", "darwin", env(), false},
		{"nor has Windows", "windows", env(), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := noDisplay(c.goos, c.env, "build/keepcool")
			if (got != "") != c.refused {
				t.Fatalf("noDisplay = %q, want refused = %v", got, c.refused)
			}
			if c.refused && (!strings.Contains(got, "xvfb-run -a build/keepcool") || strings.Contains(got, "\n")) {
				t.Errorf("not one line that says how to start: %q", got)
			}
		})
	}
}

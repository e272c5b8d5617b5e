package main

import (
	"os"
	"regexp"
	"strconv"
	"testing"
)

// details reads the keys of a flat TOML table: all that FyneApp.toml holds.
func details(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^\s*(\w+)\s*=\s*"?([^"\n]*?)"?\s*$`)
	keys := map[string]string{}
	for _, m := range line.FindAllStringSubmatch(string(text), -1) {
		keys[m[1]] = m[2]
	}
	return keys
}

func TestProgramAgreesWithFyneApp(t *testing.T) {
	file := details(t)
	said := metadata()
	for key, want := range map[string]string{
		"ID":      said.ID,
		"Name":    said.Name,
		"Version": said.Version,
		"Build":   strconv.Itoa(said.Build),
	} {
		if file[key] != want {
			t.Errorf("FyneApp.toml says %s = %q, the program says %q", key, file[key], want)
		}
	}
}

func TestIconOfFyneAppIsThere(t *testing.T) {
	icon := details(t)["Icon"]
	if icon == "" {
		t.Fatal("FyneApp.toml names no icon")
	}
	if _, err := os.Stat("../../" + icon); err != nil {
		t.Errorf("FyneApp.toml names an icon that is not there: %v", err)
	}
}

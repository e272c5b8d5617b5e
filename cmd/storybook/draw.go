package main

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui"
	"keepcool/app/ui/story"
	"keepcool/app/ui/theme"
)

// drawing is what is to be drawn and how.
type drawing struct {
	out, only string
	scale     float32
	language  string
	sizes     []fyne.Size
	looks     []look
	after     func() // called when a picture is done
}

type look struct {
	name string
	is   theme.Look
}

func (d *drawing) parse(sizes, looks []string) error {
	for _, s := range sizes {
		var w, h float32
		if n, err := fmt.Sscanf(s, "%gx%g", &w, &h); n != 2 || err != nil || w < 100 || h < 100 {
			return fmt.Errorf("%q is no size; write it as 1280x800", s)
		}
		d.sizes = append(d.sizes, fyne.NewSize(w, h))
	}
	known := map[string]theme.Look{"light": theme.Light, "dark": theme.Dark}
	for _, name := range looks {
		is, ok := known[name]
		if !ok {
			return fmt.Errorf("%q is no look; there are light and dark", name)
		}
		d.looks = append(d.looks, look{name, is})
	}
	return nil
}

// run draws the stories and returns how many pictures it wrote.
func (d *drawing) run(all []story.Story) (int, error) {
	if err := os.MkdirAll(d.out, 0o755); err != nil {
		return 0, err
	}
	app := test.NewApp()
	ui.ChooseLanguage(app, d.language)
	drawn := 0
	for _, look := range d.looks {
		for _, size := range d.sizes {
			for _, s := range all {
				if !strings.HasPrefix(s.Name, d.only) {
					continue
				}
				app.Settings().SetTheme(theme.New(look.is, d.scale)) // a story may have set another
				name := fmt.Sprintf("%s-%s-%.0fx%.0f.png", s.Name, look.name, size.Width, size.Height)
				err := draw(s, size, filepath.Join(d.out, name))
				d.after()
				if err != nil {
					return drawn, fmt.Errorf("%s: %w", s.Name, err)
				}
				drawn++
			}
		}
	}
	if drawn == 0 {
		return 0, fmt.Errorf("no story begins with %q", d.only)
	}
	return drawn, nil
}

// draw writes one picture. The second resize lets what depends on its own width settle, as the
// program's own window does before it shows anything.
func draw(s story.Story, size fyne.Size, path string) error {
	w := test.NewWindow(nil)
	defer w.Close()
	w.SetPadded(false)
	w.SetContent(s.Build())
	w.Resize(size.AddWidthHeight(0, 1))
	w.Resize(size)
	if s.Then != nil {
		s.Then(w.Canvas())
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(file, w.Canvas().Capture()); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}

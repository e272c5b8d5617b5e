package main

import (
	"errors"
	"fmt"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
	"keepcool/assets"
)

// sentence is what people are told of an error.
func sentence(err error) string {
	var told *trainer.Error
	if errors.As(err, &told) {
		return screen.Sentence(told)
	}
	return locale.Text("refusal.failed", map[string]any{"Cause": err.Error()})
}

// refusal is the small window of a program that could not open: why, and what
// to do. A damaged file it offers to recover, and then goes on.
type refusal struct {
	program fyne.App
	options options
	errs    io.Writer

	window fyne.Window
	opened *house // after a recovery
}

// show says what is wrong in the window that was made for the first screen.
func (r *refusal) show(err error) {
	r.window.SetPadded(false)
	r.window.SetIcon(fyne.NewStaticResource("keepcool.png", assets.IconPNG))
	r.say(locale.Text("refusal.title"), sentence(err), r.ways(err)...)
	r.window.Resize(fyne.NewSize(560, 260))
	r.window.CenterOnScreen()
	r.window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape {
			r.window.Close()
		}
	})
	r.window.Show()
}

// ways are what can be done about an error.
func (r *refusal) ways(err error) []*widget.Button {
	closing := widget.NewButton(locale.Text("refusal.close"), r.window.Close)
	if errors.Is(err, &trainer.Error{Code: trainer.StoreDamaged}) {
		return []*widget.Button{closing, widget.NewPrimary(locale.Text("refusal.recover"), r.recover)}
	}
	return []*widget.Button{closing}
}

func (r *refusal) say(title, body string, ways ...*widget.Button) {
	image := canvas.NewImageFromResource(fyne.NewStaticResource("keepcool.png", assets.IconPNG))
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(48))
	row := widget.HStack(theme.GapM, widget.Spacer())
	for _, b := range ways {
		row.Add(b)
	}
	r.window.SetContent(widget.Scroll(widget.Inset(theme.GapXL, widget.VStack(theme.GapL,
		widget.HStack(theme.GapL, container.NewCenter(image), widget.Grow(widget.Heading(title))),
		widget.Body(body),
		row,
	))))
	if len(ways) > 0 {
		r.window.Canvas().Focus(ways[len(ways)-1])
	}
}

// recover saves what can be read, away from the window's thread.
func (r *refusal) recover() {
	r.say(locale.Text("refusal.recovering"), locale.Text("refusal.recovering.body"))
	go func() {
		found, err := recoverFolder(r.options)
		fyne.Do(func() {
			if err != nil {
				fmt.Fprintln(r.errs, sentence(err))
				r.say(locale.Text("refusal.title"), sentence(err), r.ways(err)...)
				return
			}
			r.say(locale.Text("refusal.recovered"), told(found), widget.NewPrimary(locale.Text("refusal.open"), r.goOn))
		})
	}()
}

// recoverFolder saves what can be read and then makes the summaries anew that
// were lost or no longer match.
func recoverFolder(o options) (store.Recovery, error) {
	release, err := store.Lock(o.folder)
	if err != nil {
		return store.Recovery{}, err
	}
	found, err := store.Recover(o.folder, store.Options{})
	release()
	if err != nil {
		return found, err
	}
	h, err := openHouse(o)
	if err != nil {
		return found, err
	}
	defer h.close()
	if err := h.desk.Rebuild(found.Rebuild); err != nil {
		h.log.Error("some summaries could not be made anew", "error", err)
	}
	return found, nil
}

// told says what came of a recovery.
func told(f store.Recovery) string {
	words := map[string]any{
		"Saved": locale.Count("refusal.saved", f.Attempts), "Kept": f.Kept,
		"LostAttempts": f.LostAttempts, "LostRecords": f.LostRecords,
	}
	if f.Whole() {
		return locale.Text("refusal.whole", words)
	}
	return locale.Text("refusal.partly", words)
}

// goOn opens the program after all.
func (r *refusal) goOn() {
	h, err := openHouse(r.options)
	if err != nil {
		fmt.Fprintln(r.errs, sentence(err))
		r.say(locale.Text("refusal.title"), sentence(err), r.ways(err)...)
		return
	}
	r.opened = h
	d := h.deps()
	d.Running = true
	ui.Open(r.program, d).Window().Show()
	r.window.Close()
}

// end closes what was opened after a recovery; it returns the exit code.
func (r *refusal) end() int {
	if r.opened == nil {
		return 1
	}
	r.opened.close()
	return 0
}

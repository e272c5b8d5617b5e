package main

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/google/go-cmp/cmp"

	"keepcool/app/ui/stage"
)

// anew has each control drawn by a renderer made anew, as Fyne does with what
// was hidden for a minute. It does not lay such a renderer out: unless the
// renderer does so itself, the control comes back empty.
func anew(t *testing.T, it told) {
	t.Helper()
	found := map[string]bool{}
	it.tree().each(func(n *node) {
		w, ok := n.object.(fyne.Widget)
		kind := reflect.TypeOf(n.object).Elem()
		if !ok || !strings.HasPrefix(kind.PkgPath(), "keepcool/") || kind.Name() == "entry" {
			return // an entry is Fyne's
		}
		was := drawn(stage.RendererOf(w).Objects())
		if diff := cmp.Diff(was, drawn(w.CreateRenderer().Objects())); diff != "" && !found[kind.Name()] {
			found[kind.Name()] = true
			t.Errorf("a %s drawn anew is another one (-was +is):\n%s", kind.Name(), diff)
		}
	})
}

// drawn is what a renderer shows and where.
func drawn(objects []fyne.CanvasObject) (lines []string) {
	for _, o := range objects {
		if !o.Visible() || o.Size().IsZero() && reflect.TypeOf(o) != reflect.TypeFor[*canvas.Line]() {
			continue
		}
		at, size := o.Position(), o.Size()
		line := fmt.Sprintf("%T %.1f %.1f, %.1f %.1f", o, at.X, at.Y, size.Width, size.Height)
		if text, ok := o.(*canvas.Text); ok {
			if text.Text == "" {
				continue
			}
			line += " " + text.Text
		}
		lines = append(lines, line)
	}
	return lines
}

package main

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

var scales = []float32{0.8, 1, 1.25, 1.5, 2}

// slack is how far, in pixels, letters may reach beyond what holds them: the
// room of a letter is wider than its ink.
const slack = 1.5

// layout finds what is cut, covered or shortened at every size of the text.
func layout(t *testing.T, it told) {
	t.Helper()
	for _, scale := range scales {
		if (scale > 1.25) != (it.built > 1.25) {
			continue // there are things that a screen decides when it is made
		}
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, scale))
		it.resize()
		found := map[string]bool{}
		tree := it.tree()
		for _, problem := range append(append(cut(tree), covered(tree)...), shortened(tree)...) {
			found[problem] = true
		}
		for problem := range found {
			t.Errorf("at %.0f%%: %s", scale*100, problem)
		}
	}
}

// cut lists the texts that reach beyond what holds them or the window. What
// scrolls may reach on along its way.
func cut(tree *node) (problems []string) {
	for _, n := range tree.texts() {
		d := n.drawn()
		across, down := false, false
		entry := n.entryAbove()
		if entry != nil && written(entry) != "" {
			continue // an entry follows its own cursor
		}
		for h := n.holder; h != nil; h = h.holder {
			b := h.box()
			if h.object == entry {
				across, down = false, false // what it shows while it is empty has to fit
			} else if a, d := h.scrolls(); a || d {
				across, down = across || a, down || d
			}
			if _, isText := h.object.(*widget.Text); isText && !down {
				b.y1, b.y2 = d.y1, max(b.y2, d.y2) // its height is held by what is above
			}
			if !across && (d.x1 < b.x1-slack || d.x2 > b.x2+slack) {
				problems = append(problems, fmt.Sprintf("%q is %.0f to %.0f, wider than the %s around it, %.0f to %.0f", n.text(), d.x1, d.x2, name(h), b.x1, b.x2))
				break
			}
			if !down && (d.y1 < b.y1-slack || d.y2 > b.y2+slack) {
				problems = append(problems, fmt.Sprintf("%q is %.0f to %.0f, higher than the %s around it, %.0f to %.0f", n.text(), d.y1, d.y2, name(h), b.y1, b.y2))
				break
			}
		}
	}
	return problems
}

func name(n *node) string {
	s := fmt.Sprintf("%T", n.object)
	if c, ok := n.object.(*fyne.Container); ok {
		s = fmt.Sprintf("%T", c.Layout)
	}
	return strings.TrimPrefix(s, "*")
}

// covered lists the texts that lie over one another. What is in two layers of
// a stack lies over one another by intent: a notice at the foot of the window.
func covered(tree *node) (problems []string) {
	all := tree.texts()
	for i, a := range all {
		for _, b := range all[i+1:] {
			w, h := a.drawn().overlap(b.drawn())
			if w > slack && h > a.drawn().high()/4 && !layered(a, b) && seen(a, b) {
				problems = append(problems, fmt.Sprintf("%q and %q lie over one another", a.text(), b.text()))
			}
		}
	}
	return problems
}

func (b box) high() float32 { return b.y2 - b.y1 }

var stackLayout = fmt.Sprintf("%T", container.NewStack().Layout)

// layered says whether two nodes first meet in a stack.
func layered(a, b *node) bool {
	above := map[*node]bool{}
	for h := a; h != nil; h = h.holder {
		above[h] = true
	}
	for h := b; h != nil; h = h.holder {
		if above[h] {
			c, ok := h.object.(*fyne.Container)
			return ok && fmt.Sprintf("%T", c.Layout) == stackLayout
		}
	}
	return false
}

// seen says whether the place where two texts meet is shown by whatever they
// scroll in.
func seen(a, b *node) bool {
	d, e := a.drawn(), b.drawn()
	meet := box{max(d.x1, e.x1), max(d.y1, e.y1), min(d.x2, e.x2), min(d.y2, e.y2)}
	for _, n := range []*node{a, b} {
		for h := n.holder; h != nil; h = h.holder {
			if across, down := h.scrolls(); across || down {
				if w, h := meet.overlap(h.box()); w < slack || h < slack {
					return false
				}
			}
		}
	}
	return true
}

// shortened lists the texts of the catalogue that end with dots because they
// had no room. Names and titles from elsewhere may.
func shortened(tree *node) (problems []string) {
	for _, n := range tree.texts() {
		t := n.object.(*canvas.Text)
		if strings.HasSuffix(t.Text, "…") && strings.Count(t.Text, string(open)) > strings.Count(t.Text, string(shut)) {
			problems = append(problems, fmt.Sprintf("%q has no room for its words", t.Text))
		}
	}
	return problems
}

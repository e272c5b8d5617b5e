package main

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
	"keepcool/app/ui/theme"
)

// The tests of this package speak one language of their own: every sentence of
// the catalogue stands between marks and is 40% longer than in English. What
// has no marks does not come from the catalogue; what does not fit would not
// fit in another language either.
func TestMain(m *testing.M) {
	test.NewApp()
	locale.Disguise(longer)
	os.Exit(m.Run())
}

const open, shut = '«', '»'

// longer marks a sentence and lengthens it by its own words. What was filled
// in and is marked already has its length; the marks count as letters.
func longer(sentence string) string {
	if strings.TrimSpace(sentence) == "" {
		return sentence
	}
	own := unmarked(sentence)
	pad := (utf8.RuneCountInString(own)*4+9)/10 - 2
	more := []rune{}
	for _, r := range strings.Join(strings.Fields(strings.Map(letters, own)), " ") + strings.Repeat("o", max(pad, 0)) {
		if len(more) >= pad {
			break
		}
		more = append(more, r)
	}
	gap := ""
	if strings.Contains(strings.TrimSpace(sentence), " ") && pad > 0 {
		gap = " "
	}
	return string(open) + sentence + gap + strings.TrimSpace(string(more)) + string(shut)
}

// letters leaves out digits, so that a lengthened number stays the number it was.
func letters(r rune) rune {
	if r >= '0' && r <= '9' {
		return -1
	}
	return r
}

// unmarked is what of a text stands outside all marks.
func unmarked(s string) string {
	var b strings.Builder
	deep := 0
	for _, r := range s {
		switch {
		case r == open:
			deep++
		case r == shut:
			deep = max(deep-1, 0)
		case deep == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// A told story is one that is built, in the window it stands in.
type told struct {
	story.Story
	hands  stage.Hands
	window fyne.Window
	set    *stage.Stage // nil where the story needs none
	built  float32      // the size of the text when it was built
}

// tell builds a story in a window of the smallest size the program is made for.
func tell(t *testing.T, shop *shop, s story.Story, scale float32) told {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, scale))
	before := len(shop.stages)
	content := s.Build()
	it := told{Story: s, built: scale}
	if len(shop.stages) > before {
		it.set = shop.stages[len(shop.stages)-1]
		it.hands = it.set.Hands
		for _, w := range fyne.CurrentApp().Driver().AllWindows() {
			if w.Canvas() == it.hands.On {
				it.window = w
			}
		}
	} else {
		it.window = test.NewWindow(nil)
		it.window.SetPadded(false)
		it.window.SetContent(content)
		it.hands = stage.Hands{On: it.window.Canvas()}
	}
	it.resize()
	if s.Then != nil {
		s.Then(it.hands.On)
	}
	return it
}

// resize lays the window out; the second size lets what depends on its own
// width settle, as the program's window does before it shows anything.
func (it told) resize() {
	it.window.Resize(fyne.NewSize(1024, 701))
	it.window.Resize(fyne.NewSize(1024, 700))
}

// each tells the stories whose names begin with one of the words, or, without
// words, those that begin with none that another test has.
func each(t *testing.T, scale float32, do func(*testing.T, told), parts ...string) {
	t.Helper()
	shop, err := newShop()
	if err != nil {
		t.Fatal(err)
	}
	defer shop.close()
	n := 0
	for _, s := range stories(shop.open) {
		if parts == nil && begins(s.Name, slices.Concat(ofRoom, ofDebrief, ofReplay, ofCompare)) || parts != nil && !begins(s.Name, parts) {
			continue
		}
		n++
		t.Run(s.Name, func(t *testing.T) {
			defer shop.clear()
			do(t, tell(t, shop, s, scale))
		})
	}
	if n == 0 {
		t.Errorf("no story begins with %q", parts)
	}
}

func begins(name string, parts []string) bool {
	for _, p := range parts {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

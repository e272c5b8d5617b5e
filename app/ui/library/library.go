// Package library is the screen of all scenarios: by project, with what was
// reached in each, and from here an attempt begins. Files with problems stand
// at the end with what is wrong in them.
//
// It may import trainer, the screen contract, the controls and the words. It
// must never know another screen or where files lie.
package library

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// Screen is the library.
type Screen struct {
	screen.Base
	host   screen.Host
	reload func() // reads the user's own files again

	page    *page.Page
	search  *widget.Field
	order   *widget.Choice
	filter  *widget.Button // shows and hides the next two
	project *widget.Choice
	kind    *widget.Choice
	list    *fyne.Container
	details *fyne.Container

	projects, kinds []string // by the positions of the choices; 0 is all
	bests           map[string]trainer.Standing
	shown           []*trainer.Entry // in the order of the list
	tiles           map[*trainer.Entry]*widget.Tile
	chosen          *trainer.Entry
	asked           string // the scenario to begin with
	language        string // of it; in another where there is none in this
	mode            trainer.Mode
	setting         int
	start           *widget.Button // begins the chosen one
	busy            bool
	filtering       bool // the filters are shown
}

// New is the library; scenario is what it shows first, in that language where it
// can; "" is for the first one. reload may be nil.
func New(h screen.Host, scenario, language string, reload func()) *Screen {
	s := &Screen{
		host: h, reload: reload, asked: scenario, language: language, mode: trainer.Practice, setting: 1,
		list: widget.VStack(theme.GapS), details: widget.VStack(theme.GapL),
	}
	var actions []fyne.CanvasObject
	if reload != nil {
		actions = append(actions, widget.NewQuiet(locale.Text("library.reload"), reload).WithIcon(widget.IconReadBack))
	}
	s.page = page.New(locale.Text("library.title"), locale.Text("library.under"), actions...)
	s.search = widget.NewField("", locale.Text("library.search"))
	s.search.OnChanged = func(string) { s.fill() }
	s.search.OnSubmitted = func(string) { s.toFirst() }
	s.order = widget.NewChoice([]string{locale.Text("library.order.path"), locale.Text("library.order.project")}, alongPath, func(int) { s.fill() })
	s.filter = widget.NewQuiet(locale.Text("library.filter"), func() {
		s.filtering = !s.filtering
		s.lay()
	}).WithIcon(widget.IconSearch)
	s.project = widget.NewChoice(nil, 0, func(int) { s.filled() }).Chips()
	s.kind = widget.NewChoice(nil, 0, func(int) { s.filled() }).Chips()
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject {
	s.ShelfChanged()
	return s.page.Content()
}

// ShelfChanged lays the shelf out anew.
func (s *Screen) ShelfChanged() {
	s.projects, s.kinds = []string{""}, []string{""}
	for _, e := range s.host.Desk().Shelf.Entries {
		if s.host.Desk().Playable(e) {
			s.projects, s.kinds = add(s.projects, e.Scenario.Project), add(s.kinds, e.Scenario.Kind)
		}
	}
	s.project.SetOptions(names(s.projects, s.projectName, locale.Text("library.all.projects")), 0)
	s.kind.SetOptions(names(s.kinds, locale.Kind, locale.Text("library.all.kinds")), 0)
	s.lay()
}

// lay lays the shelf out by the filters as they are set.
func (s *Screen) lay() {
	if s.chosen != nil && s.asked == "" {
		s.asked, s.language = s.chosen.Scenario.ID, s.chosen.Scenario.Language
	}
	s.chosen = nil
	filters := widget.VStack(theme.GapS, s.search, widget.HStack(theme.GapM, s.order, widget.Spacer(), s.filter))
	if s.filtering && len(s.projects) > 2 {
		filters.Add(s.project)
	}
	if s.filtering && len(s.kinds) > 2 {
		filters.Add(s.kind)
	}
	main := widget.VStack(theme.GapL, filters, s.list)
	parts := []fyne.CanvasObject{page.Sides(420, 400, main, s.details)}
	if problems := s.problems(); problems != nil {
		parts = append(parts, problems)
	}
	s.page.Set(parts...)
	s.fill()
}

func add(all []string, s string) []string {
	if slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

func names(values []string, called func(string) string, all string) []string {
	shown := []string{all}
	for _, v := range values[1:] {
		shown = append(shown, called(v))
	}
	return shown
}

// Shown reads what was reached in each scenario, and which can't be scored.
func (s *Screen) Shown() {
	who, desk := s.host.Who(), s.host.Desk()
	listed := s.unplayable()
	var bests map[string]trainer.Standing
	s.host.Go(func() (err error) {
		if bests, err = desk.Bests(who); err != nil {
			return err
		}
		return desk.Recall()
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.bests = bests
		if s.unplayable() != listed {
			s.ShelfChanged()
			return
		}
		s.fill()
	})
}

// unplayable is how many files can't be played.
func (s *Screen) unplayable() (n int) {
	for _, e := range s.host.Desk().Shelf.Entries {
		if !s.host.Desk().Playable(e) {
			n++
		}
	}
	return n
}

// Focus is the chosen scenario's tile.
func (s *Screen) Focus() fyne.Focusable {
	if t := s.tiles[s.chosen]; t != nil {
		return t
	}
	return s.search.Focusable()
}

// Key searches on slash and scrolls.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		return s.step(1)
	case fyne.KeyUp:
		return s.step(-1)
	}
	return s.page.TakeKey(ev)
}

// Rune goes to the search on a slash.
func (s *Screen) Rune(r rune) bool {
	if r == '/' {
		s.search.Focus()
		return true
	}
	return false
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	return []widget.KeyLine{
		{Keys: []string{"/"}, Does: locale.Text("library.keys.search")},
		{Keys: []string{"↑", "↓"}, Does: locale.Text("library.keys.step")},
		{Keys: []string{"Enter"}, Does: locale.Text("library.keys.choose")},
	}
}

// matches says whether an entry passes the filter.
func (s *Screen) matches(e *trainer.Entry) bool {
	if !s.host.Desk().Playable(e) {
		return false
	}
	sc := e.Scenario
	if i := s.project.Selected(); i > 0 && sc.Project != s.projects[i] {
		return false
	}
	if i := s.kind.Selected(); i > 0 && sc.Kind != s.kinds[i] {
		return false
	}
	text := strings.ToLower(strings.Join([]string{sc.Title, sc.Summary, sc.Caller.Name, s.projectName(sc.Project), sc.Kind, locale.Kind(sc.Kind)}, " "))
	for _, word := range strings.Fields(strings.ToLower(s.search.Text())) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// begin opens a new attempt and its client file.
func (s *Screen) begin(e *trainer.Entry) {
	if s.busy {
		return
	}
	s.busy = true
	who, set, mode := s.host.Who(), settings[s.setting], s.mode
	untimed := s.host.Preferences().Pace == 0
	var play *trainer.Play
	s.host.Go(func() (err error) {
		play, err = s.host.Desk().Begin(who, e, set, mode, untimed)
		return err
	}, func(err error) {
		s.busy = false
		if err != nil {
			s.host.Fail(err)
			s.lay() // it may be known only now
			return
		}
		s.host.Open(screen.Where(play, who))
	})
}

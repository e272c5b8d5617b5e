package library

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// The orders of the list.
const (
	alongPath = iota
	byProject
)

// fill lists what passes the filter, in the order that is chosen.
func (s *Screen) fill() {
	had := s.onTile()
	s.tiles = map[*trainer.Entry]*widget.Tile{}
	s.list.Objects, s.shown = nil, nil
	for _, e := range s.host.Desk().Shelf.Entries {
		if s.matches(e) {
			s.shown = append(s.shown, e)
		}
	}
	if s.order.Selected() == alongPath {
		slices.SortStableFunc(s.shown, s.host.Desk().Shelf.ByPath)
	}
	var first, keep *trainer.Entry
	under := ""
	for _, e := range s.shown {
		if first == nil {
			first = e
		}
		if head := s.heading(e); first == e || head != under {
			under = head
			s.list.Add(widget.InsetXY(theme.GapNil, theme.GapXS, widget.Caption(head).Bold()))
		}
		if e == s.chosen || e.Scenario.ID == s.asked && (keep == nil || e.Scenario.Language == s.language) {
			keep = e
		}
		s.list.Add(s.tile(e))
	}
	s.asked = ""
	switch {
	case keep != nil:
		s.choose(keep)
	case first != nil:
		s.choose(first)
	default:
		s.nothing()
	}
	s.list.Refresh()
	if had {
		s.toFirst()
	}
}

// filled lists anew after another filter was chosen.
func (s *Screen) filled() {
	s.filter.SetText(s.filterWords())
	s.fill()
}

// filterWords name the filters that are on, so that they are seen when the
// choices are hidden.
func (s *Screen) filterWords() string {
	var on []string
	if i := s.project.Selected(); i > 0 {
		on = append(on, s.projectName(s.projects[i]))
	}
	if i := s.kind.Selected(); i > 0 {
		on = append(on, locale.Kind(s.kinds[i]))
	}
	if len(on) == 0 {
		return locale.Text("library.filter")
	}
	return locale.Text("library.filter.on", map[string]any{"Filters": strings.Join(on, ", ")})
}

// heading is what an entry stands under.
func (s *Screen) heading(e *trainer.Entry) string {
	if s.order.Selected() == byProject {
		return s.projectName(e.Scenario.Project)
	}
	if _, ok := s.host.Desk().Shelf.Step(e.Scenario.ID); ok {
		return locale.Text("library.path")
	}
	return locale.Text("library.beside")
}

// projectName is how a project is called, or its id where nobody described it.
func (s *Screen) projectName(id string) string {
	if p, ok := s.host.Desk().Shelf.Project(id, locale.Spoken()); ok {
		return p.Name
	}
	return plain(id)
}

// onTile reports whether the keyboard is on a scenario of the list.
func (s *Screen) onTile() bool {
	if s.host.Canvas() == nil {
		return false
	}
	at := s.host.Canvas().Focused()
	for _, t := range s.tiles {
		if at == fyne.Focusable(t) {
			return true
		}
	}
	return false
}

// nothing stands where the filter leaves nothing.
func (s *Screen) nothing() {
	s.chosen = nil
	s.details.Objects = nil
	s.details.Refresh()
	if s.search.Text() == "" && s.project.Selected() == 0 && s.kind.Selected() == 0 {
		s.list.Add(widget.NewEmptyState(widget.IconBook, locale.Text("library.none"), "", nil))
		return
	}
	s.list.Add(widget.NewEmptyState(widget.IconSearch, locale.Text("library.nothing"), locale.Text("library.clear"), func() {
		s.project.SetSelected(0)
		s.kind.SetSelected(0)
		s.filter.SetText(s.filterWords())
		s.search.SetText("")
		s.fill()
		s.search.Focus()
	}))
}

func (s *Screen) tile(e *trainer.Entry) fyne.CanvasObject {
	sc := e.Scenario
	figures := widget.HStack(theme.GapS)
	if b, played := s.bests[sc.ID]; played {
		figures.Add(figure(locale.Text("library.best"), b.Best))
		figures.Add(figure(locale.Text("library.last"), b.Last))
	} else if s.bests != nil {
		figures.Add(widget.NewTag(locale.Text("library.new"), widget.CalmTone))
	}
	if s.host.Desk().Shelf.Translated(sc.ID) {
		figures.Objects = append([]fyne.CanvasObject{widget.NewTag(locale.Language(sc.Language), widget.Plain)}, figures.Objects...)
	}
	if e.Own {
		figures.Objects = append([]fyne.CanvasObject{widget.NewTag(locale.Text("library.own"), widget.Plain)}, figures.Objects...)
	}
	row := widget.HStack(theme.GapL)
	if at, ok := s.host.Desk().Shelf.Step(sc.ID); ok && s.order.Selected() == alongPath {
		row.Add(widget.Width(24, widget.Caption(strconv.Itoa(at+1)).Align(fyne.TextAlignTrailing)))
	}
	row.Add(widget.Grow(widget.VStack(theme.GapXS,
		widget.Strong(sc.Title),
		widget.Caption(locale.Text("library.line", map[string]any{"Caller": sc.Caller.Name, "Kind": locale.Kind(sc.Kind), "N": sc.Difficulty})),
	)))
	row.Add(figures)
	t := widget.NewTile(sc.Title, widget.InsetXY(theme.GapL, theme.GapM, row), func() { s.press(e) }).Raised()
	s.tiles[e] = t
	return t
}

// figure is a score with its name above it.
func figure(name string, sum trainer.Summary) fyne.CanvasObject {
	score := page.NoScore()
	if sum.Final {
		score = page.NewScore(sum.Overall)
	}
	return widget.VStack(theme.GapXS, widget.Caption(name).Align(fyne.TextAlignCenter), score)
}

// press chooses a scenario; pressed again, the keyboard goes to its beginning.
func (s *Screen) press(e *trainer.Entry) {
	if s.chosen == e {
		widget.Focus(s.start)
		return
	}
	s.choose(e)
	widget.Focus(s.tiles[e])
}

// choose shows a scenario's details beside the list.
func (s *Screen) choose(e *trainer.Entry) {
	if t := s.tiles[s.chosen]; t != nil {
		t.SetChosen(false)
	}
	s.chosen = e
	s.tiles[e].SetChosen(true)
	s.details.Objects = []fyne.CanvasObject{s.detail(e)}
	s.details.Refresh()
}

// step chooses the next or the previous scenario of the list.
func (s *Screen) step(by int) bool {
	at := max(0, slices.Index(s.shown, s.chosen)) + by
	if at < 0 || at >= len(s.shown) {
		return len(s.shown) > 0
	}
	s.choose(s.shown[at])
	widget.Focus(s.tiles[s.chosen])
	return true
}

// toFirst gives the keyboard to the scenario that is chosen.
func (s *Screen) toFirst() {
	if t := s.tiles[s.chosen]; t != nil {
		widget.Focus(t)
	}
}

// plain writes a name of the files for people: harl-and-moss is Harl and moss.
func plain(name string) string {
	name = strings.ReplaceAll(name, "-", " ")
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + name[n:]
}

package team

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A Screen is the managers' table.
type Screen struct {
	screen.Base
	host screen.Host
	rows []trainer.TeamRow

	// What was chosen, nil for the whole table, and its calls.
	chosen *trainer.TeamRow
	calls  []trainer.Summary

	root         *fyne.Container
	title, under *widget.Text
	tools        *fyne.Container
	body         *fyne.Container
	which        *widget.Choice
	table        *table
	at           int // the line of the whole table that the keys were on
}

var _ screen.Screen = (*Screen)(nil)

// New is the managers' table. To anyone else it says so.
func New(h screen.Host) *Screen {
	s := &Screen{host: h, title: widget.Title(locale.Text("team.title")), under: widget.Body("").Tint(theme.Muted)}
	s.tools = widget.HStack(theme.GapM)
	s.body = container.NewStack()
	s.table = newTable(s.choose)
	s.which = widget.NewChoice([]string{locale.Text("team.last"), locale.Text("team.best")}, 0, func(int) { s.showAll(s.table.at) })
	head := widget.HStack(theme.GapL, widget.Grow(widget.VStack(theme.GapXS, s.title, s.under)), s.tools)
	s.root = widget.InsetXY(theme.GapXXL, theme.GapXL, widget.MaxWidth(page.Width,
		widget.Frame(widget.VStack(theme.GapL, head, widget.Spacer()), nil, nil, nil, s.body)))
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Focus is the table.
func (s *Screen) Focus() fyne.Focusable {
	if len(s.rows) == 0 {
		return nil
	}
	return s.table
}

// Shown reads the table.
func (s *Screen) Shown() {
	if s.host.Who().Role != trainer.Manager {
		s.put(widget.NewEmptyState(widget.IconLock, locale.Text("team.only"), "", nil))
		return
	}
	if s.chosen != nil {
		s.choose(s.rowOf(*s.chosen))
		return
	}
	s.under.SetText(locale.Text("team.reading"))
	var rows []trainer.TeamRow
	s.host.Go(func() (err error) {
		rows, err = s.host.Desk().Team()
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			s.under.SetText("")
			s.put(widget.NewEmptyState(widget.IconWarning, locale.Text("team.gone"), locale.Text("team.again"), s.Shown))
			return
		}
		s.rows = rows
		s.showAll(s.at)
		if len(rows) > 0 && !widget.SheetOpen(s.host.Canvas()) {
			widget.Focus(s.table)
		}
	})
}

func (s *Screen) put(o fyne.CanvasObject) {
	s.body.Objects = []fyne.CanvasObject{o}
	s.root.Refresh()
}

func (s *Screen) best() bool { return s.which.Selected() == 1 }

// showAll puts the whole table on the page.
func (s *Screen) showAll(at int) {
	s.chosen, s.calls = nil, nil
	s.title.SetText(locale.Text("team.title"))
	s.under.SetText(locale.Text("team.under"))
	s.tools.Objects = nil
	if len(s.rows) == 0 {
		s.put(widget.NewEmptyState(widget.IconTeam, locale.Text("team.empty"), "", nil))
		return
	}
	s.tools.Objects = []fyne.CanvasObject{widget.NewButton(locale.Text("team.export"), s.export).WithIcon(widget.IconExport).WithKey("E")}
	heads := []string{
		locale.Text("team.head.last"), locale.Text("team.head.best"),
		locale.Text("team.head.cool"), locale.Text("team.head.bases"), locale.Text("team.head.extra"), locale.Text("team.head.follow"),
	}
	s.table.show(line{title: locale.Text("team.head.scenario"), count: locale.Text("team.head.calls")}, heads, teamLines(s.rows, s.best()), at)
	bar := widget.HStack(theme.GapM, widget.Strong(locale.Count("team.count", trainees(s.rows))), widget.Spacer(),
		widget.Caption(locale.Text("team.keys-of")), s.which)
	s.put(container.New(hug{s.table}, widget.NewCard("", widget.Frame(bar, nil, nil, nil, s.table.across))))
}

// choose goes down to the calls of a row, or from there to a debrief.
func (s *Screen) choose(i int) {
	if s.chosen != nil && s.calls != nil {
		s.host.Open(screen.Route{Place: screen.Debrief, Attempt: s.calls[i].Attempt.ID, Whose: s.chosen.Trainee})
		return
	}
	if i < 0 || i >= len(s.rows) {
		return
	}
	if s.chosen == nil {
		s.at = s.table.at
	}
	row := s.rows[i]
	var calls []trainer.Summary
	s.host.Go(func() (err error) {
		calls, err = s.host.Desk().AssessedBy(row.Trainee.ID, row.Scenario)
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.showCalls(row, calls)
	})
}

func (s *Screen) rowOf(r trainer.TeamRow) int {
	s.calls = nil
	for i, o := range s.rows {
		if o.Trainee.ID == r.Trainee.ID && o.Scenario == r.Scenario {
			return i
		}
	}
	return -1
}

// showCalls puts one trainee's assessed calls in a scenario on the page.
func (s *Screen) showCalls(row trainer.TeamRow, calls []trainer.Summary) {
	s.chosen, s.calls = &row, calls
	s.title.SetText(locale.Text("team.attempts", map[string]any{"Trainee": row.Trainee.Name, "Title": row.Title}))
	s.under.SetText(locale.Text("team.attempts.under"))
	s.tools.Objects = []fyne.CanvasObject{widget.NewButton(locale.Text("team.back"), s.back).WithIcon(widget.IconBack).WithKey("Esc")}
	if len(calls) == 0 {
		s.put(widget.NewEmptyState(widget.IconTeam, locale.Text("team.none"), "", nil))
		return
	}
	heads := []string{
		locale.Text("team.head.overall"),
		locale.Text("team.head.cool"), locale.Text("team.head.bases"), locale.Text("team.head.extra"), locale.Text("team.head.follow"),
	}
	s.table.show(line{title: locale.Text("team.head.call")}, heads, attemptLines(calls, s.host.Now()), 0)
	s.put(container.New(hug{s.table}, widget.NewCard("", s.table.across)))
	widget.Focus(s.table)
}

// back goes up to the whole table, to the row it came from.
func (s *Screen) back() {
	s.showAll(s.at)
	if len(s.rows) > 0 {
		widget.Focus(s.table)
	}
}

// Key implements screen.Screen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		if s.chosen == nil {
			return false
		}
		s.back()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		if len(s.rows) == 0 {
			return false
		}
		widget.Focus(s.table)
		s.table.TypedKey(ev)
	default:
		return false
	}
	return true
}

// Rune implements screen.Screen.
func (s *Screen) Rune(r rune) bool {
	if s.chosen != nil || len(s.rows) == 0 {
		return false
	}
	switch r {
	case 'e':
		s.export()
	case 'k':
		s.which.SetSelected(1 - s.which.Selected())
		s.showAll(s.table.at)
		widget.Focus(s.table)
	default:
		return false
	}
	return true
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	lines := []widget.KeyLine{
		{Keys: []string{"↑", "↓"}, Does: locale.Text("team.keys.rows")},
		{Keys: []string{"Enter"}, Does: locale.Text("team.keys.open")},
	}
	if s.chosen != nil {
		return append(lines, widget.KeyLine{Keys: []string{"Esc"}, Does: locale.Text("team.keys.back")})
	}
	return append(lines,
		widget.KeyLine{Keys: []string{"K"}, Does: locale.Text("team.keys.which")},
		widget.KeyLine{Keys: []string{"E"}, Does: locale.Text("team.keys.export")})
}

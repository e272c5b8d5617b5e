package compare

import (
	"unicode"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// leaf is how many attempts are listed at first, and how many more each time.
const leaf = 25

// inView is how many of them are in view in a usual window.
const inView = 6

// A chooser is the list of the attempts that one can be compared with.
type chooser struct {
	screen.Base
	host    screen.Host
	attempt int64
	whose   trainer.Profile

	page *page.Page
	find *widget.Field
	roll *page.Roll
	more *fyne.Container

	with    trainer.Summary
	all     []trainer.Summary
	names   []string // of all, as they are searched
	passing []int    // of all: those that are found
	most    int      // how many of them are listed
	tiles   []*widget.Tile
}

var _ screen.Screen = (*chooser)(nil)

func newChooser(h screen.Host, attempt int64, whose trainer.Profile) *chooser {
	s := &chooser{host: h, attempt: attempt, whose: whose, most: leaf, more: widget.VStack(theme.GapM)}
	away := widget.NewButton(locale.Text("compare.back"), h.Back).WithIcon(widget.IconBack).WithKey("Esc")
	s.page = page.New(locale.Text("compare.choose"), locale.Text("compare.choose.reading"), away)
	s.roll = page.NewRoll(theme.GapS, inView, h.After, s.page.Fit)
	s.find = widget.NewField("", locale.Text("progress.find")).Limit(60)
	s.find.OnChanged = func(string) {
		s.most = leaf
		s.fill()
		s.page.Fit()
	}
	s.find.OnSubmitted = func(string) { s.chooseFirst() }
	return s
}

// Content implements screen.Screen.
func (s *chooser) Content() fyne.CanvasObject { return s.page.Content() }

// Shown reads what one can choose from. A manager chooses among assessed calls,
// as everywhere.
func (s *chooser) Shown() {
	whose := s.whose
	var with trainer.Summary
	var all []trainer.Summary
	s.host.Go(func() error {
		v, owner, err := telling.Open(s.host, s.attempt, whose)
		if err != nil {
			return err
		}
		mode := trainer.Mode("")
		if telling.Others(s.host) {
			mode = trainer.Assessed
		}
		whose, with = owner, v.Summary
		all, err = s.host.Desk().Comparable(owner, v.Attempt, mode)
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			s.page.SetUnder("")
			s.page.Set(widget.NewEmptyState(widget.IconInfo, locale.Text("compare.gone"), locale.Text("compare.back"), s.host.Back))
			return
		}
		s.whose = whose
		s.show(with, all)
	})
}

func (s *chooser) show(with trainer.Summary, all []trainer.Summary) {
	s.with, s.all, s.names = with, all, telling.SearchNames(all)
	words := map[string]any{"Title": with.Attempt.Title, "When": s.when(with), "Trainee": s.whose.Name}
	under := locale.Text("compare.choose.under", words)
	if telling.Others(s.host) {
		under = locale.Text("compare.choose.under.other", words)
	}
	s.page.SetUnder(under)
	if len(all) == 0 {
		empty := widget.NewEmptyState(widget.IconCompare, locale.Text("compare.choose.none"), locale.Text("compare.back"), s.host.Back)
		s.page.Set(empty)
		widget.Focus(empty.Action)
		return
	}
	s.fill()
	s.page.Set(widget.VStack(theme.GapL, s.find, s.roll.Content(), s.more))
	s.page.ToTop()
	s.focus(0)
}

// focus puts the keyboard on entry n.
func (s *chooser) focus(n int) {
	if s.roll.UpTo(n); n < len(s.tiles) {
		widget.Focus(s.tiles[n])
	}
}

func (s *chooser) when(sum trainer.Summary) string {
	return locale.When(sum.Attempt.Started.In(s.host.Now().Location()), s.host.Now())
}

// fill lists what is found.
func (s *chooser) fill() {
	words := telling.SearchWords(s.find.Text())
	s.passing, s.tiles = s.passing[:0], nil
	for i := range s.all {
		if telling.Found(s.names[i], words) {
			s.passing = append(s.passing, i)
		}
	}
	s.more.Objects = nil
	if n := min(len(s.passing), s.most); n > 0 {
		s.roll.Show(n, s.entry)
	} else {
		s.roll.Show(1, func(int) fyne.CanvasObject {
			return widget.NewEmptyState(widget.IconSearch, locale.Text("compare.choose.nothing"), locale.Text("progress.show-all"), func() {
				s.find.SetText("")
				s.focus(0)
			})
		})
	}
	if len(s.passing) > s.most {
		s.more.Objects = []fyne.CanvasObject{widget.HStack(theme.GapM, widget.Spacer(),
			widget.NewButton(locale.Text("compare.choose.more"), s.showMore), widget.Spacer())}
	}
	s.more.Refresh()
}

// showMore lists more, and puts the keyboard on the first of them.
func (s *chooser) showMore() {
	at := s.most
	s.most += leaf
	s.fill()
	s.roll.UpTo(at)
	s.page.Fit()
	s.focus(at)
}

// entry is one attempt, under the head of its group where that begins with it.
func (s *chooser) entry(n int) fyne.CanvasObject {
	sum := &s.all[s.passing[n]]
	a := sum.Attempt
	line := locale.Text("compare.choose.line", map[string]any{
		"When":    s.when(*sum),
		"Mode":    locale.Text(locale.Key("progress.mode.", string(a.Mode))),
		"Setting": locale.Text(locale.Key("progress.setting.", a.Setting)),
	})
	t := widget.NewTile(a.Title, telling.AttemptRow(sum, line, []fyne.CanvasObject{telling.VerdictTag(sum)}), func() { s.choose(n) }).Raised()
	s.tiles = append(s.tiles, t)
	same := s.same(n)
	if n > 0 && s.same(n-1) == same {
		return t
	}
	head := locale.Text("compare.choose.others")
	if same {
		head = locale.Text("compare.choose.same")
	}
	return widget.VStack(theme.GapS, widget.InsetXY(theme.GapNil, theme.GapXS, widget.Heading(head)), t)
}

// same reports whether entry n is of the same case.
func (s *chooser) same(n int) bool {
	return s.all[s.passing[n]].Attempt.Scenario == s.with.Attempt.Scenario
}

func (s *chooser) choose(n int) {
	s.host.Open(screen.Route{Place: screen.Compare, Attempt: s.attempt, Other: s.all[s.passing[n]].Attempt.ID, Whose: s.whose})
}

func (s *chooser) chooseFirst() {
	if len(s.passing) > 0 {
		s.choose(0)
	}
}

// Hidden stops what is still being drawn.
func (s *chooser) Hidden() { s.roll.Stop() }

// Key implements screen.Screen.
func (s *chooser) Key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		s.host.Back()
		return true
	}
	return s.page.TakeKey(ev)
}

// Rune writes into the field, whatever had the keyboard.
func (s *chooser) Rune(r rune) bool {
	if len(s.all) == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	s.find.Focus()
	s.find.Focusable().TypedRune(r)
	return true
}

// Keys implements screen.Screen.
func (s *chooser) Keys() []widget.KeyLine {
	return []widget.KeyLine{
		{Keys: []string{"A", "…", "Z"}, Does: locale.Text("compare.keys.find")},
		{Keys: []string{"Enter"}, Does: locale.Text("compare.keys.choose")},
		{Keys: []string{"Esc"}, Does: locale.Text("compare.back")},
	}
}

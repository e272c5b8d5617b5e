package welcome

import (
	"errors"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/week"
	"keepcool/app/ui/widget"
)

// choose lists the profiles.
func (s *Screen) choose() *panel {
	p := &panel{}
	list := widget.VStack(theme.GapS)
	for _, who := range s.all {
		t := s.person(who)
		if p.first == nil {
			p.first = t
		}
		list.Add(t)
	}
	list.Add(widget.HStack(theme.GapS, s.others()...))
	p.content = widget.NewCard(locale.Text("welcome.who.title"), list)
	return p
}

func (s *Screen) person(who trainer.Profile) *widget.Tile {
	role, mark, open := locale.Text("welcome.trainee"), widget.IconPerson, func() { s.host.Enter(who) }
	if who.Role == trainer.Manager {
		role, mark, open = locale.Text("welcome.manager.locked"), widget.IconLock, func() { s.put(s.unlock(who)) }
	}
	return widget.NewTile(who.Name, widget.InsetXY(theme.GapL, theme.GapM, widget.HStack(theme.GapL,
		widget.NewIcon(mark, theme.CalmText, theme.TextHeading),
		widget.Grow(widget.VStack(theme.GapXS, widget.Strong(who.Name), widget.Caption(role))),
		widget.NewIcon(widget.IconArrow, theme.Muted, theme.TextBody),
	)), open).Raised()
}

// others are the ways to a profile that is not there yet.
func (s *Screen) others() []fyne.CanvasObject {
	row := []fyne.CanvasObject{
		widget.NewQuiet(locale.Text("welcome.who.new"), func() { s.put(s.enrol()) }).WithIcon(widget.IconPerson),
		widget.Spacer(),
	}
	if !s.anyManager() {
		row = append(row, widget.NewQuiet(locale.Text("welcome.appoint.open"), func() { s.put(s.appoint()) }).WithIcon(widget.IconLock))
	}
	return row
}

// leave is the way back to the beginning, nil when the panel is the beginning.
func (s *Screen) leave() func() {
	if len(s.all) == 0 {
		return nil
	}
	return s.begin
}

// enrol makes a trainee's profile.
func (s *Screen) enrol() *panel {
	name := widget.NewField(locale.Text("welcome.new.name"), locale.Text("welcome.new.name.hint"))
	days := week.New(trainer.UsualWeek())
	begin := func() {
		name.SetError("")
		w, wrong := days.Week()
		if wrong != "" {
			return // the editor says it
		}
		written := name.Text()
		var made trainer.Profile
		s.do(func() (err error) {
			made, err = s.host.Desk().Enrol(written, w)
			return err
		}, name, func() { s.host.Enter(made) })
	}
	name.OnSubmitted = func(string) { begin() }
	body := widget.VStack(theme.GapL,
		name,
		widget.Body(locale.Text("welcome.new.week")).Tint(theme.Muted),
		days.Content(),
		s.buttons(widget.NewPrimary(locale.Text("welcome.new.begin"), begin), len(s.all) == 0),
	)
	return &panel{
		content: widget.NewCard(locale.Text("welcome.new.title"), body),
		first:   name.Focusable(), back: s.leave(),
	}
}

// buttons are the way on and the way back, or beside the first profile the way
// to the manager's.
func (s *Screen) buttons(on *widget.Button, first bool) fyne.CanvasObject {
	row := widget.HStack(theme.GapS)
	switch {
	case first:
		row.Add(widget.NewQuiet(locale.Text("welcome.appoint.open"), func() { s.put(s.appoint()) }).WithIcon(widget.IconLock))
	default:
		row.Add(widget.NewButton(locale.Text("welcome.back"), s.begin))
	}
	row.Add(widget.Spacer())
	row.Add(on)
	return row
}

// unlock asks a manager for the passphrase.
func (s *Screen) unlock(who trainer.Profile) *panel {
	phrase := widget.NewField(locale.Text("welcome.unlock.passphrase"), "").Secret()
	try := func() {
		written := phrase.Text()
		s.do(func() error { return s.host.Desk().Unlock(who, written) }, phrase, func() { s.host.Enter(who) })
	}
	open := widget.NewPrimary(locale.Text("welcome.unlock.open"), try)
	phrase.OnSubmitted = func(string) { try() }
	return &panel{
		content: widget.NewCard(locale.Text("welcome.unlock.title", map[string]any{"Name": who.Name}),
			widget.VStack(theme.GapL, phrase, s.buttons(open, false))),
		first: phrase.Focusable(), back: s.leave(),
	}
}

// appoint makes the first manager's profile.
func (s *Screen) appoint() *panel {
	name := widget.NewField(locale.Text("welcome.new.name"), "")
	phrase := widget.NewField(locale.Text("welcome.appoint.passphrase"), "").Secret()
	again := widget.NewField(locale.Text("welcome.appoint.again"), "").Secret()
	try := func() {
		for _, f := range []*widget.Field{name, phrase, again} {
			f.SetError("")
		}
		if phrase.Text() != again.Text() {
			again.SetError(locale.Text("welcome.appoint.differ"))
			again.Focus()
			return
		}
		who, secret := name.Text(), phrase.Text()
		var made trainer.Profile
		s.do(func() (err error) {
			made, err = s.host.Desk().Appoint(who, secret)
			return err
		}, name, func() { s.host.Enter(made) }, phrase)
	}
	name.OnSubmitted = func(string) { phrase.Focus() }
	phrase.OnSubmitted = func(string) { again.Focus() }
	again.OnSubmitted = func(string) { try() }
	body := widget.VStack(theme.GapL,
		widget.Body(locale.Text("welcome.appoint.body")).Tint(theme.Muted),
		name, phrase, again,
		widget.HStack(theme.GapS,
			widget.NewButton(locale.Text("welcome.back"), s.begin), widget.Spacer(),
			widget.NewPrimary(locale.Text("welcome.appoint.make"), try)),
	)
	return &panel{
		content: widget.NewCard(locale.Text("welcome.appoint.title"), body),
		first:   name.Focusable(), back: s.begin,
	}
}

// do works in the background, once at a time. What is wrong with what was
// written stands at its field: a passphrase's at the second one when given.
func (s *Screen) do(work func() error, field *widget.Field, then func(), phrase ...*widget.Field) {
	if s.busy {
		return
	}
	s.busy = true
	s.host.Go(work, func(err error) {
		s.busy = false
		var told *trainer.Error
		switch {
		case err == nil:
			then()
		case errors.As(err, &told) && (told.Code == trainer.BadName || told.Code == trainer.BadPassphrase):
			if told.Code == trainer.BadPassphrase && len(phrase) > 0 {
				field = phrase[0]
			}
			field.SetError(screen.Sentence(told))
			field.Focus()
			s.page.Refresh()
		default:
			s.host.Fail(err)
		}
	})
}

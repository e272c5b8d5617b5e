package library

import (
	"bytes"
	"testing/fstest"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
	"keepcool/app/ui/theme"
	"keepcool/scenarios"
)

// mistaken is a file of somebody's first try.
const mistaken = `version: 1
title: The invoice that came twice
id: twice-billed
project: harl-and-moss
kind: angry customer
difficulty: 9
language: en
summary: A bakery was billed twice.

CALLER baker
  name: Mr Ilves
  moods: heat 12 angry, trust 3, confusion 3, patience 14
  tempre: hurried

CALL first
== ring
CALLER: You have billed me twice, and nobody rings back.
> I am sorry to hear that, let me look.
  shows: own-it "let me look at once"
  go: nowhere
`

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	shown := func(prepare, then func(*stage.Stage)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := open()
			s.Trainee("Ada Okafor")
			prepare(s)
			s.Show(New(s, "", "", func() {}))
			then(s)
			return s.Root()
		}
	}
	nothing := func(*stage.Stage) {}
	return []story.Story{
		{Name: "library-new", Build: shown(nothing, nothing)},
		{Name: "library-filtered", Build: shown(nothing, func(s *stage.Stage) {
			s.TapText(locale.Text("library.order.project"))
			s.TapText(locale.Text("library.filter"))
			project, _ := s.Desk().Shelf.Project("daun-kedua", locale.Spoken())
			s.TapText(project.Name)
		})},
		{Name: "library-played", Build: shown(played, func(s *stage.Stage) { s.TapText(locale.Text("library.assessed")) })},
		{Name: "library-rescue", Build: shown(played, func(s *stage.Stage) {
			s.Show(New(s, "cold-rooms", "", func() {}))
			s.TapText(locale.Text("rescue"))
		})},
		{Name: "library-no-match", Build: shown(nothing, func(s *stage.Stage) { s.Type("/"); s.Type("invoice") })},
		{Name: "library-problems", Build: shown(own, func(s *stage.Stage) { s.Press(fyne.KeyEnd) })},
		{Name: "library-not-scored", Build: shown(tooLarge, func(s *stage.Stage) { s.Press(fyne.KeyEnd) })},
		{Name: "library-large-text", Build: shown(func(s *stage.Stage) { s.Look(theme.Light, 1.6) }, nothing)},
	}
}

// own puts a file with mistakes on the shelf.
func own(s *stage.Stage) {
	shelf, err := trainer.OpenShelf(scenarios.FS, fstest.MapFS{"twice-billed.call": {Data: []byte(mistaken)}})
	if err != nil {
		panic(err)
	}
	s.Desk().Shelf = shelf
}

// tooLarge puts a case on the shelf that the engine does not finish.
func tooLarge(s *stage.Stage) {
	text, err := scenarios.FS.ReadFile("soup-without-lids.call")
	if err != nil {
		panic(err)
	}
	text = bytes.Replace(text, []byte("id: soup-without-lids"), []byte("id: soup-for-all"), 1)
	text = bytes.Replace(text, []byte("title: Soup without lids"), []byte("title: Soup for all"), 1)
	shelf, err := trainer.OpenShelf(scenarios.FS, fstest.MapFS{"soup-for-all.call": {Data: text}})
	if err != nil {
		panic(err)
	}
	s.Desk().Shelf, s.Desk().Budget = shelf, 10
	if err := s.Play("soup-for-all", call.Normal, trainer.Practice).Prepare(); err == nil {
		panic("a budget of ten states is enough")
	}
}

// played is the shelf of somebody who has played two of them.
func played(s *stage.Stage) {
	p := s.Play("cold-rooms", call.Normal, trainer.Practice)
	s.PlayOut(p)
	if _, ok := p.Promise(); ok {
		s.FollowUp(p)
		s.PlayOut(p)
	}
	s.PlayBadly(s.Play("cold-rooms", call.Hard, trainer.Practice))
	s.PlayOut(s.Play("one-message-only", call.Normal, trainer.Assessed))
}

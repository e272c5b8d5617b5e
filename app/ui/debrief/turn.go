package debrief

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// turn draws one move: what the trainee said with its evidence, what it earned
// and cost, and what the caller said to it.
func (s *Screen) turn(i int) fyne.CanvasObject {
	t := s.r.Turns[i]
	column := widget.VStack(theme.GapM)
	if t.Move > 0 && t.Move == s.r.Given() {
		column.Add(s.takenOver())
	}
	if t.Move >= 0 {
		switch s.r.Moves[t.Move].Kind {
		case call.FollowUp:
			column.Add(s.secondCall(t))
		case call.RingInside:
			column.Add(s.callHead(t.Move))
		}
	}
	own := t.Move >= 0 && s.r.Moves[t.Move].Kind < call.HangUp
	for n, said := range t.Said {
		switch {
		case own && n == 0:
			column.Add(container.New(lean{left: 0.08}, s.ownTurn(t, said)))
		case said.Voice == trainer.TheCaller:
			column.Add(container.New(lean{right: 0.08}, s.r.CallerTurn(said)))
		default:
			column.Add(s.r.StageLine(said))
		}
	}
	if t.Move >= 0 && s.r.Moves[t.Move].Kind == call.HangUp {
		column.Add(container.New(lean{left: 0.08}, s.withWays(t.Move, s.accounts(t))))
	}
	return column
}

// secondCall heads the second call with how the promise turned out.
func (s *Screen) secondCall(t telling.Turn) fyne.CanvasObject {
	column := s.callHead(t.Move)
	if len(t.Items) > 0 || s.r.HasCost(t.Move) {
		column.Add(container.New(lean{left: 0.08}, widget.NewCard("", s.accounts(t))))
	}
	return column
}

// callHead parts a call from the one before.
func (s *Screen) callHead(i int) *fyne.Container {
	return widget.VStack(theme.GapM, widget.Divider(), widget.Heading(s.r.HeadWords(i)))
}

// ownTurn is the trainee's words on a card with what came of them.
func (s *Screen) ownTurn(t telling.Turn, said trainer.Said) fyne.CanvasObject {
	r := s.r
	who := r.You()
	if r.given(t.Move) {
		who = locale.Text("rescue.debrief.given")
	}
	head := widget.HStack(theme.GapS, widget.Grow(widget.Caption(who)),
		widget.Caption(locale.Text("debrief.move", map[string]any{"N": t.Move + 1})))
	var words *telling.Quote
	if telling.Spoken(r.Case, r.Moves[t.Move]) {
		words = telling.NewQuote(said.Text, r.Evidence(t.Move, func(int) bool { return true }, 0))
	} else {
		// The brackets of a thing done are not drawn.
		words = telling.NewQuote(telling.Upper(telling.ToldWords(said.Text)), r.Evidence(t.Move, func(int) bool { return true }, -1)).Done()
	}
	column := widget.VStack(theme.GapM, head, words)
	if own, said := s.own[t.Move]; said {
		column.Add(telling.SaidFirst(own))
	}
	if len(t.Items) > 0 || s.r.HasCost(t.Move) {
		column.Add(s.accounts(t))
	}
	return s.withWays(t.Move, column)
}

// withWays is the card of a move with the ways on from it: to the replay, and to
// try another one there. What was given at the start of a rescue is not tried.
func (s *Screen) withWays(i int, column *fyne.Container) fyne.CanvasObject {
	ways := widget.HStack(theme.GapM, s.stepButton(i))
	if !s.r.given(i) {
		ways.Add(s.tryButton(i))
	}
	column.Add(ways)
	return widget.NewCard("", column)
}

// accounts are what a move earned and cost, line by line, and the better way.
func (s *Screen) accounts(t telling.Turn) *fyne.Container {
	column := widget.VStack(theme.GapS)
	for _, it := range t.Items {
		column.Add(s.r.Account(it))
	}
	if s.r.HasCost(t.Move) {
		column.Add(s.costs(t.Move))
	}
	return column
}

// costs is the better way and what it would have kept within reach.
func (s *Screen) costs(i int) fyne.CanvasObject {
	j, _ := s.r.Judgement(i)
	var parts []fyne.CanvasObject
	if j.HasBetter {
		parts = s.better(i, j)
	}
	return telling.Well(append(parts, widget.Caption(telling.CostWords(j)))...)
}

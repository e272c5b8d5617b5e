package debrief

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// turn draws one move: what the trainee said with its evidence, what it earned
// and cost, and what the caller said to it.
func (s *Screen) turn(i int) fyne.CanvasObject {
	t := s.r.turns[i]
	column := widget.VStack(theme.GapM)
	if t.move > 0 && t.move == s.r.Given() {
		column.Add(s.takenOver())
	}
	if t.move >= 0 {
		switch s.r.Moves[t.move].Kind {
		case call.FollowUp:
			column.Add(s.secondCall(t))
		case call.RingInside:
			column.Add(s.callInside())
		}
	}
	own := t.move >= 0 && s.r.Moves[t.move].Kind < call.HangUp
	for n, said := range t.said {
		switch {
		case own && n == 0:
			column.Add(container.New(lean{left: 0.08}, s.ownTurn(t, said)))
		case said.Voice == trainer.TheCaller:
			column.Add(container.New(lean{right: 0.08}, s.callerTurn(said)))
		default:
			column.Add(s.stageLine(said))
		}
	}
	if t.move >= 0 && s.r.Moves[t.move].Kind == call.HangUp {
		column.Add(container.New(lean{left: 0.08}, s.withTry(t.move, s.accounts(t))))
	}
	return column
}

// secondCall heads the second call with how the promise turned out.
func (s *Screen) secondCall(t turn) fyne.CanvasObject {
	word := s.r.Case.WordName(s.r.Moves[t.move])
	column := widget.VStack(theme.GapM, widget.Divider(), widget.Heading(locale.Text(locale.Key("debrief.second.", word))))
	if len(t.items) > 0 || s.hasCost(t.move) {
		column.Add(container.New(lean{left: 0.08}, widget.NewCard("", s.accounts(t))))
	}
	return column
}

// callInside heads the call with the colleague.
func (s *Screen) callInside() fyne.CanvasObject {
	return widget.VStack(theme.GapM, widget.Divider(), widget.Heading(locale.Text("debrief.inside", map[string]any{"Colleague": s.r.colleague()})))
}

// ownTurn is the trainee's words on a card with what came of them.
func (s *Screen) ownTurn(t turn, said trainer.Said) fyne.CanvasObject {
	r := s.r
	who := r.you()
	if r.given(t.move) {
		who = locale.Text("rescue.debrief.given")
	}
	head := widget.HStack(theme.GapS, widget.Grow(widget.Caption(who)),
		widget.Caption(locale.Text("debrief.move", map[string]any{"N": t.move + 1})))
	var words *quote
	if spoken(r.Case, r.Moves[t.move]) {
		words = newQuote(said.Text, r.evidence(t.move, func(int) bool { return true }, 0))
	} else {
		// The brackets of a thing done are not drawn.
		words = newQuote(upper(toldWords(said.Text)), r.evidence(t.move, func(int) bool { return true }, -1)).done()
	}
	column := widget.VStack(theme.GapM, head, words)
	if own, said := s.own[t.move]; said {
		column.Add(s.saidFirst(own))
	}
	if len(t.items) > 0 || s.hasCost(t.move) {
		column.Add(s.accounts(t))
	}
	return s.withTry(t.move, column)
}

// saidFirst is what the trainee said in their own words before the replies were
// seen. It is theirs: it stands beside the reply and is judged by nobody.
func (s *Screen) saidFirst(own string) fyne.CanvasObject {
	words := widget.Body("“" + own + "”").Italic()
	if own == "" {
		words = widget.Body(locale.Text("debrief.own.aloud")).Italic()
	}
	return widget.NewCard("", widget.VStack(
		theme.GapXS, widget.Caption(locale.Text("debrief.own")), words, widget.Caption(locale.Text("debrief.own.why")),
	)).Tinted(theme.Sunken)
}

// withTry is the card of a move with the way to try another one, or with what
// is tried.
func (s *Screen) withTry(i int, column *fyne.Container) fyne.CanvasObject {
	if s.try != nil && s.try.move == i {
		return widget.VStack(theme.GapM, widget.NewCard("", column), s.trial())
	}
	if !s.r.given(i) {
		column.Add(s.tryButton(i))
	}
	return widget.NewCard("", column)
}

func (s *Screen) callerTurn(said trainer.Said) fyne.CanvasObject {
	name := s.r.Case.Who(said.Call)
	if said.Tone != "" {
		name += " · " + said.Tone
	}
	return widget.NewCard("", widget.VStack(theme.GapXS, widget.Caption(name), newQuote(said.Text, nil))).Tinted(theme.CallerBubble)
}

// stageLine tells what happened rather than what was said.
func (s *Screen) stageLine(said trainer.Said) fyne.CanvasObject {
	caller := map[string]any{"Caller": s.r.Case.Who(said.Call)}
	words := upper(toldWords(said.Text))
	if words == "" {
		switch said.Event {
		case call.CallCut:
			words = locale.Text("debrief.event.cut", caller)
		case call.CallDropped:
			words = s.r.pick(locale.Text("debrief.event.dropped"), locale.Text("debrief.event.dropped.other"))
		case call.PromiseLapsed:
			words = locale.Text("debrief.event.lapsed")
		default:
			words = locale.Text("debrief.event.ended")
		}
	}
	return widget.Caption(words).Italic().Align(fyne.TextAlignCenter)
}

// accounts are what a move earned and cost, line by line, and the better way.
func (s *Screen) accounts(t turn) *fyne.Container {
	column := widget.VStack(theme.GapS)
	for _, it := range t.items {
		column.Add(s.account(it))
	}
	if s.hasCost(t.move) {
		column.Add(s.costs(t.move))
	}
	return column
}

func (s *Screen) account(it score.Item) fyne.CanvasObject {
	r := s.r
	tone := widget.GoodTone
	if it.Points < 0 || it.Critical {
		tone = widget.BadTone
	}
	name := widget.HStack(theme.GapS, widget.Grow(widget.Strong(r.itemWords(it))))
	if it.Critical {
		name.Add(widget.NewTag(locale.Text("debrief.item.critical"), widget.BadTone))
	}
	under := keyName(it.Key)
	if source := r.sourceWords(it); source != "" {
		under += " · " + source
	}
	return hanging(56, widget.NewTag(signed(it.Points), tone), widget.VStack("", name, widget.Caption(under)))
}

// signed is a number with its sign.
func signed(n int) string {
	if n < 0 {
		return number(n)
	}
	return "+" + number(n)
}

// number is a number with a true minus where it is below zero.
func number(n int) string {
	if n < 0 {
		return "−" + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}

// costs is the better way and what it would have kept within reach.
func (s *Screen) costs(i int) fyne.CanvasObject {
	j, _ := s.r.judgement(i)
	var parts []fyne.CanvasObject
	if j.HasBetter {
		parts = s.better(i, j)
	}
	words := locale.Text("debrief.cost.small")
	if n := int(math.Round(j.Cost)); n > 0 {
		words = locale.Text("debrief.cost", map[string]any{"N": n})
	}
	if keys := regretWords(j.Regret); keys != "" {
		words += " " + locale.Text("debrief.cost.keys", map[string]any{"Keys": keys})
	}
	return well(append(parts, widget.Caption(words))...)
}

// regretWords are the points no longer within reach, by key.
func regretWords(lost score.Points) string {
	var all []string
	for _, k := range rubric.Keys {
		if lost[k] > 0 {
			all = append(all, locale.Text("debrief.cost.key", map[string]any{"N": lost[k], "Key": keyWord(k)}))
		}
	}
	return strings.Join(all, ", ")
}

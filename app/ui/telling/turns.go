package telling

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// CallerTurn is what a caller said, under their name and tone.
func (r *Reading) CallerTurn(said trainer.Said) fyne.CanvasObject {
	return widget.NewCard("", widget.VStack(theme.GapXS, widget.Caption(r.CallerName(said)), NewQuote(said.Text, nil))).Tinted(theme.CallerBubble)
}

// CallerName is who said something, and in which tone.
func (r *Reading) CallerName(said trainer.Said) string {
	name := r.Case.Who(said.Call)
	if said.Tone != "" {
		name += " · " + said.Tone
	}
	return name
}

// StageLine tells what happened rather than what was said.
func (r *Reading) StageLine(said trainer.Said) fyne.CanvasObject {
	return widget.Caption(r.StageWords(said)).Italic().Align(fyne.TextAlignCenter)
}

// StageWords are what happened, in words.
func (r *Reading) StageWords(said trainer.Said) string {
	if words := Upper(ToldWords(said.Text)); words != "" {
		return words
	}
	caller := map[string]any{"Caller": r.Case.Who(said.Call)}
	switch said.Event {
	case call.CallCut:
		return locale.Text("debrief.event.cut", caller)
	case call.CallDropped:
		return r.Pick(locale.Text("debrief.event.dropped"), locale.Text("debrief.event.dropped.other"))
	case call.PromiseLapsed:
		return locale.Text("debrief.event.lapsed")
	}
	return locale.Text("debrief.event.ended")
}

// Account is one line of the scorecard with where it is taught.
func (r *Reading) Account(it score.Item) fyne.CanvasObject {
	tone := widget.GoodTone
	if it.Points < 0 || it.Critical {
		tone = widget.BadTone
	}
	name := widget.HStack(theme.GapS, widget.Grow(widget.Strong(r.ItemWords(it))))
	if it.Critical {
		name.Add(widget.NewTag(locale.Text("debrief.item.critical"), widget.BadTone))
	}
	under := KeyName(it.Key)
	if source := r.SourceWords(it); source != "" {
		under += " · " + source
	}
	return Hanging(56, widget.NewTag(Signed(it.Points), tone), widget.VStack("", name, widget.Caption(under)))
}

// CostWords is what a move cost, as the engine says.
func CostWords(j solve.Judgement) string {
	words := locale.Text("debrief.cost.small")
	if n := int(math.Round(j.Cost)); n > 0 {
		words = locale.Text("debrief.cost", map[string]any{"N": n})
	}
	if keys := regretWords(j.Regret); keys != "" {
		words += " " + locale.Text("debrief.cost.keys", map[string]any{"Keys": keys})
	}
	return words
}

// regretWords are the points no longer within reach, by key.
func regretWords(lost score.Points) string {
	var all []string
	for _, k := range rubric.Keys {
		if lost[k] > 0 {
			all = append(all, locale.Text("debrief.cost.key", map[string]any{"N": lost[k], "Key": KeyWord(k)}))
		}
	}
	return strings.Join(all, ", ")
}

// Well is a quiet box within a card.
func Well(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewCard("", widget.VStack(theme.GapXS, objects...)).Tinted(theme.Sunken)
}

// OwnWords is what the trainee said or did in a move, with the evidence that
// which picks.
func (r *Reading) OwnWords(i int, which func(shown int) bool) fyne.CanvasObject {
	m := r.Moves[i]
	if !Spoken(r.Case, m) {
		return NewQuote(r.MadeWords(m), nil).Done()
	}
	return NewQuote("“"+MoveWords(r.Case, m)+"”", r.Evidence(i, which, len("“")))
}

// HeadWords head a move that opens a call: how the promise turned out, or who is
// rung inside the house. They are "" for every other move.
func (r *Reading) HeadWords(i int) string {
	if i < 0 {
		return ""
	}
	switch m := r.Moves[i]; m.Kind {
	case call.FollowUp:
		return locale.Text(locale.Key("debrief.second.", r.Case.WordName(m)))
	case call.RingInside:
		return locale.Text("debrief.inside", map[string]any{"Colleague": r.Colleague()})
	}
	return ""
}

// SaidFirst is what the trainee said in their own words before the replies were
// seen. It is theirs: it stands beside the reply and is judged by nobody.
func SaidFirst(own string) fyne.CanvasObject {
	words := widget.Body("“" + own + "”").Italic()
	if own == "" {
		words = widget.Body(locale.Text("debrief.own.aloud")).Italic()
	}
	return widget.NewCard("", widget.VStack(
		theme.GapXS, widget.Caption(locale.Text("debrief.own")), words, widget.Caption(locale.Text("debrief.own.why")),
	)).Tinted(theme.Sunken)
}

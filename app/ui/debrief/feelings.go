package debrief

import (
	"strconv"

	"fyne.io/fyne/v2"

	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// callerCard sets what the caller would say beside what the trainee thought.
func (s *Screen) callerCard() fyne.CanvasObject {
	r := s.r
	own := 0
	if len(r.Logs) > 0 {
		own = r.Logs[0].Happy
	}
	trainee := map[string]any{"Trainee": r.Trainee}
	column := widget.VStack(theme.GapL,
		opinion(locale.Text("debrief.caller.theirs", map[string]any{"Caller": r.Caller()}), r.Card.Caller),
		opinion(r.Pick(locale.Text("debrief.caller.yours"), locale.Text("debrief.caller.yours.other", trainee)), own))
	if own > 0 {
		column.Add(widget.Body(s.compared(own)).Tint(theme.Muted))
	}
	return widget.NewCard(locale.Text("debrief.caller"), widget.VStack(theme.GapM, column))
}

func opinion(who string, n int) fyne.CanvasObject {
	if n < 1 || n > 5 {
		return widget.VStack(theme.GapXS, widget.Caption(who), widget.Body(locale.Text("debrief.caller.no-answer")).Tint(theme.Muted))
	}
	words := widget.Strong(telling.Upper(locale.Text(locale.Key("debrief.caller.word.", strconv.Itoa(n)))))
	of := widget.Caption(locale.Text("debrief.caller.of", map[string]any{"N": n}))
	return widget.VStack(theme.GapXS, widget.Caption(who), widget.HStack(theme.GapM, chart.NewPips(n, 5), words, of, widget.Spacer()))
}

// compared is how near the trainee's answer was to the caller's verdict.
func (s *Screen) compared(own int) string {
	r := s.r
	switch d := r.Card.Caller - own; {
	case d >= -1 && d <= 1 && r.Card.Caller <= 2:
		return r.Pick(locale.Text("debrief.caller.low"), locale.Text("debrief.caller.near.other"))
	case d == 0:
		return r.Pick(locale.Text("debrief.caller.same"), locale.Text("debrief.caller.same.other"))
	case d == 1 || d == -1:
		return r.Pick(locale.Text("debrief.caller.near"), locale.Text("debrief.caller.near.other"))
	case d > 0:
		return r.Pick(locale.Text("debrief.caller.higher"), locale.Text("debrief.caller.higher.other"))
	}
	return r.Pick(locale.Text("debrief.caller.lower"), locale.Text("debrief.caller.lower.other"))
}

// moodCard is the curve of the caller's heat with its words.
func (s *Screen) moodCard() fyne.CanvasObject {
	r := s.r
	curve := r.HeatCurve(s.replayAt)
	column := widget.VStack(theme.GapM, curve)
	for _, line := range r.heatWords() {
		column.Add(widget.Body(line).Tint(theme.Muted))
	}
	return widget.NewCard(locale.Text("debrief.mood", map[string]any{"Caller": r.Caller()}), column)
}

// heatWords tell the curve in words.
func (r *reading) heatWords() []string {
	first, second := r.heats()
	most := 0
	for _, p := range first {
		most = max(most, p.Value)
	}
	lines := []string{locale.Text("debrief.mood.words", map[string]any{
		"Heat": telling.Upper(r.HeatWord()), "Start": first[0].Value, "Most": most, "End": first[len(first)-1].Value,
	})}
	if second != nil {
		lines[0] += " " + locale.Text("debrief.mood.second", map[string]any{"Start": second[0].Value, "End": second[len(second)-1].Value})
	}
	if turn := r.heatTurn(first); turn != "" {
		lines = append(lines, turn)
	}
	return lines
}

// heats are the caller's own stretches: the first call, and the second where
// there was one.
func (r *reading) heats() (first, second []chart.Point) {
	for i, p := range r.Heat() {
		switch {
		case p.Aside:
		case i > 0 && p.Fresh, second != nil:
			second = append(second, p)
		default:
			first = append(first, p)
		}
	}
	return first, second
}

// heatTurn names the words after which the heat fell most, or rose where it
// never fell.
func (r *reading) heatTurn(first []chart.Point) string {
	fell, rose := 0, 0
	var down, up int
	for i := 1; i < len(first); i++ {
		if r.given(i-1) || !telling.Spoken(r.Case, r.Moves[i-1]) {
			continue
		}
		d := first[i].Value - first[i-1].Value
		if d < fell {
			fell, down = d, i-1
		}
		if d > rose {
			rose, up = d, i-1
		}
	}
	switch {
	case fell < 0:
		return locale.Text("debrief.mood.fell", map[string]any{"Words": telling.MoveWords(r.Case, r.Moves[down])})
	case rose > 0:
		return locale.Text("debrief.mood.rose", map[string]any{"Words": telling.MoveWords(r.Case, r.Moves[up])})
	}
	return ""
}

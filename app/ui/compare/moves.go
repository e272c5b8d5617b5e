package compare

import (
	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

var factTones = map[script.FactKind]widget.Tone{
	script.Want: widget.WantTone, script.Need: widget.NeedTone, script.Feeling: widget.FeelingTone, script.Detail: widget.DetailTone,
}

// A row is what stands across the page among the moves: so many moves that were
// the same, or two at one place that were not. It may open a call.
type row struct {
	same int          // 0 for a pair that differs
	pair trainer.Pair // that, or the first of the same
	fork bool         // here the ways part
	head string       // what heads a call that begins here
}

// rowsOf gathers the moves that were the same and stand together.
func (s *Screen) rowsOf() []row {
	var rows []row
	for i, p := range s.c.Pairs {
		head := s.opens(p)
		switch last := len(rows) - 1; {
		case !p.Same:
			rows = append(rows, row{pair: p, fork: i == s.c.Fork, head: head})
		case last >= 0 && rows[last].same > 0 && head == "":
			rows[last].same++
		default:
			rows = append(rows, row{same: 1, pair: p, head: head})
		}
	}
	return rows
}

// opens heads the call that a pair begins: as the later attempt did, where they
// did it differently.
func (s *Screen) opens(p trainer.Pair) string {
	if p.Now >= 0 {
		if head := s.now.HeadWords(p.Now); head != "" || p.Before < 0 {
			return head
		}
	}
	return s.before.HeadWords(p.Before)
}

// moves are the moves of both beside one another.
func (s *Screen) moves() fyne.CanvasObject {
	s.rows = s.rowsOf()
	s.note = widget.Caption("")
	head := widget.VStack(theme.GapXS, widget.Heading(locale.Text("compare.moves")), s.note)
	if s.c.Fork == len(s.c.Pairs) {
		head.Add(widget.Body(locale.Text("compare.moves.all")))
		s.rows = nil
	}
	s.roll.Show(len(s.rows), s.row)
	return widget.VStack(theme.GapL, head, s.roll.Content())
}

// row draws row n.
func (s *Screen) row(n int) fyne.CanvasObject {
	r := s.rows[n]
	column := widget.VStack(theme.GapM)
	if r.head != "" {
		column.Add(widget.Divider())
		column.Add(widget.Heading(r.head))
	}
	if r.fork {
		column.Add(widget.HStack(theme.GapS, widget.NewIcon(widget.IconArrow, theme.CalmText, theme.TextBody), widget.Grow(widget.Strong(locale.Text("compare.moves.fork")))))
	}
	switch {
	case r.same > 0 && n == 0:
		column.Add(widget.Body(locale.Count("compare.moves.same", r.same)).Tint(theme.Muted))
	case r.same > 0:
		column.Add(widget.Body(locale.Count("compare.moves.again", r.same)).Tint(theme.Muted))
	default:
		column.Add(s.pair(r.pair))
	}
	return column
}

// pair sets two moves at one place beside one another; the one that earned more
// is marked.
func (s *Screen) pair(p trainer.Pair) fyne.CanvasObject {
	by := 0
	if p.Before >= 0 && p.Now >= 0 {
		by = s.c.Points[1][p.Now] - s.c.Points[0][p.Before]
	}
	return widget.Columns(theme.GapL, 300,
		s.side(locale.Text("compare.before"), s.before, p.Before, by < 0), s.side(locale.Text("compare.now"), s.now, p.Now, by > 0))
}

// side is the move of one of the two, with what it earned and cost.
func (s *Screen) side(name string, r *telling.Reading, move int, better bool) fyne.CanvasObject {
	if move < 0 {
		return telling.Well(widget.Caption(name), widget.Body(locale.Text("compare.moves.none")).Tint(theme.Muted))
	}
	head := widget.HStack(theme.GapS, widget.Grow(widget.InsetXY(theme.GapNil, theme.GapXS,
		widget.Caption(locale.Text("compare.moves.move", map[string]any{"Call": name, "N": move + 1})))))
	if better {
		head.Add(widget.NewTag(locale.Text("compare.moves.better"), widget.GoodTone))
	}
	column := widget.VStack(theme.GapS, head, r.OwnWords(move, func(int) bool { return true }))
	for _, it := range r.Turns[move+1].Items {
		tone := widget.GoodTone
		if it.Points < 0 || it.Critical {
			tone = widget.BadTone
		}
		column.Add(telling.Hanging(56, widget.NewTag(telling.Signed(it.Points), tone), widget.Body(r.ItemWords(it))))
	}
	if j, ok := r.Judgement(move); ok && r.HasCost(move) && r.Moves[move].Kind != call.FollowUp {
		column.Add(widget.Caption(telling.CostWords(j)))
	}
	return widget.NewCard("", column)
}

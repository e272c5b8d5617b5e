package callroom

import (
	"unicode"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/app/ui/widget"
)

// labels are the labels of a note with the key and the mark of each.
var labels = []struct {
	label script.FactKind
	key   rune
	mark  widget.MarkKind
}{
	{script.Want, 'w', widget.Want},
	{script.Need, 'n', widget.Need},
	{script.Feeling, 'f', widget.Feeling},
	{script.Detail, 'd', widget.Detail},
}

func markOf(label script.FactKind) widget.MarkKind {
	for _, l := range labels {
		if l.label == label {
			return l.mark
		}
	}
	return widget.Detail
}

// picked is told that words of the transcript were picked, and wait for their
// label.
func (r *Room) picked() { r.showLabels() }

// labelByKey labels the words that are picked.
func (r *Room) labelByKey(line, start, end int, key rune) bool {
	for _, l := range labels {
		if l.key == unicode.ToLower(key) {
			r.keep(line, start, end, l.label)
			return true
		}
	}
	return false
}

// label labels the words that are picked, where there are any.
func (r *Room) label(label script.FactKind) {
	if line, start, end := r.view.transcript.Selection(); line >= 0 {
		r.keep(line, start, end, label)
	}
}

// keep keeps words of a line as a note. Words that are kept already get the new
// label in place of the old one.
func (r *Room) keep(line, start, end int, label script.FactKind) {
	if !r.may(Notes) || r.busy || r.paused || line >= len(r.lines) || r.lines[line].Line < 0 {
		return
	}
	n := call.Note{Line: r.lines[line].Line, Start: start, End: end, Label: label}
	old := -1
	for _, k := range r.play.Notes() {
		if k.Note == n {
			r.view.transcript.ClearSelection()
			r.showLabels()
			return
		}
		if k.Line == n.Line && k.Start == n.Start && k.End == n.End {
			old = k.Seq
		}
	}
	r.commit(func() error {
		if err := r.play.Keep(n); err != nil || old < 0 {
			return err
		}
		return r.play.Drop(old)
	}, func() {
		r.view.transcript.ClearSelection()
		r.showNotes()
		r.showTurn()
	})
}

func (r *Room) drop(k trainer.Kept) {
	if r.busy || r.paused {
		return
	}
	r.commit(func() error { return r.play.Drop(k.Seq) }, func() {
		r.showNotes()
		r.showTurn()
	})
}

// words are the words of a note.
func (r *Room) words(n call.Note) string {
	c := r.play.Case()
	if n.Line < 0 || n.Line >= len(c.Lines) {
		return ""
	}
	text := c.Lines[n.Line].Script.Text
	start, end := max(0, min(n.Start, len(text))), max(0, min(n.End, len(text)))
	return text[min(start, end):end]
}

// showMarks draws the notes of a line of the case wherever it stands in the
// transcript. A mark drawn over another would hide it, so that of two which
// overlap only the later is drawn; the list of notes has both.
func (r *Room) showMarks(of int) {
	var marks []widget.Mark
	notes := r.play.Notes()
	for i := len(notes) - 1; i >= 0; i-- {
		n := notes[i]
		if n.Line != of || n.Start >= n.End {
			continue
		}
		free := true
		for _, m := range marks {
			free = free && (n.End <= m.Start || n.Start >= m.End)
		}
		if free {
			marks = append(marks, widget.Mark{Start: n.Start, End: n.End, Kind: markOf(n.Label)})
		}
	}
	for i, s := range r.lines {
		if s.Voice == trainer.TheCaller && s.Line == of {
			r.view.transcript.SetMarks(i, marks)
		}
	}
}

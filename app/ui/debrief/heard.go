package debrief

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

var labelTones = map[script.FactKind]widget.Tone{
	script.Want: widget.WantTone, script.Need: widget.NeedTone, script.Feeling: widget.FeelingTone, script.Detail: widget.DetailTone,
}

// heard is what the caller told that was worth noting: what was caught, half
// caught under another label, and missed; and what else was kept.
func (s *Screen) heard() fyne.CanvasObject {
	r := s.r
	all := r.Case.Heard(r.linesSaid(), r.notes())
	var lines []fyne.CanvasObject
	for _, group := range []struct {
		catch call.Catch
		title string
		icon  fyne.Resource
	}{
		{call.Caught, locale.Text("debrief.heard.caught"), widget.IconCheck},
		{call.Half, locale.Text("debrief.heard.half"), widget.IconEdit},
		{call.Uncaught, locale.Text("debrief.heard.missed"), widget.IconCross},
	} {
		var rows []fyne.CanvasObject
		for _, h := range all {
			if h.Catch == group.catch {
				rows = append(rows, factRow(h))
			}
		}
		if len(rows) > 0 {
			lines = append(lines, heardGroup(group.icon, locale.Text("debrief.heard.of", map[string]any{
				"What": group.title, "N": len(rows), "All": len(all),
			}), rows))
		}
	}
	if rows := s.beside(); len(rows) > 0 {
		lines = append(lines, heardGroup(widget.IconNote, locale.Text("debrief.heard.beside"), rows))
	}
	if len(r.Notes) == 0 {
		lines = append([]fyne.CanvasObject{widget.Caption(locale.Text("debrief.facts.notes.none"))}, lines...)
	}
	return factCard(r.Pick(locale.Text("debrief.facts.notes"), locale.Text("debrief.facts.notes.other")), widget.VStack(theme.GapL, lines...))
}

func heardGroup(icon fyne.Resource, title string, rows []fyne.CanvasObject) fyne.CanvasObject {
	head := widget.HStack(theme.GapS, widget.NewIcon(icon, theme.CalmText, theme.TextBody), widget.Grow(widget.Caption(title).Tint(theme.CalmText)))
	return widget.VStack(theme.GapS, append([]fyne.CanvasObject{head}, rows...)...)
}

// factRow is a fact under its label, with the label it was kept under where that
// was another.
func factRow(h call.Heard) fyne.CanvasObject {
	words := fyne.CanvasObject(widget.Body(h.Fact.Words))
	if h.Catch == call.Half {
		as := locale.Text("debrief.heard.as", map[string]any{"Label": telling.Lower(locale.Text(locale.Key("mark.", string(h.As))))})
		words = widget.VStack("", words, widget.Caption(as))
	}
	return labelled(h.Fact.Kind, words)
}

func labelled(k script.FactKind, words fyne.CanvasObject) fyne.CanvasObject {
	return telling.Hanging(84, widget.NewTag(locale.Text(locale.Key("mark.", string(k))), labelTones[k]), words)
}

// beside are the notes that lie on nothing of note.
func (s *Screen) beside() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, n := range s.r.Notes {
		if n.Line < 0 || n.Line >= len(s.r.Case.Lines) || !s.r.Case.Beside(n.Note) {
			continue
		}
		text := s.r.Case.Lines[n.Line].Script.Text
		if n.Start >= 0 && n.End <= len(text) && n.Start < n.End {
			rows = append(rows, labelled(n.Label, widget.Body(text[n.Start:n.End])))
		}
	}
	return rows
}

// linesSaid are the lines of the case that the trainee heard, in their order.
func (r *reading) linesSaid() []int {
	var lines []int
	for _, s := range r.Said {
		if s.Voice == trainer.TheCaller {
			lines = append(lines, s.Line)
		}
	}
	return lines
}

// notes are the notes that stand.
func (r *reading) notes() []call.Note {
	all := make([]call.Note, len(r.Notes))
	for i, k := range r.Notes {
		all[i] = k.Note
	}
	return all
}

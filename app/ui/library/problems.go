package library

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// shownProblems is how many problems of a file are shown: mending the first
// often mends the rest.
const shownProblems = 6

// problems are the files that have some, nil when there are none.
func (s *Screen) problems() fyne.CanvasObject {
	list := widget.VStack(theme.GapL, widget.Heading(locale.Text("library.problems")), widget.Body(locale.Text("library.problems.under")).Tint(theme.Muted))
	n := len(list.Objects)
	for _, e := range s.host.Desk().Shelf.Entries {
		problems := s.host.Desk().Problems(e)
		if len(problems) > 0 && (e.Own || !s.host.Desk().Playable(e)) {
			list.Add(file(e, problems, s.host.Desk().Playable(e)))
		}
	}
	if len(list.Objects) == n {
		return nil
	}
	return list
}

func file(e *trainer.Entry, problems []script.Diagnostic, playable bool) fyne.CanvasObject {
	list := widget.VStack(theme.GapM)
	for i, d := range problems {
		if i == shownProblems {
			list.Add(widget.Caption(locale.Count("library.problems.more", len(problems)-i)))
			break
		}
		list.Add(problem(d))
	}
	tag := widget.NewTag(locale.Text("library.problems.stopped"), widget.BadTone)
	if playable {
		tag = widget.NewTag(locale.Text("library.problems.warned"), widget.Plain)
	}
	return widget.NewCard(e.File, list).WithAction(tag)
}

// problem is one problem: where, what, and the line with a caret.
func problem(d script.Diagnostic) fyne.CanvasObject {
	mark, tint := widget.IconWarning, theme.BadText
	if d.Warning {
		mark, tint = widget.IconInfo, theme.Muted
	}
	rows := widget.VStack(theme.GapXS,
		widget.Body(said(d)),
		widget.Caption(fmt.Sprintf("%s:%d:%d   %s", d.File, d.Line, d.Col, d.Code)),
	)
	if d.Source != "" {
		rows.Add(source(d))
	}
	return widget.HStack(theme.GapM, widget.NewIcon(mark, tint, theme.TextBody), widget.Grow(rows))
}

// said is what a problem is, in the language of the window. English is what a
// diagnostic says itself, more exactly than the catalogue can; in another
// language the words of the script that it names stand behind the sentence of
// its code.
func said(d script.Diagnostic) string {
	words, exact := d.Message, true
	if locale.Spoken() != locale.English && locale.Has(locale.Key("problem.", d.Code)) {
		words, exact = coded(d.Code), false
	}
	if d.Hint != "" {
		words = locale.Text("library.problems.hint", map[string]any{"Message": words, "Hint": d.Hint})
	}
	if d.Missing != "" && !exact {
		words = locale.Text("library.problems.missing", map[string]any{"Message": words, "Missing": d.Missing})
	}
	if d.Allowed != "" && !exact {
		words = locale.Text("library.problems.allowed", map[string]any{"Message": words, "Allowed": d.Allowed})
	}
	return words
}

// coded is the sentence of a code, and what to do where no line shows it.
func coded(code string) string {
	words := locale.Text(locale.Key("problem.", code))
	if does := locale.Key("problem.", code+".do"); locale.Has(does) {
		words += " " + locale.Text(locale.Key("problem.", code+".do"))
	}
	return words
}

// source is the line in letters of one width, with the caret below its place.
// A long line is cut around the place.
func source(d script.Diagnostic) fyne.CanvasObject {
	const most, before = 84, 40
	line, at := []rune(strings.ReplaceAll(d.Source, "\t", " ")), max(d.Col-1, 0)
	from := 0
	if len(line) > most && at > before {
		from = min(at-before, len(line)-1)
	}
	shown := string(line[from:min(from+most, len(line))])
	lead := ""
	if from > 0 {
		lead = "…"
	}
	well := canvas.NewRectangle(color.Transparent)
	well.FillColor, well.CornerRadius = theme.Color(theme.Sunken), theme.Size(theme.RadiusS)
	caret := strings.Repeat(" ", at-from+len([]rune(lead))) + "^"
	return container.NewStack(well, widget.Inset(theme.GapS, container.NewHScroll(widget.VStack(theme.GapNil, code(lead+shown), code(caret)))))
}

func code(s string) *canvas.Text {
	t := canvas.NewText(s, theme.Color("foreground"))
	t.TextStyle, t.TextSize = fyne.TextStyle{Monospace: true}, theme.Size(theme.TextCaption)
	return t
}

package debrief

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// facts are what the trainee did beside talking. They are told, not scored.
func (s *Screen) facts() fyne.CanvasObject {
	column := widget.VStack(theme.GapL, s.heard(), s.papers())
	for i, l := range s.r.Logs {
		title := locale.Text("debrief.facts.log")
		if i > 0 {
			title = locale.Text("debrief.facts.log.second")
		}
		column.Add(s.log(title, l))
	}
	if len(s.r.Logs) == 0 {
		column.Add(factCard(locale.Text("debrief.facts.log"), widget.Caption(locale.Text("debrief.facts.log.none"))))
	}
	column.Add(widget.Caption(locale.Text("debrief.facts.why")))
	return column
}

func factCard(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewCard("", widget.VStack(theme.GapS, append([]fyne.CanvasObject{widget.Strong(title)}, objects...)...))
}

// papers are the kinds of paper of the client file that were opened, and those
// that were not.
func (s *Screen) papers() fyne.CanvasObject {
	var opened, left []string
	for _, kind := range s.r.Opened {
		if !slices.Contains(opened, paper(kind)) {
			opened = append(opened, paper(kind))
		}
	}
	for _, p := range s.r.Case.Scenario.Papers {
		if name := paper(p.Kind); !slices.Contains(opened, name) && !slices.Contains(left, name) {
			left = append(left, name)
		}
	}
	lines := []fyne.CanvasObject{widget.Body(strings.Join(opened, ", "))}
	if len(opened) == 0 {
		lines = []fyne.CanvasObject{widget.Caption(locale.Text("debrief.facts.papers.none"))}
	} else if len(left) > 0 {
		lines = append(lines, widget.Caption(locale.Text("debrief.facts.papers.left", map[string]any{"Papers": strings.Join(left, ", ")})))
	}
	return factCard(locale.Text("debrief.facts.papers"), lines...)
}

func paper(kind string) string {
	if !locale.Has(locale.Key("debrief.paper.", kind)) {
		return kind
	}
	return locale.Text(locale.Key("debrief.paper.", kind))
}

// log is what was written down after a call.
func (s *Screen) log(title string, l trainer.Log) fyne.CanvasObject {
	lines := []fyne.CanvasObject{}
	add := func(name, value string) {
		if value != "" {
			lines = append(lines, widget.VStack("", widget.Caption(name), widget.Body(value)))
		}
	}
	add(locale.Text("debrief.facts.who"), l.Who)
	if !l.When.IsZero() {
		add(locale.Text("debrief.facts.when"), locale.When(l.When.In(s.r.Now.Location()), s.r.Now))
	}
	add(locale.Text("debrief.facts.concerns"), l.Concerns)
	if key := locale.Key("debrief.value.", l.Mattered); locale.Has(key) {
		add(locale.Text("debrief.facts.mattered"), locale.Text(locale.Key("debrief.value.", l.Mattered)))
	}
	add(locale.Text("debrief.facts.else"), l.Else)
	if len(lines) == 0 {
		lines = append(lines, widget.Caption(locale.Text("debrief.facts.log.none")))
	}
	return factCard(title, lines...)
}

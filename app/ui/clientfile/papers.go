package clientfile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A leaf is one page of the file: all papers of a kind, or what the first call
// left behind.
type leaf struct {
	kind  string // names it in the record
	title string
	icon  fyne.Resource
	body  func() fyne.CanvasObject
}

// kinds are the kinds of paper in the order of the file.
var kinds = []struct {
	kind  string
	icon  fyne.Resource
	dated bool // each paper begins with its day
}{
	{"client", widget.IconPerson, false},
	{"past", widget.IconPhone, true},
	{"product", widget.IconFile, false},
	{"purchase", widget.IconCheck, true},
	{"service", widget.IconStar, false},
	{"note", widget.IconNote, false},
	{"primer", widget.IconInfo, false},
}

// papers are the leaves of a scenario's client file.
func papers(s *script.Scenario) []leaf {
	var leaves []leaf
	for _, k := range kinds {
		var texts []string
		for _, p := range s.Papers {
			if p.Kind == k.kind {
				texts = append(texts, p.Text)
			}
		}
		if len(texts) > 0 {
			leaves = append(leaves, leaf{
				kind: k.kind, title: locale.Text(locale.Key("clientfile.kind.", k.kind)), icon: k.icon,
				body: func() fyne.CanvasObject { return paragraphs(texts, k.dated) },
			})
		}
	}
	return leaves
}

// projectLeaf is what everybody in the house knows, where the scenario's project
// is described.
func projectLeaf(s *script.Scenario, shelf *trainer.Shelf) []leaf {
	p, ok := shelf.Project(s.Project, s.Language)
	if !ok {
		return nil
	}
	return []leaf{{
		kind: "project", title: p.Name, icon: widget.IconBook,
		body: func() fyne.CanvasObject {
			return widget.VStack(theme.GapL, widget.Strong(p.About), widget.Divider(), paragraphs(p.Primer, false))
		},
	}}
}

// paragraphs sets papers under one another. The day that a dated one begins
// with becomes its heading.
func paragraphs(texts []string, dated bool) fyne.CanvasObject {
	column := widget.VStack(theme.GapL)
	for i, text := range texts {
		if i > 0 {
			column.Add(widget.Divider())
		}
		head, rest := headed(text)
		if head == "" || !dated {
			column.Add(widget.Body(text))
			continue
		}
		column.Add(widget.VStack(theme.GapXS, widget.Caption(head), widget.Body(rest)))
	}
	return column
}

// headed splits a paper at the colon that ends a short heading. The colon of an
// hour has no space behind it.
func headed(text string) (head, rest string) {
	head, rest, found := strings.Cut(text, ": ")
	if !found || len(head) > 48 || rest == "" {
		return "", text
	}
	return head, capital(rest)
}

// capital begins a sentence.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// firstCall are the leaves that the first call left behind: what was promised,
// noted and written down.
func firstCall(s *Screen) []leaf {
	var leaves []leaf
	if p, ok := s.play.Promise(); ok {
		leaves = append(leaves, leaf{
			kind: "promise", title: locale.Text("clientfile.promise"), icon: widget.IconPromise,
			body: func() fyne.CanvasObject { return s.promised(p) },
		})
	}
	if notes := s.play.Notes(); len(notes) > 0 {
		leaves = append(leaves, leaf{
			kind: "notes", title: locale.Text("clientfile.notes"), icon: widget.IconEdit,
			body: func() fyne.CanvasObject { return s.noted(notes) },
		})
	}
	if len(s.logs) > 0 {
		leaves = append(leaves, leaf{
			kind: "log", title: locale.Text("clientfile.log"), icon: widget.IconReadBack,
			body: func() fyne.CanvasObject { return s.logged(s.logs[0]) },
		})
	}
	return leaves
}

func (s *Screen) promised(p trainer.Promise) fyne.CanvasObject {
	column := widget.VStack(
		theme.GapS,
		widget.Heading(locale.When(p.Hour, s.host.Now())),
		widget.Body(p.What),
	)
	if p.Moved {
		column.Add(widget.Caption(locale.Text("clientfile.moved")))
	}
	return column
}

func (s *Screen) noted(notes []trainer.Kept) fyne.CanvasObject {
	column := widget.VStack(theme.GapM)
	c := s.play.Case()
	for _, n := range notes {
		if n.Line < 0 || n.Line >= len(c.Lines) {
			continue
		}
		text := c.Lines[n.Line].Script.Text
		words := text[min(n.Start, len(text)):min(n.End, len(text))]
		column.Add(widget.HStack(
			theme.GapM,
			widget.Width(84, widget.NewTag(locale.Text(locale.Key("mark.", string(n.Label))), tones[n.Label])),
			widget.Grow(widget.Body(fmt.Sprintf("“%s”", words))),
		))
	}
	return column
}

var tones = map[script.FactKind]widget.Tone{
	script.Want: widget.WantTone, script.Need: widget.NeedTone,
	script.Feeling: widget.FeelingTone, script.Detail: widget.DetailTone,
}

func (s *Screen) logged(l trainer.Log) fyne.CanvasObject {
	column := widget.VStack(theme.GapL)
	row := func(label, text string) {
		if strings.TrimSpace(text) != "" {
			column.Add(widget.VStack(theme.GapXS, widget.Caption(label), widget.Body(text)))
		}
	}
	row(locale.Text("clientfile.log.who"), l.Who)
	if !l.When.IsZero() {
		row(locale.Text("clientfile.log.when"), locale.When(l.When, s.host.Now()))
	}
	row(locale.Text("clientfile.log.concerns"), l.Concerns)
	if l.Mattered != "" {
		row(locale.Text("clientfile.log.mattered"), locale.Text(locale.Key("clientfile.value.", l.Mattered)))
	}
	row(locale.Text("clientfile.log.else"), l.Else)
	return column
}

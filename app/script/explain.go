package script

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"sync"
)

//go:embed pages/*.md
var pageFiles embed.FS

// A Page explains the diagnostics of one code to an author. It is written as
// pages/CODE.md: a title, some sentences, and a block of lines marked bad and
// one marked good.
type Page struct {
	Code  string
	Title string // one sentence
	Why   string
	Bad   Example
	Good  Example
}

// An Example shows a mistake or how it is mended. A Script is lines of a call
// script, in which a line "…" stands for those that matter to nobody here;
// other examples describe what lines cannot show.
type Example struct {
	Text   string
	Script bool
}

// dots is the line of an example that stands for lines not shown.
const dots = "…"

// Pages are all pages in the order of their codes.
func Pages() []Page { return pages() }

// Explain is the page of a code.
func Explain(code string) (Page, bool) {
	for _, p := range pages() {
		if p.Code == code {
			return p, true
		}
	}
	return Page{}, false
}

// pages reads the embedded files once. That each is whole, a test holds.
var pages = sync.OnceValue(func() []Page {
	names, _ := fs.Glob(pageFiles, "pages/*.md")
	all := make([]Page, len(names))
	for i, name := range names {
		text, _ := fs.ReadFile(pageFiles, name)
		all[i] = readPage(strings.TrimSuffix(path.Base(name), ".md"), string(text))
	}
	return all
})

func readPage(code, text string) Page {
	p := Page{Code: code}
	var why []string
	var block *Example
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		fence, fenced := strings.CutPrefix(line, "```")
		switch kind, which, _ := strings.Cut(fence, " "); {
		case fenced && block != nil:
			block = nil
		case fenced && which == "bad":
			block, p.Bad.Script = &p.Bad, kind == "call"
		case fenced:
			block, p.Good.Script = &p.Good, kind == "call"
		case block != nil:
			block.Text += line + "\n"
		case strings.HasPrefix(line, "# "):
			p.Title = line[len("# "):]
		default:
			why = append(why, line)
		}
	}
	p.Why = strings.TrimSpace(strings.Join(why, "\n"))
	return p
}

// String is the page as it is read in a terminal.
func (p Page) String() string {
	var b strings.Builder
	b.WriteString(p.Code + ": " + p.Title + "\n\n" + p.Why + "\n")
	for _, e := range []struct {
		label string
		Example
	}{{"Wrong:", p.Bad}, {"Right:", p.Good}} {
		b.WriteString("\n" + e.label + "\n\n")
		for line := range strings.Lines(e.Text) {
			b.WriteString(strings.TrimRight("    "+line, " \n") + "\n")
		}
	}
	if p.Bad.Script && p.Bad.cut() || p.Good.Script && p.Good.cut() {
		b.WriteString("\n" + dots + " stands for the rest of the script.\n")
	}
	return b.String()
}

// cut reports whether the example leaves lines out.
func (e Example) cut() bool {
	for line := range strings.Lines(e.Text) {
		if strings.TrimSpace(line) == dots {
			return true
		}
	}
	return false
}

package export

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// A Certificate says that somebody was ready for calls of their own on a day,
// and by which calls.
type Certificate struct {
	Name  string
	On    time.Time
	Calls []CertifiedCall
}

// A CertifiedCall is one of the calls it rests on.
type CertifiedCall struct {
	Title      string
	Kind       string
	Difficulty int // 1 to 5
	On         time.Time
	Overall    int    // 0 to 100
	Version    string // the hash of the scenario's meaning
}

// CertificateWords are what stands on a certificate besides its data, in the
// language it is written in.
type CertificateWords struct {
	Title, Says, For       string // "Certificate", "ready for calls of their own", "on the strength of"
	Call, Kind, Difficulty string // the heads of the table
	Day, Overall, Version  string
	Dated                  string // "Issued on 24 November 2026"
	Code                   string // "Check code"
	About                  string // what the code shows and what not
	DayOf                  func(time.Time) string
	KindOf                 func(string) string
}

// Fonts are the typeface of a certificate, as TrueType files.
type Fonts struct{ Regular, Bold []byte }

// versionShown is how much of a version is printed. The code is over all of it.
const versionShown = 10

// Code is a check code over everything that the certificate says: twelve
// letters and digits in groups of four, without those that are easily mixed up.
// It shows a misprint or a changed figure. It does not show who issued it, since
// anybody can work it out.
func (c Certificate) Code() string {
	h := sha256.New()
	line := func(parts ...any) {
		for _, p := range parts {
			fmt.Fprintf(h, "%v\x1f", p)
		}
		fmt.Fprint(h, "\n")
	}
	line(c.Name, c.On.Format(time.DateOnly))
	for _, k := range c.Calls {
		line(k.Title, k.Kind, k.Difficulty, k.On.Format(time.DateOnly), k.Overall, k.Version)
	}
	code := base32.NewEncoding("23456789ABCDEFGHJKLMNPQRSTUVWXYZ").EncodeToString(h.Sum(nil))
	return code[:4] + "-" + code[4:8] + "-" + code[8:12]
}

// The colours and measures of the page, in millimetres.
var (
	teal  = [3]int{10, 107, 110}
	ink   = [3]int{23, 43, 44}
	muted = [3]int{85, 107, 108}
	pale  = [3]int{222, 240, 238}
)

const (
	pageWide, pageHigh = 297.0, 210.0
	margin             = 24.0
)

// WriteCertificate writes a certificate as one page of PDF, A4 across. The same
// certificate in the same words is the same file.
func WriteCertificate(w io.Writer, c Certificate, words CertificateWords, fonts Fonts) error {
	p := fpdf.New("L", "mm", "A4", "")
	p.SetCreationDate(c.On.UTC())
	p.SetModificationDate(c.On.UTC())
	p.SetCatalogSort(true)
	p.SetTitle(words.Title+": "+c.Name, true)
	p.SetCreator("Keepcool", true)
	p.AddUTF8FontFromBytes("text", "", fonts.Regular)
	p.AddUTF8FontFromBytes("text", "B", fonts.Bold)
	p.SetMargins(margin, margin, margin)
	p.SetAutoPageBreak(false, 0)
	p.AddPage()
	sheet{p}.frame()
	sheet{p}.head(c, words)
	sheet{p}.table(c, words)
	sheet{p}.foot(c, words)
	return p.Output(w)
}

// sheet is the page while it is drawn.
type sheet struct{ *fpdf.Fpdf }

func (s sheet) ink(c [3]int)  { s.SetTextColor(c[0], c[1], c[2]) }
func (s sheet) fill(c [3]int) { s.SetFillColor(c[0], c[1], c[2]) }

func (s sheet) frame() {
	s.fill(teal)
	s.Rect(0, 0, 9, pageHigh, "F")
	s.fill(pale)
	s.Rect(9, 0, 2, pageHigh, "F")
}

// line writes one line of text, smaller where it would not fit.
func (s sheet) line(style string, size, high float64, colour [3]int, text string) {
	s.SetFont("text", style, size)
	for s.GetStringWidth(text) > pageWide-2*margin && size > 9 {
		size--
		s.SetFont("text", style, size)
	}
	s.ink(colour)
	s.CellFormat(0, high, text, "", 1, "L", false, 0, "")
}

func (s sheet) head(c Certificate, words CertificateWords) {
	s.SetY(margin)
	s.line("B", 13, 8, teal, "Keepcool")
	s.SetY(margin + 14)
	s.line("B", 30, 14, ink, words.Title)
	s.Ln(7)
	s.line("B", 24, 12, teal, c.Name)
	s.line("", 14, 9, ink, words.Says)
	s.Ln(7)
	s.line("", 11, 7, muted, words.For)
}

func (s sheet) table(c Certificate, words CertificateWords) {
	wide := []float64{77, 56, 24, 42, 26, 24}
	align := []string{"L", "L", "C", "L", "R", "R"}
	row := func(style string, colour [3]int, cells ...string) {
		s.SetFont("text", style, 10.5)
		s.ink(colour)
		for i, text := range cells {
			s.CellFormat(wide[i], 8, s.cut(text, wide[i]-3), "B", 0, align[i], false, 0, "")
		}
		s.Ln(8)
	}
	s.SetDrawColor(pale[0], pale[1], pale[2])
	s.Ln(2)
	row("B", muted, words.Call, words.Kind, words.Difficulty, words.Day, words.Overall, words.Version)
	for _, k := range c.Calls {
		row("", ink, k.Title, words.KindOf(k.Kind), fmt.Sprint(k.Difficulty), words.DayOf(k.On), fmt.Sprint(k.Overall), k.Version[:min(versionShown, len(k.Version))])
	}
}

// cut shortens a text to a width of the page.
func (s sheet) cut(text string, wide float64) string {
	if s.GetStringWidth(text) <= wide {
		return text
	}
	r := []rune(text)
	for len(r) > 1 && s.GetStringWidth(string(r)+"…") > wide {
		r = r[:len(r)-1]
	}
	return strings.TrimRight(string(r), " ,.;:") + "…"
}

func (s sheet) foot(c Certificate, words CertificateWords) {
	s.SetY(pageHigh - margin - 22)
	s.line("", 11, 7, ink, words.Dated)
	s.line("B", 12, 7, teal, words.Code+" "+c.Code())
	s.SetFont("text", "", 9)
	s.ink(muted)
	s.MultiCell(0, 4.5, words.About, "", "L", false)
}

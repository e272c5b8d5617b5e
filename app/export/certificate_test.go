package export_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"keepcool/app/export"
)

func certificate() export.Certificate {
	on := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	return export.Certificate{
		Name: "Nguyễn Thị Ánh", On: on,
		Calls: []export.CertifiedCall{
			{"A word for Friday", "angry customer", 5, on.AddDate(0, 0, -1), 91, "4e90ffcbcfe1529e49b8"},
			{"Put good", "survey", 1, on.AddDate(0, 0, -2), 88, "7c1c3f7c69a8490f2e11"},
			{"Twenty-one degrees, in a coat", "lost user", 3, on.AddDate(0, 0, -2), 84, "b2016764ef05a18756ed"},
		},
	}
}

func words() export.CertificateWords {
	return export.CertificateWords{
		Title: "Certificate", Says: "is ready for calls of their own", For: "on the strength of these calls, assessed and at first sight",
		Call: "Call", Kind: "Kind", Difficulty: "Difficulty", Day: "Day", Overall: "Overall", Version: "Version",
		Dated: "Issued on 24 November 2026", Code: "Check code", About: "The code is worked out from all that stands above. It shows a misprint or a changed figure. It does not show who issued this.",
		DayOf: func(t time.Time) string { return t.Format("2 January 2006") }, KindOf: func(s string) string { return s },
	}
}

func fonts(t *testing.T) export.Fonts {
	t.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile("../../assets/fonts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	return export.Fonts{Regular: read("Lato-Regular.ttf"), Bold: read("Lato-Bold.ttf")}
}

// The same certificate is the same file, whole from its head to its end.
func TestCertificate(t *testing.T) {
	var first, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &again} {
		if err := export.WriteCertificate(w, certificate(), words(), fonts(t)); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.HasPrefix(first.Bytes(), []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(first.Bytes()), []byte("%%EOF")) {
		t.Error("that is no whole PDF")
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("the same certificate is another file")
	}
	if path := os.Getenv("CERTIFICATE"); path != "" {
		if err := os.WriteFile(path, first.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// The code is over everything that is printed, and over the whole version.
func TestCheckCode(t *testing.T) {
	code := certificate().Code()
	if len(code) != 14 || strings.Count(code, "-") != 2 || strings.ContainsAny(code, "01IO") {
		t.Errorf("the code is %s", code)
	}
	for what, change := range map[string]func(*export.Certificate){
		"name":       func(c *export.Certificate) { c.Name += "a" },
		"day":        func(c *export.Certificate) { c.On = c.On.AddDate(0, 0, 1) },
		"title":      func(c *export.Certificate) { c.Calls[0].Title = "A word" },
		"kind":       func(c *export.Certificate) { c.Calls[0].Kind = "survey" },
		"difficulty": func(c *export.Certificate) { c.Calls[2].Difficulty = 4 },
		"played":     func(c *export.Certificate) { c.Calls[1].On = c.Calls[1].On.AddDate(0, 0, 1) },
		"score":      func(c *export.Certificate) { c.Calls[1].Overall++ },
		"version":    func(c *export.Certificate) { c.Calls[1].Version += "0" },
		"a call":     func(c *export.Certificate) { c.Calls = c.Calls[:2] },
	} {
		c := certificate()
		change(&c)
		if c.Code() == code {
			t.Errorf("another %s has the same code", what)
		}
	}
}

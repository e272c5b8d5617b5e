package progress

import (
	"io"
	"strings"
	"time"
	"unicode"

	"keepcool/app/export"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/saveas"
	"keepcool/assets"
)

// certificate asks where the certificate should go, and saves it.
func (s *Screen) certificate() {
	now := s.host.Now()
	c := certificateOf(s.host.Who().Name, trainer.UsualReadyRule().Grounds(s.progress.Readiness.Passes, now), now)
	saveas.File{
		Title: locale.Text("progress.certificate"), Body: locale.Text("progress.certificate.body"),
		Name: "keepcool-" + fileName(c.Name) + "-" + now.Format(time.DateOnly) + ".pdf", Done: locale.Text("progress.certificate.done"),
		Write: func(w io.Writer) error {
			return export.WriteCertificate(w, c, certificateWords(c), export.Fonts{Regular: assets.FontRegular, Bold: assets.FontBold})
		},
	}.Ask(s.host)
}

func certificateOf(name string, grounds []trainer.Pass, now time.Time) export.Certificate {
	c := export.Certificate{Name: name, On: now}
	for _, p := range grounds {
		a := p.Summary.Attempt
		c.Calls = append(c.Calls, export.CertifiedCall{
			Title: a.Title, Kind: p.Kind, Difficulty: p.Difficulty, On: a.Started.In(now.Location()),
			Overall: score.Shown(p.Summary.Overall), Version: a.ScenarioHash,
		})
	}
	return c
}

func certificateWords(c export.Certificate) export.CertificateWords {
	return export.CertificateWords{
		Title: locale.Text("certificate.title"), Says: locale.Text("certificate.says"), For: locale.Text("certificate.for"),
		Call: locale.Text("certificate.call"), Kind: locale.Text("certificate.kind"), Difficulty: locale.Text("certificate.difficulty"),
		Day: locale.Text("certificate.day"), Overall: locale.Text("certificate.overall"), Version: locale.Text("certificate.version"),
		Dated: locale.Text("certificate.dated", map[string]any{"Date": locale.Date(c.On)}),
		Code:  locale.Text("certificate.code"), About: locale.Text("certificate.about"),
		DayOf: locale.Date, KindOf: locale.Kind,
	}
}

// fileName is a name with nothing in it that a file system minds.
func fileName(name string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		case unicode.IsSpace(r):
			return '-'
		}
		return -1
	}, name)
	if plain == "" {
		return "certificate"
	}
	return plain
}

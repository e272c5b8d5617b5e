package telling

import (
	"strings"

	"fyne.io/fyne/v2"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// AttemptRow is an attempt in a list: its overall, its title over a line and
// tags, its four keys where it has figures, and whatever more there is.
func AttemptRow(s *trainer.Summary, line string, tags []fyne.CanvasObject, more ...fyne.CanvasObject) fyne.CanvasObject {
	overall := page.NoScore()
	if s.Comparable() && s.Final {
		overall = page.NewScore(s.Overall)
	}
	under := widget.Flow(theme.GapS, widget.InsetXY(theme.GapNil, theme.GapXS, widget.Caption(line)))
	for _, t := range tags {
		under.Add(t)
	}
	row := widget.HStack(theme.GapL, overall, widget.Grow(widget.VStack(theme.GapXS, widget.Strong(s.Attempt.Title), under)))
	if s.Comparable() {
		row.Add(NewFourKeys(s))
	}
	for _, o := range more {
		row.Add(o)
	}
	return widget.InsetXY(theme.GapL, theme.GapM, row)
}

// NewFourKeys is the figure of the four keys of an attempt; those that do not
// stand yet are left open.
func NewFourKeys(s *trainer.Summary) *chart.FourKeys {
	scores := make([]chart.Score, len(rubric.Keys))
	for i, k := range rubric.Keys {
		scores[i] = chart.Score{Name: KeyName(k), N: score.Shown(s.Keys[k]), Known: s.Scored && (s.Final || k != rubric.Follow)}
	}
	return chart.NewFourKeys(scores)
}

// VerdictTag says in a word or two how an attempt ended, or where it stands.
// Practice says "not there yet", never "failed".
func VerdictTag(s *trainer.Summary) *widget.Tag {
	switch {
	case s.Stage != trainer.StageFinal && s.Stage != trainer.StagePending:
		return widget.NewTag(locale.Text(locale.Key("progress.stage.", string(s.Stage))), widget.CalmTone)
	case s.Final && s.Passed:
		return widget.NewTag(locale.Text("progress.passed"), widget.GoodTone)
	case !s.Final && !s.Failed:
		return widget.NewTag(locale.Text("progress.stage.pending"), widget.CalmTone)
	case s.Attempt.Mode.LikePractice():
		return widget.NewTag(locale.Text("progress.not-yet"), widget.Plain)
	}
	return widget.NewTag(locale.Text("progress.failed"), widget.BadTone)
}

// SearchNames are the titles of attempts as they are searched: in small letters.
// The attempts of a case share theirs.
func SearchNames(all []trainer.Summary) []string {
	small := map[string]string{}
	names := make([]string, len(all))
	for i := range all {
		title := all[i].Attempt.Title
		if small[title] == "" {
			small[title] = strings.ToLower(title)
		}
		names[i] = small[title]
	}
	return names
}

// SearchWords are the words that somebody looks for; Found reports whether a
// name has them all.
func SearchWords(text string) []string { return strings.Fields(strings.ToLower(text)) }

// Found reports whether a name as it is searched has all the words.
func Found(name string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(name, w) {
			return false
		}
	}
	return true
}

package plays

import (
	"fmt"
	"strconv"
	"strings"

	"keepcool/app/rubric"
	"keepcool/app/score"
)

// A Want is the blessed result of a play. Its zero value wants nothing.
type Want struct {
	Overall *Figure
	Keys    [4]*Figure
	Verdict score.Verdict // "" where it is not said
	Ending  string
}

// Blessed reports whether any result was written.
func (w Want) Blessed() bool { return w != Want{} }

// A Figure is a score as it was written: in tenths, rounded down so that what
// misses a mark never seems to reach it. A whole one stands for all that are
// shown as it.
type Figure struct {
	Tenths int
	Whole  bool
}

func (f Figure) String() string {
	if f.Whole || f.Tenths == 1000 {
		return strconv.Itoa(f.Tenths / 10)
	}
	return fmt.Sprintf("%d.%d", f.Tenths/10, f.Tenths%10)
}

func (f Figure) holds(got Figure) bool {
	return f.Tenths == got.Tenths || f.Whole && f.Tenths/10 == got.Tenths/10
}

// readFigure reads a score; without one it says what is wrong.
func readFigure(text string) (f *Figure, problem string) {
	whole, tenth, decimal := strings.Cut(text, ".")
	n, err := strconv.ParseUint(whole, 10, 8)
	t := uint64(0)
	if decimal && err == nil {
		t, err = strconv.ParseUint(tenth, 10, 8)
	}
	f = &Figure{int(10*n + t), !decimal}
	if err != nil || decimal && len(tenth) != 1 || f.Tenths > 1000 {
		return nil, fmt.Sprintf("%q is no score. A score runs from 0 to 100, with one decimal at most.", text)
	}
	return f, ""
}

var verdicts = []score.Verdict{score.Open, score.Pending, score.Passed, score.Failed}

// readScore reads what stands after score: as 84.6, cool 86.0, passed; it gives
// what is wrong with it, or nothing.
func (w *Want) readScore(text string) (problem string) {
	for _, item := range strings.Split(text, ",") {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		if problem := w.readItem(item); problem != "" {
			return problem
		}
	}
	return ""
}

func (w *Want) readItem(item string) (problem string) {
	for _, v := range verdicts {
		if string(v) == item {
			w.Verdict = v
			return ""
		}
	}
	name, figure, ok := strings.Cut(item, " ")
	if !ok {
		w.Overall, problem = readFigure(item)
		return problem
	}
	k, ok := rubric.ParseKey(name)
	if !ok || k == rubric.Gate {
		return fmt.Sprintf("%q is no part of a score. A score is written as 84.6, cool 86.0, bases 71.9, extra 100, follow 89.9, passed.", item)
	}
	w.Keys[k], problem = readFigure(strings.TrimSpace(figure))
	return problem
}

// A Difference is one thing of a result that is not as it was blessed.
type Difference struct {
	What string `json:"what"` // overall, a key, verdict or ending
	Want string `json:"want"`
	Got  string `json:"got"`
}

// Against are the differences of a result from what was blessed: the overall,
// the keys in their order, the verdict, the ending.
func (w Want) Against(r Result) []Difference {
	var all []Difference
	figure := func(what string, want *Figure, got Figure) {
		if want != nil && !want.holds(got) {
			all = append(all, Difference{what, want.String(), got.String()})
		}
	}
	figure("overall", w.Overall, r.Overall)
	for k, want := range w.Keys {
		figure(rubric.Key(k).String(), want, r.Keys[k])
	}
	if w.Verdict != "" && w.Verdict != r.Verdict {
		all = append(all, Difference{"verdict", string(w.Verdict), string(r.Verdict)})
	}
	if w.Ending != "" && !r.endsAs(w.Ending) {
		all = append(all, Difference{"ending", w.Ending, r.Ending})
	}
	return all
}

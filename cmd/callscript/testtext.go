package main

import (
	"fmt"
	"io"
	"strings"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/score/plays"
)

// printTested tells of each scenario what does not hold, and of all how many.
func printTested(out io.Writer, all []tested, o testOptions) error {
	var b strings.Builder
	total, hold, missing, blessable, blessed, problems := 0, 0, 0, false, 0, 0
	for i := range all {
		t := &all[i]
		t.write(&b, o)
		total += len(t.Plays)
		blessed += t.Blessed
		problems += len(t.Problems)
		if t.Missing {
			missing++
		}
		for _, p := range t.Plays {
			if p.Holds {
				hold++
			}
			blessable = blessable || p.Problem == "" && (!p.Blessed || len(p.Differences) > 0)
		}
	}
	fmt.Fprintf(&b, "%s in %s: %s, %d fail", count(total, "play"), count(len(all), "scenario"), holds(hold), total-hold)
	if problems > 0 {
		fmt.Fprintf(&b, "; %s", count(problems, "problem"))
	}
	if missing > 0 {
		fmt.Fprintf(&b, "; %s without plays", count(missing, "scenario"))
	}
	if o.update {
		fmt.Fprintf(&b, "; %s blessed", count(blessed, "result"))
	}
	b.WriteString(".\n")
	if blessable {
		fmt.Fprintf(&b, "Where the new results are right, bless them: callscript test --update %s\n", strings.Join(o.named, " "))
	}
	return printText(out, b.String())
}

func (t *tested) write(b *strings.Builder, o testOptions) {
	switch {
	case t.Error != "":
		fmt.Fprintf(b, "%s.\n", t.Error)
	case t.Missing && o.require:
		fmt.Fprintf(b, "%s: FAILS, there is no %s beside it. Write PLAY best, its moves: and then callscript test --update.\n", t.File, t.Beside)
	case t.Missing:
		fmt.Fprintf(b, "%s: no plays beside it; they would stand in %s\n", t.File, t.Beside)
	case len(t.Script) > 0:
		fmt.Fprintf(b, "%s: FAILS, its script has problems; callscript check %s tells them\n", t.Beside, t.File)
	default:
		t.writePlays(b)
	}
}

func (t *tested) writePlays(b *strings.Builder) {
	hold := 0
	for _, p := range t.Plays {
		if p.Holds {
			hold++
		}
	}
	fmt.Fprintf(b, "%s: %s, %s\n", t.Beside, count(len(t.Plays), "play"), holds(hold))
	for _, p := range t.Problems {
		fmt.Fprintf(b, "  %s:%d: error: %s\n", t.Beside, p.Line, p.Message)
	}
	for _, p := range t.Plays {
		if !p.Holds {
			p.write(b, t.Beside)
		}
	}
}

// holds says how many hold.
func holds(n int) string {
	if n == 1 {
		return "1 holds"
	}
	return fmt.Sprintf("%d hold", n)
}

func (p *testedPlay) write(b *strings.Builder, file string) {
	fmt.Fprintf(b, "  %s:%d: %s in %s FAILS\n", file, p.Line, p.Kind, p.Setting)
	switch {
	case p.Problem != "":
		fmt.Fprintf(b, "      %s\n", p.Problem)
		return
	case !p.Blessed:
		fmt.Fprintf(b, "      not blessed yet; it comes to\n        score: %s\n        ending: %s\n", p.Score, p.Ending)
	}
	for _, d := range p.Differences {
		fmt.Fprintf(b, "      %-8s expected %s, got %s\n", d.What, d.Want, d.Got)
	}
	if p.Moved != "" {
		fmt.Fprintf(b, "      the first key that moved is %s\n", p.Moved)
	}
	if p.Band != "" {
		fmt.Fprintf(b, "      a %s play must score %s, and this one does not: it comes to %s\n", p.Kind, p.Band, p.Score)
	}
}

// firstMoved is the first key that is not as it was blessed, in words.
func firstMoved(all []plays.Difference) string {
	for _, d := range all {
		if k, ok := rubric.ParseKey(d.What); ok {
			return score.KeyWords(k)
		}
	}
	return ""
}

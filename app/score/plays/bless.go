package plays

import "strings"

// Bless is the text of the file with new results, by the index of their plays.
// A result line that still holds stays as it was written; so does everything
// that is no result line.
func (f *File) Bless(results map[int]Result) []byte {
	lines := append([]string(nil), f.lines...)
	for i := range f.Plays {
		if r, ok := results[i]; ok {
			f.Plays[i].bless(lines, r)
		}
	}
	return []byte(strings.Join(lines, ""))
}

func (p *Play) bless(lines []string, r Result) {
	score := p.Want
	score.Ending = ""
	p.write(lines, "score", r.Score(), score.Blessed() && len(score.Against(r)) == 0)
	p.write(lines, "ending", r.Ending, p.Want.Ending != "" && r.endsAs(p.Want.Ending))
}

// write puts a result in its line, or adds that line to the play's last.
func (p *Play) write(lines []string, key, value string, holds bool) {
	if holds {
		return
	}
	at, there := p.at[key]
	if !there {
		at = p.last
	}
	indent, end := around(lines[p.at["moves"]])
	if there {
		indent, end = around(lines[at])
		lines[at] = indent + key + ": " + value + end
		return
	}
	if end == "" {
		end = "\n"
	}
	lines[at] = strings.TrimRight(lines[at], "\r\n") + end + indent + key + ": " + value + end
}

// around is the white space before a line and the end of it.
func around(line string) (indent, end string) {
	body := strings.TrimRight(line, "\r\n")
	return body[:len(body)-len(strings.TrimLeft(body, " \t"))], line[len(body):]
}

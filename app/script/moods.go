package script

import (
	"slices"
	"strings"
)

var moodNames = []string{"heat", "trust", "confusion"}

// levels are the moods and the patience, with how a sentence begins that
// speaks of the level itself or of a change of it.
var levels = [...]struct{ name, title, change string }{
	{"heat", "Heat", "A change of heat"},
	{"trust", "Trust", "A change of trust"},
	{"confusion", "Confusion", "A change of confusion"},
	{"patience", "Patience", "A change of patience"},
}

const (
	heatLevel     = 0
	patienceLevel = 3
)

// heats are the colours of heat.
var heats = []string{"angry", "frustrated", "disappointed", "frightened"}

// moods reads the moods and the patience at the start of a call. In the
// caller's own moods the heat has its colour.
func (p *parser) moods(v piece, coloured bool, leastPatience int) (Moods, string) {
	m := Moods{At: p.at(v.off)}
	heat := ""
	to := [...]*int{&m.Heat, &m.Trust, &m.Confusion, &m.Patience}
	given, sound := p.eachMood(v, len(levels), func(i int, f []piece) {
		lo, hi := 0, 10
		if i == patienceLevel {
			lo, hi = leastPatience, 30
		}
		*to[i], _ = p.number(f[1], lo, hi, levels[i].title)
		if i == heatLevel {
			heat = p.colour(f, coloured)
		} else {
			p.nothingMore(f)
		}
	})
	for i, l := range levels {
		if !given[i] && sound {
			p.problem(v, BadMoods, "", "The moods lack %s. All four are needed: heat, trust, confusion and patience.", l.name).Missing = l.name
			break
		}
	}
	return m, heat
}

// nothingMore reports what stands after the number of a mood.
func (p *parser) nothingMore(f []piece) {
	if len(f) > 2 {
		p.problem(f[2], BadMoods, "", "After the number of %s stands a comma and then the next mood.", f[0].text)
	}
}

// eachMood calls set with the index and the fields of each entry "heat 6" of
// the first known levels. It tells which were given, and whether all entries
// could be read.
func (p *parser) eachMood(v piece, known int, set func(i int, f []piece)) (given [len(levels)]bool, sound bool) {
	sound = true
	for _, item := range p.items(v) {
		p.fields = item.appendFields(p.fields[:0])
		f := p.fields
		i := 0
		for i < known && levels[i].name != f[0].text {
			i++
		}
		switch {
		case i == known:
			hint := p.nearest(strings.ToLower(f[0].text), append([]string{"patience"}, moodNames...))
			p.problem(f[0], BadMoods, hint, "%q is not a mood. Write moods as in: heat 6, trust 3.", clip(f[0].text))
			sound = false
			continue
		case given[i]:
			p.problem(f[0], TwiceNamed, "", "%s is given twice. Keep one of the two.", levels[i].title)
		case len(f) < 2:
			p.problem(f[0], BadMoods, "", "After %s stands a number, as in: %s 3.", f[0].text, f[0].text)
		default:
			set(i, f)
		}
		given[i] = true
	}
	return given, sound
}

// colour reads the word after the number of heat.
func (p *parser) colour(f []piece, wanted bool) string {
	switch {
	case len(f) == 2 && wanted:
		p.problem(f[0], BadMoods, "", "After the number of heat stands its colour: %s, as in: heat 6 angry.", orList(heats)).Allowed = strings.Join(heats, ", ")
	case len(f) > 3 || len(f) == 3 && !wanted && slices.Contains(heats, f[2].text):
		p.problem(f[2], BadMoods, "", "The colour of the heat is one word, written once, in moods: under the heading CALLER.")
	case len(f) == 3 && wanted:
		word, _ := p.choice(f[2], heats...)
		return word
	case len(f) == 3:
		p.problem(f[2], BadMoods, "", "After the number of heat stands a comma and then the next mood.")
	}
	return ""
}

// override reads the changes of mood that a reply sets.
func (p *parser) override(v piece) Override {
	var o Override
	to := [...]**int{&o.Heat, &o.Trust, &o.Confusion}
	p.eachMood(v, len(to), func(i int, f []piece) {
		n, _ := p.number(f[1], -10, 10, levels[i].change)
		*to[i] = p.numbers.keep(n)
		p.nothingMore(f)
	})
	return o
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

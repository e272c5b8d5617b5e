package script

import (
	"slices"
	"strings"
)

var moodNames = []string{"heat", "trust", "confusion"}

// heats are the colours of heat.
var heats = []string{"angry", "frustrated", "disappointed", "frightened"}

// moods reads the moods and the patience at the start of a call. In the
// caller's own moods the heat has its colour.
func (p *parser) moods(v piece, coloured bool, leastPatience int) (Moods, string) {
	m := Moods{At: p.at(v.off)}
	heat := ""
	fields := map[string]*int{"heat": &m.Heat, "trust": &m.Trust, "confusion": &m.Confusion, "patience": &m.Patience}
	sound := p.eachMood(v, fields, func(f []piece) {
		lo, hi := 0, 10
		if f[0].text == "patience" {
			lo, hi = leastPatience, 30
		}
		*fields[f[0].text], _ = p.number(f[1], lo, hi, title(f[0].text))
		if f[0].text == "heat" {
			heat = p.colour(f, coloured)
		} else if len(f) > 2 {
			p.problem(f[2], BadMoods, "", "After the number of %s stands a comma and then the next mood.", f[0].text)
		}
	})
	for _, name := range []string{"heat", "trust", "confusion", "patience"} {
		if fields[name] != nil && sound {
			p.problem(v, BadMoods, "", "The moods lack %s. All four are needed: heat, trust, confusion and patience.", name)
			break
		}
	}
	return m, heat
}

// eachMood calls set with the fields of each entry "heat 6", and then sets
// the entry of that name in left to nil. It reports whether all could be read.
func (p *parser) eachMood(v piece, left map[string]*int, set func(f []piece)) bool {
	sound := true
	done := map[string]bool{}
	for _, item := range p.items(v) {
		f := item.fields()
		_, known := left[f[0].text]
		switch {
		case !known:
			hint := p.nearest(strings.ToLower(f[0].text), append([]string{"patience"}, moodNames...))
			p.problem(f[0], BadMoods, hint, "%q is not a mood. Write moods as in: heat 6, trust 3.", clip(f[0].text))
			sound = false
		case done[f[0].text]:
			p.problem(f[0], TwiceNamed, "", "%s is given twice. Keep one of the two.", title(f[0].text))
		case len(f) < 2:
			p.problem(f[0], BadMoods, "", "After %s stands a number, as in: %s 3.", f[0].text, f[0].text)
			left[f[0].text], done[f[0].text] = nil, true
		default:
			set(f)
			left[f[0].text], done[f[0].text] = nil, true
		}
	}
	return sound
}

// colour reads the word after the number of heat.
func (p *parser) colour(f []piece, wanted bool) string {
	switch {
	case len(f) == 2 && wanted:
		p.problem(f[0], BadMoods, "", "After the number of heat stands its colour: %s, as in: heat 6 angry.", orList(heats))
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
	var heat, trust, confusion int
	fields := map[string]*int{"heat": &heat, "trust": &trust, "confusion": &confusion}
	p.eachMood(v, fields, func(f []piece) {
		n, _ := p.number(f[1], -10, 10, "A change of "+f[0].text)
		switch f[0].text {
		case "heat":
			o.Heat = &n
		case "trust":
			o.Trust = &n
		case "confusion":
			o.Confusion = &n
		}
		if len(f) > 2 {
			p.problem(f[2], BadMoods, "", "After the number of %s stands a comma and then the next mood.", f[0].text)
		}
	})
	return o
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

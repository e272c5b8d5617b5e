package script

// variants judges the names of variants, and that no two are the same.
func (p *parser) variants() {
	if len(p.s.Variants) == 0 && !p.apart {
		return
	}
	declared := map[string]bool{}
	var names []string
	for _, v := range p.s.Variants {
		declared[v.Text] = true
		names = append(names, v.Text)
	}
	var strange []Word
	alike := map[[2]string]bool{}
	for i, a := range names {
		for _, b := range names[i+1:] {
			alike[[2]string{a, b}] = true
		}
	}
	p.s.eachOnly(func(o Only) {
		for _, w := range o {
			if !declared[w.Text] {
				strange = append(strange, w)
			}
		}
		for pair := range alike {
			if o.in(pair[0]) != o.in(pair[1]) {
				delete(alike, pair)
			}
		}
	})
	p.eachStrange(strange, func(w Word, also string) {
		p.report(w.At, UnknownVariant, p.nearest(w.Text, names), "There is no variant %q. The names of the variants stand at the top, as in: variants: first-name, second-name.%s", clip(w.Text), also)
	})
	if len(strange) > 0 {
		return
	}
	for i := range p.s.Variants {
		for j := range i {
			if alike[[2]string{names[j], names[i]}] {
				p.report(p.s.Variants[i].At, VariantsAlike, "", "The variants %s and %s are the same. Give a part of one of them only: %s.", names[j], names[i], names[i])
				return
			}
		}
	}
}

// only reads the variants that a part belongs to.
func (p *parser) only(v piece) Only {
	p.apart = true
	return p.names(v)
}

// eachOnly calls see with every list of variants that a part belongs to.
func (s *Scenario) eachOnly(see func(Only)) {
	tell := func(o Only) {
		if len(o) > 0 {
			see(o)
		}
	}
	for i := range s.Papers {
		tell(s.Papers[i].Only)
	}
	for i := range s.Concerns {
		tell(s.Concerns[i].Only)
	}
	for _, h := range s.holders() {
		for i := range h.beats {
			b := &h.beats[i]
			tell(b.Only)
			for j := range b.Lines {
				tell(b.Lines[j].Only)
			}
			for j := range b.Replies {
				tell(b.Replies[j].Only)
			}
		}
	}
}

// eachVariant runs judge on the scenario of each variant in turn. What is
// wrong in several of them is reported once; where it is not so in all, the
// report names those in which it is.
func (p *parser) eachVariant(judge func()) {
	if len(p.s.Variants) == 0 {
		judge()
		return
	}
	whole := p.s
	p.told = map[problemAt]*told{}
	for i := range whole.Variants {
		p.s = whole.keep(i)
		judge()
	}
	for _, t := range p.told {
		if n := len(t.variants); n < len(whole.Variants) && t.diag < len(p.diags) {
			what := "variant "
			if n > 1 {
				what = "variants "
			}
			p.diags[t.diag].Message += " This is so in the " + what + andList(t.variants) + "."
		}
	}
	p.s, p.told = whole, nil
}

type problemAt struct {
	code string
	at   Pos
}

// told is a problem while one variant after another is judged.
type told struct {
	diag     int // its index
	variants []string
}

// again reports whether the problem was reported in another variant already.
func (p *parser) again(code string, at Pos) bool {
	if p.told == nil {
		return false
	}
	_, variant := p.s.Variant()
	key := problemAt{code, at}
	t, before := p.told[key]
	if !before {
		t = &told{diag: len(p.diags)}
		p.told[key] = t
	}
	t.variants = append(t.variants, variant)
	return before
}

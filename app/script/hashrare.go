package script

// rare writes what most scenarios do not have. Each part says where it stands
// and what it is, and a part that is absent writes nothing: a scenario that
// uses none of it keeps its hash.
func (e encoder) rare(s *Scenario) {
	if s.NoPromise {
		e.word("no-promise")
	}
	if s.NoHangUp {
		e.word("no-hang-up")
	}
	if len(s.Variants) > 0 {
		e.word("variants")
		e.number(len(s.Variants))
		for _, v := range s.Variants {
			e.word(v.Text) // in their order, by which attempts name them
		}
	}
	for i, p := range s.Papers {
		e.only(p.Only, "paper", i)
	}
	for i, c := range s.Concerns {
		e.only(c.Only, "concern", i)
	}
	for i, c := range s.Calls {
		for j, text := range []string{c.Name, c.Temper.Text, c.What} {
			if text != "" {
				e.word("call")
				e.number(i, j)
				e.word(text)
			}
		}
		e.rareBeats(c.Beats, "call", i)
	}
	for i, f := range s.Fragments {
		e.word("fragment", f.ID)
		e.number(len(f.Beats))
		for _, b := range f.Beats {
			e.beat(b)
		}
		e.rareBeats(f.Beats, "fragment", i)
	}
}

func (e encoder) only(o Only, where string, at ...int) {
	if len(o) > 0 {
		e.word("only", where)
		e.number(at...)
		e.names(o)
	}
}

func (e encoder) rareBeats(beats []Beat, where string, n int) {
	for i, b := range beats {
		e.only(b.Only, where+" beat", n, i)
		for j, l := range b.Lines {
			e.only(l.Only, where+" line", n, i, j)
			for k, g := range l.Means {
				e.word("means", where)
				e.number(n, i, j, k, g.Start, g.End)
				e.word(g.Meaning)
			}
		}
		for j, r := range b.Replies {
			e.only(r.Only, where+" reply", n, i, j)
			if r.Then.Text != "" {
				e.word("then", where)
				e.number(n, i, j)
				e.word(r.Then.Text)
			}
		}
	}
}

package script

import "slices"

// maxUnfolded is how many beats, lines and replies each a scenario may have
// once its fragments are written out.
const maxUnfolded = 50_000

// Plain is the scenario as it is played in the variant of that index, from 0:
// the parts of other variants are left out, and each fragment is written out
// where it is used, its beats named beat@return after the beat that the call
// goes on at. The scenario must have been parsed without errors. A plain
// scenario is its own plain form.
func (s *Scenario) Plain(variant int) *Scenario {
	if s.whole != nil {
		return s
	}
	out := s.keep(variant)
	if len(s.Fragments) > 0 {
		for i := range out.Calls {
			out.Calls[i].Beats = unfold(out.Calls[i].Beats, out.Fragments)
		}
		out.Fragments = nil
	}
	return out
}

// Whole is the scenario as it was written, of which s may be a plain form.
func (s *Scenario) Whole() *Scenario {
	if s.whole != nil {
		return s.whole
	}
	return s
}

// Variant is the variant that a plain scenario stands for: its index from 0,
// and its name, which is empty where there is only one.
func (s *Scenario) Variant() (index int, name string) {
	if len(s.Variants) == 0 {
		return 0, ""
	}
	return s.variant, s.Variants[s.variant].Text
}

// VariantCount is how many variants there are to play, at least 1.
func (s *Scenario) VariantCount() int { return max(1, len(s.Variants)) }

// in reports whether a part belongs to a variant.
func (o Only) in(variant string) bool {
	return len(o) == 0 || slices.ContainsFunc(o, func(w Word) bool { return w.Text == variant })
}

// keep is a copy of the scenario without the parts of other variants.
func (s *Scenario) keep(variant int) *Scenario {
	out := *s
	out.whole, out.variant = s, variant
	out.Calls, out.Fragments = slices.Clone(s.Calls), slices.Clone(s.Fragments)
	if len(s.Variants) == 0 {
		return &out
	}
	name := s.Variants[variant].Text
	out.Papers = kept(s.Papers, func(p *Paper) bool { return p.Only.in(name) })
	out.Concerns = kept(s.Concerns, func(c *Concern) bool { return c.Only.in(name) })
	for i := range out.Calls {
		out.Calls[i].Beats = keepBeats(out.Calls[i].Beats, name)
	}
	for i := range out.Fragments {
		out.Fragments[i].Beats = keepBeats(out.Fragments[i].Beats, name)
	}
	return &out
}

func keepBeats(beats []Beat, variant string) []Beat {
	out := slices.Clone(kept(beats, func(b *Beat) bool { return b.Only.in(variant) }))
	for i := range out {
		out[i].Lines = kept(out[i].Lines, func(l *Line) bool { return l.Only.in(variant) })
		out[i].Replies = kept(out[i].Replies, func(r *Reply) bool { return r.Only.in(variant) })
	}
	return out
}

// kept is those of all that are to be kept; all itself where none falls away.
func kept[T any](all []T, keep func(*T) bool) []T {
	n := 0
	for i := range all {
		if keep(&all[i]) {
			n++
		}
	}
	if n == len(all) {
		return all
	}
	out := make([]T, 0, n)
	for i := range all {
		if keep(&all[i]) {
			out = append(out, all[i])
		}
	}
	return out
}

// unfold writes out every fragment that the beats of a call lead to, behind
// them. Uses of a fragment that go on at the same beat share one copy.
func unfold(beats []Beat, fragments []Fragment) []Beat {
	byName := map[string]*Fragment{}
	for i := range fragments {
		byName[fragments[i].ID] = &fragments[i]
	}
	beats = slices.Clone(beats)
	placed := map[string]bool{}
	for i := 0; i < len(beats); i++ {
		replies := slices.Clone(beats[i].Replies)
		for j := range replies {
			f, uses := byName[replies[j].Go.Text]
			if !uses || len(f.Beats) == 0 {
				continue
			}
			back := replies[j].Then.Text
			replies[j].Go.Text = inside(f.Beats[0].ID, back)
			if key := inside(f.ID, back); !placed[key] {
				placed[key] = true
				beats = append(beats, f.copy(back, byName)...)
			}
		}
		beats[i].Replies = replies
	}
	return beats
}

// copy is the beats of a fragment that returns to the beat back.
func (f *Fragment) copy(back string, byName map[string]*Fragment) []Beat {
	out := slices.Clone(f.Beats)
	to := func(name string) string {
		if name == Return {
			return back
		}
		return inside(name, back)
	}
	for i := range out {
		out[i].ID = inside(out[i].ID, back)
		out[i].Replies = slices.Clone(out[i].Replies)
		for j := range out[i].Replies {
			r := &out[i].Replies[j]
			if _, uses := byName[r.Go.Text]; uses {
				r.Then.Text = to(r.Then.Text)
			} else {
				r.Go.Text = to(r.Go.Text)
			}
		}
	}
	return out
}

func inside(name, back string) string { return name + "@" + back }

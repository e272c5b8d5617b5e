package script

import "slices"

// A holder is what beats stand in: a call or a fragment.
type holder struct {
	name  string // as it is headed: CALL kept, FRAGMENT who-is-calling
	id    string // of a fragment
	at    Pos
	beats []Beat
	frag  bool
}

// holders are the calls and then the fragments.
func (s *Scenario) holders() []holder {
	var all []holder
	for i := range s.Calls {
		c := &s.Calls[i]
		all = append(all, holder{"CALL " + string(c.Role), "", c.At, c.Beats, false})
	}
	for i := range s.Fragments {
		f := &s.Fragments[i]
		all = append(all, holder{"FRAGMENT " + f.ID, f.ID, f.At, f.Beats, true})
	}
	return all
}

// fragments judges the fragments by themselves: whether they return, use
// themselves, are used, and come to too much.
func (p *parser) fragments(cut bool) {
	if len(p.s.Fragments) == 0 {
		return
	}
	n := newNest(p.s)
	for i := range p.s.Fragments {
		f := &p.s.Fragments[i]
		last := cut && p.fragment && i == len(p.s.Fragments)-1
		switch {
		case f.ID == "":
		case len(f.Beats) > 0 && !last && !n.returns[i] && !meantReturn(f.Beats) && p.lost[inReply] == 0:
			p.report(f.At, FragmentNoReturn, "", "The fragment %q never returns. Let a reply of it lead back with go: return.", f.ID)
		case !n.used[i] && !cut && p.nameless == 0:
			p.report(f.At, FragmentUnused, "", "Nothing leads to the fragment %q. Lead a reply to it with go: %s and then:, or take it out.", f.ID, f.ID)
		}
	}
	switch i, depth := n.deepest(); {
	case depth < 0:
		p.report(p.s.Fragments[i].At, FragmentLoop, "", "The fragment %q leads back into itself before it has returned, so it could never be written out. Let the call go round among its own beats instead.", p.s.Fragments[i].ID)
	case depth > maxDepth:
		p.report(p.s.Fragments[i].At, FragmentDepth, "", "The fragment %q leads through %d fragments within one another; at most %d are possible.", p.s.Fragments[i].ID, depth, maxDepth)
	case n.unfolded(p.s).most() > maxUnfolded:
		p.report(p.s.Fragments[0].At, FragmentSize, "", "Written out wherever they are used, the fragments come to more than 50,000 beats, lines or replies. Use them in fewer places, or fewer within one another.")
	}
}

// A nest is which fragment leads into which.
type nest struct {
	index   map[string]int
	uses    [][]int // by fragment: where its replies lead, once for each beat they go on at
	returns []bool
	used    []bool
	depth   []int // 0: not known, -1: leads into itself
}

func newNest(s *Scenario) *nest {
	n := &nest{
		index: map[string]int{}, uses: make([][]int, len(s.Fragments)),
		returns: make([]bool, len(s.Fragments)), used: make([]bool, len(s.Fragments)), depth: make([]int, len(s.Fragments)),
	}
	for i := range s.Fragments {
		if _, twice := n.index[s.Fragments[i].ID]; !twice {
			n.index[s.Fragments[i].ID] = i
		}
	}
	for i := range s.Calls {
		n.read(s.Calls[i].Beats)
	}
	for i := range s.Fragments {
		n.uses[i] = n.read(s.Fragments[i].Beats)
		n.returns[i] = returns(s.Fragments[i].Beats)
	}
	return n
}

// read is the fragments that beats lead to, once for each beat to go on at.
func (n *nest) read(beats []Beat) []int {
	var uses []int
	seen := map[[2]string]bool{}
	for i := range beats {
		for j := range beats[i].Replies {
			r := &beats[i].Replies[j]
			k, ok := n.index[r.Go.Text]
			if key := [2]string{r.Go.Text, r.Then.Text}; ok && !seen[key] {
				seen[key], n.used[k] = true, true
				uses = append(uses, k)
			}
		}
	}
	return uses
}

// returns reports whether a reply leads back.
func returns(beats []Beat) bool {
	return leads(beats, func(to string) bool { return to == Return })
}

// meantReturn reports whether a reply was meant to lead back: to a name that
// is no beat and nearly return.
func meantReturn(beats []Beat) bool {
	known := map[string]bool{}
	for i := range beats {
		known[beats[i].ID] = true
	}
	return leads(beats, func(to string) bool { return !known[to] && Nearest(to, []string{Return}) != "" })
}

// leads reports whether a reply leads to such a name.
func leads(beats []Beat, such func(to string) bool) bool {
	return slices.ContainsFunc(beats, func(b Beat) bool {
		return slices.ContainsFunc(b.Replies, func(r Reply) bool { return such(r.Go.Text) || such(r.Then.Text) })
	})
}

// deepest is the fragment that leads through the most others, with how many
// that are, itself included; -1 for one that leads into itself. It keeps its
// own stack, so that a thousand fragments cannot exhaust the machine's.
func (n *nest) deepest() (fragment, depth int) {
	const open = -2
	for start := range n.depth {
		stack := []int{start}
		for len(stack) > 0 {
			i := stack[len(stack)-1]
			if n.depth[i] > 0 {
				stack = stack[:len(stack)-1]
				continue
			}
			n.depth[i] = open
			most, waiting := 0, false
			for _, k := range n.uses[i] {
				switch {
				case n.depth[k] == open:
					return k, -1
				case n.depth[k] == 0:
					stack, waiting = append(stack, k), true
				default:
					most = max(most, n.depth[k])
				}
				if waiting {
					break
				}
			}
			if !waiting {
				n.depth[i] = most + 1
			}
		}
		if n.depth[start] > depth {
			fragment, depth = start, n.depth[start]
		}
	}
	return fragment, depth
}

// A size is how many beats, lines and replies there are, each counted up to a
// number above maxUnfolded.
type size [3]int

func sizeOf(beats []Beat) size {
	z := size{len(beats)}
	for i := range beats {
		z[1] += len(beats[i].Lines)
		z[2] += len(beats[i].Replies)
	}
	return z
}

func (z *size) add(other size) {
	for i := range z {
		z[i] = min(z[i]+other[i], maxUnfolded+1)
	}
}

func (z size) most() int { return slices.Max(z[:]) }

// unfolded is the size the calls come to with every fragment written out. It
// asks for a nest that is not too deep.
func (n *nest) unfolded(s *Scenario) size {
	sizes := make([]size, len(s.Fragments))
	order := make([]int, len(sizes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return n.depth[a] - n.depth[b] })
	for _, i := range order {
		sizes[i] = sizeOf(s.Fragments[i].Beats)
		for _, k := range n.uses[i] {
			sizes[i].add(sizes[k])
		}
	}
	var total size
	for i := range s.Calls {
		total.add(sizeOf(s.Calls[i].Beats))
		for _, k := range n.read(s.Calls[i].Beats) {
			total.add(sizes[k])
		}
	}
	return total
}

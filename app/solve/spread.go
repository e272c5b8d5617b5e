package solve

import (
	"math/big"
	"math/bits"
	"math/rand/v2"

	"keepcool/app/call"
)

const (
	// mostResults is how many results, of all states together, are worth
	// counting before calls are drawn instead: some hundred megabytes.
	mostResults = 4_000_000
	// draws is how many calls are drawn; a share is then off by 0.4 % at most
	// with 95 % certainty.
	draws = 1 << 16
)

// calls is the graph of the first call, and what its edges and ends bring.
type calls struct {
	graph
	x     *Solution
	links pages
	ways  []way
	many  *numbers // how many calls there are from each state
}

// findSpread counts the results of all first calls, as long as no more than
// that many are to be kept, or else draws some.
func (x *Solution) findSpread(most int) (*spread, error) {
	c := x.table.Case
	crew := x.limits.hire()
	defer crew.leave()
	g, err := lay(x.ctx, crew, c, c.Start(x.table.Setting), x.limits)
	if err != nil {
		return nil, err
	}
	ways, err := findWays(g, crew, x.gains, x.units)
	if err != nil {
		return nil, err
	}
	p := &calls{graph: g, x: x, links: g.links(), ways: ways}
	for width := 1; !p.countCalls(width); width *= 2 {
	}
	out := &spread{calls: p.many.big(0)}
	if p.many.width > 1 || !p.countResults(out, most) {
		p.draw(out)
	}
	return out, nil
}

// first reports whether the states of a span stand in the first call.
func (p *calls) first(sp span) bool {
	return sp.states[0].Stage == call.Talking && p.x.table.Case.InFirstCall(sp.states[0])
}

// countCalls counts the calls from each state in numbers of a width; it fails
// when that is too narrow.
func (p *calls) countCalls(width int) bool {
	p.many = newNumbers(p.size(), width)
	fits := true
	p.backward(hire(1), func(sp span) {
		for i := range sp.states {
			n := p.many.at(sp.first + uint32(i))
			if !p.first(sp) {
				n[0] = 1
				continue
			}
			for j := range sp.moves {
				switch to := *p.links.at(sp.edge(i, j)); to {
				case closed:
				case ended:
					fits = add(n, p.many.one) && fits
				default:
					fits = add(n, p.many.at(to)) && fits
				}
			}
		}
	})
	return fits
}

// countResults counts the results from each state; it fails when there are
// more than most.
func (p *calls) countResults(out *spread, most int) bool {
	from := make([]results, p.size())
	kept := 0
	p.backward(hire(1), func(sp span) {
		if kept > most {
			return
		}
		for i, s := range sp.states {
			n := sp.first + uint32(i)
			if !p.first(sp) {
				from[n] = results{{p.ways[n].worth(), 1}}
				continue
			}
			var all results
			for j, m := range sp.moves {
				to := *p.links.at(sp.edge(i, j))
				if to == closed {
					continue
				}
				gain := p.x.units.of(p.x.gains.of(s, m))
				if to == ended {
					all = append(all, counted{gain, 1})
					continue
				}
				for _, r := range from[to] {
					all = append(all, counted{gain + r.result, r.calls})
				}
			}
			from[n] = all.tidy()
			kept += len(from[n])
		}
	})
	if kept > most {
		return false
	}
	out.count(from[0])
	return true
}

// draw draws calls evenly: a number below that of all calls is one of them,
// told by counting down the calls over one edge after the other.
func (p *calls) draw(out *spread) {
	dice := rand.New(rand.NewPCG(19, 84))
	var all results
	number := make([]uint64, p.many.width)
	for range draws {
		p.many.below(number, p.many.at(0), dice)
		all = append(all, counted{p.play(number), 1})
	}
	out.drawn = draws
	out.count(all.tidy())
}

// play is the result of the call with a number, which it counts down.
func (p *calls) play(number []uint64) int64 {
	var sum int64
	n := uint32(0)
	for sp := p.one(n); p.first(sp); sp = p.one(n) {
		for j, m := range sp.moves {
			to := *p.links.at(sp.edge(0, j))
			if to == closed {
				continue
			}
			many := p.many.one
			if to != ended {
				many = p.many.at(to)
			}
			if !less(number, many) {
				sub(number, many)
				continue
			}
			sum += p.x.units.of(p.x.gains.of(sp.states[0], m))
			if to == ended {
				return sum
			}
			n = to
			break
		}
	}
	return sum + p.ways[n].worth()
}

// numbers are whole numbers, one for each state, of so many words each, the
// lowest first: there may be more calls than 64 bits can count.
type numbers struct {
	width int
	words []uint64
	one   []uint64
}

func newNumbers(states, width int) *numbers {
	return &numbers{width, make([]uint64, states*width), append([]uint64{1}, make([]uint64, width-1)...)}
}

func (w *numbers) at(n uint32) []uint64 { return w.words[int(n)*w.width:][:w.width] }

func (w *numbers) big(n uint32) *big.Int {
	out := new(big.Int)
	for i := w.width - 1; i >= 0; i-- {
		out.Lsh(out, 64).Or(out, new(big.Int).SetUint64(w.at(n)[i]))
	}
	return out
}

// below fills a with an even draw of the numbers less than b.
func (w *numbers) below(a, b []uint64, dice *rand.Rand) {
	top := len(b) - 1
	for b[top] == 0 {
		top--
	}
	clear(a)
	for {
		for i := range top + 1 {
			a[i] = dice.Uint64()
		}
		a[top] &= 1<<bits.Len64(b[top]) - 1
		if less(a, b) {
			return
		}
	}
}

func less(a, b []uint64) bool {
	for i := len(a) - 1; i >= 0; i-- {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

// add adds b to a; it fails when the sum does not fit.
func add(a, b []uint64) bool {
	var carry uint64
	for i := range a {
		a[i], carry = bits.Add64(a[i], b[i], carry)
	}
	return carry == 0
}

func sub(a, b []uint64) {
	var borrow uint64
	for i := range a {
		a[i], borrow = bits.Sub64(a[i], b[i], borrow)
	}
}

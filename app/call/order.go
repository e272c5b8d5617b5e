package call

// Order appends the open replies of a state in the order in which this
// attempt shows them: the same for the same seed and beat, on any system and
// for ever. The generator is SplitMix64 (Steele, Lea and Flood, 2014) with a
// Fisher-Yates shuffle.
func (c *Case) Order(seed uint64, s State, into []int) []int {
	b := &c.Beats[s.Beat]
	from := len(into)
	for i := b.From; i < b.To; i++ {
		into = append(into, i)
	}
	all := into[from:]
	x := seed ^ uint64(s.Beat)*0x9e3779b97f4a7c15
	for i := len(all) - 1; i > 0; i-- {
		x += 0x9e3779b97f4a7c15
		j := int(mix(x) % uint64(i+1))
		all[i], all[j] = all[j], all[i]
	}
	open := from
	for _, i := range all {
		if c.Open(s, i) {
			into[open] = i
			open++
		}
	}
	return into[:open]
}

func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

package chance

import "testing"

// The first numbers of SplitMix64 from 0, by its authors' own reference.
func TestDice(t *testing.T) {
	var d dice
	for i, want := range []uint64{0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f} {
		if got := d.below(1 << 30); uint64(got) != want>>34 {
			t.Errorf("number %d: got %#x, want %#x", i, got, want>>32)
		}
	}
}

func TestDiceAreFair(t *testing.T) {
	d := dice(9)
	var seen [7]int
	for range 70_000 {
		seen[d.below(7)]++
	}
	for v, n := range seen {
		if n < 9_500 || n > 10_500 {
			t.Errorf("%d fell %d times of 10,000", v, n)
		}
	}
}

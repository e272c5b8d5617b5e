package chance

import "math/bits"

// dice are SplitMix64 (Steele, Lea and Flood, 2014), written out so that they
// fall the same on any system and with any version of Go.
type dice uint64

// below is a number from 0 up to but without n, each equally likely to within
// 2^-32 for every n there can be.
func (d *dice) below(n int) int {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	high, _ := bits.Mul64(z^z>>31, uint64(n))
	return int(high)
}

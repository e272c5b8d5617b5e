package call

import "math/bits"

// packing lays an essence out in 64 bits for the engine's table: from the low
// end a bit that is always set, the stage, patience, the moods, the beat, and
// then only the flags that this case can have.
type packing struct {
	concerns, earned int // how many bits of found, of settled and of earned
	beat             int // bits of the beat
	ok               bool
}

const (
	packPatience = 2
	packHeat     = packPatience + 7
	packTrust    = packHeat + 4
	packConf     = packTrust + 4
	packBeat     = packConf + 4
	singles      = 7 // given, permission, read-back, promise and its word, inside
)

func (k *compiler) planPacking() {
	var all Flags
	for _, l := range k.live {
		all |= l.flags
	}
	p := packing{
		concerns: len(k.Scenario.Concerns),
		earned:   bits.Len64(uint64(all / earnedLow)),
		beat:     bits.Len(uint(len(k.Beats))),
	}
	p.ok = packBeat+p.beat+2*p.concerns+singles+p.earned <= 64
	k.pack = p
}

// Packs reports whether every essence of this case fits in Pack's 64 bits.
func (c *Case) Packs() bool { return c.pack.ok }

// Pack is an essence in 64 bits that are never all zero: two essences of a
// case that Packs are equal if and only if these are. The stage must be
// Talking or Promised.
func (c *Case) Pack(s State) uint64 {
	v := 1 | uint64(s.Stage)<<1 | uint64(s.Patience)<<packPatience |
		uint64(s.Heat)<<packHeat | uint64(s.Trust)<<packTrust | uint64(s.Conf)<<packConf | uint64(s.Beat)<<packBeat
	at := packBeat + c.pack.beat
	v |= uint64(s.Flags&foundBits) << at
	at += c.pack.concerns
	v |= uint64(s.Flags>>MaxConcerns&foundBits) << at
	at += c.pack.concerns
	return v | uint64(s.Flags>>(2*MaxConcerns))<<at
}

// Unpack is the essence that Pack packed.
func (c *Case) Unpack(v uint64) State {
	flags := v >> (packBeat + c.pack.beat)
	concerns := uint64(1)<<c.pack.concerns - 1
	s := State{
		Stage: Stage(v >> 1 & 1), Patience: uint8(v >> packPatience & 127),
		Heat: uint8(v >> packHeat & 15), Trust: uint8(v >> packTrust & 15), Conf: uint8(v >> packConf & 15),
		Beat: uint16(v >> packBeat & (1<<c.pack.beat - 1)),
	}
	s.Flags = Flags(flags&concerns) | Flags(flags>>c.pack.concerns&concerns)<<MaxConcerns |
		Flags(flags>>(2*c.pack.concerns))<<(2*MaxConcerns)
	return s
}

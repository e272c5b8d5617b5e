package rubric

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strings"
)

// Hash names the rubric by what it means: SHA-256 over every value in a fixed
// order. Layout and the order of entries in the file do not count.
func (r *Rubric) Hash() string {
	h := sha256.New()
	put(h, "rubric", r.Version, r.HoldPatience, r.BreathePatience, r.ReadBackPatience,
		r.Outcome.Concern, r.Outcome.Calm, r.Outcome.Value, r.Outcome.Promise)
	tempers := slices.SortedFunc(slices.Values(r.Tempers), func(a, b Temper) int { return strings.Compare(a.ID, b.ID) })
	for _, t := range tempers {
		put(h, "temper", t.ID, t.Text)
	}
	behaviours := slices.SortedFunc(slices.Values(r.Behaviours), func(a, b Behaviour) int { return strings.Compare(a.ID, b.ID) })
	for _, b := range behaviours {
		put(h, "behaviour", b.ID, b.Key.String(), b.Points, b.Critical, b.Source, b.Text, b.Patience)
		for _, name := range sortedKeys(b.moods) {
			e := b.moods[name]
			put(h, "moods", name, e.Heat, e.Trust, e.Confusion)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Hash names the weights and the pass rule by what they mean.
func (w Weights) Hash() string {
	h := sha256.New()
	put(h, "weights", w.Key[Cool], w.Key[Bases], w.Key[Extra], w.Key[Follow], w.PassOverall, w.PassKey)
	return hex.EncodeToString(h.Sum(nil))
}

// put writes each value with its length, so that no two lists of values write
// the same bytes.
func put(h hash.Hash, values ...any) {
	fmt.Fprintf(h, "%d;", len(values))
	for _, v := range values {
		s := fmt.Sprint(v)
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
}

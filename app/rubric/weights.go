package rubric

import "encoding/json"

// Weights say how the four keys make the overall, and when a call is passed.
type Weights struct {
	Key         [4]int // by Key; their sum is 100
	PassOverall int
	PassKey     int
}

type weightsFile struct {
	Version int             `json:"version"`
	Weights map[string]int  `json:"weights"`
	Pass    json.RawMessage `json:"pass"`
}

type passEntry struct {
	Overall *int `json:"overall"`
	Key     *int `json:"key"`
}

// ParseWeights reads weights with their pass rule. The error is of type
// Problems and tells every mistake of the file.
func ParseWeights(src []byte) (Weights, error) {
	var ps Problems
	var f weightsFile
	if !ps.read("", src, &f) {
		return Weights{}, ps
	}
	ps.version(f.Version)
	var w Weights
	sum := 0
	for _, k := range Keys {
		v, ok := f.Weights[k.String()]
		switch {
		case !ok:
			ps.add("missing-weight", "weight "+k.String(), "This key has no weight.")
		case v < 0:
			ps.add("bad-number", "weight "+k.String(), "A weight must not be below 0; it is %d.", v)
		}
		w.Key[k] = v
		sum += v
	}
	for _, name := range sortedKeys(f.Weights) {
		if k, ok := ParseKey(name); !ok || k == Gate {
			ps.add("unknown-key", "weight "+name, "There is no key of this name in the scorecard.")
		}
	}
	if sum != 100 {
		ps.add("bad-sum", "weights", "The four weights must make 100; they make %d.", sum)
	}
	w.PassOverall, w.PassKey = ps.pass(f.Pass)
	if err := ps.err(); err != nil {
		return Weights{}, err
	}
	return w, nil
}

func (ps *Problems) pass(src json.RawMessage) (overall, key int) {
	var p passEntry
	if len(src) == 0 {
		ps.add("missing-pass", "pass", "The file does not say when a call is passed.")
		return 0, 0
	}
	if !ps.read("pass", src, &p) {
		return 0, 0
	}
	mark := func(where string, v *int) int {
		if v == nil || *v < 0 || *v > 100 {
			ps.add("bad-number", where, "The mark to pass must be given, from 0 to 100.")
			return 0
		}
		return *v
	}
	return mark("pass overall", p.Overall), mark("pass key", p.Key)
}

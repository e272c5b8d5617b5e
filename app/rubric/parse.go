package rubric

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Version is the newest version of the files that this program reads.
const Version = 1

type rubricFile struct {
	Version  int      `json:"version"`
	Tempers  []Temper `json:"tempers"`
	Patience struct {
		Hold     int `json:"hold"`
		Breathe  int `json:"breathe"`
		ReadBack int `json:"read-back"`
	} `json:"patience"`
	Outcome    Outcome           `json:"outcome"`
	Behaviours []json.RawMessage `json:"behaviours"`
}

type behaviourEntry struct {
	ID       string            `json:"id"`
	Key      string            `json:"key"`
	Points   int               `json:"points"`
	Critical bool              `json:"critical,omitempty"`
	Source   string            `json:"source"`
	Text     string            `json:"text"`
	Moods    map[string]Effect `json:"moods"`
	Patience int               `json:"patience"`
}

// Parse reads a rubric. The error is of type Problems and tells every mistake
// of the file.
func Parse(src []byte) (*Rubric, error) {
	var ps Problems
	var f rubricFile
	if !ps.read("", src, &f) {
		return nil, ps
	}
	ps.version(f.Version)
	r := &Rubric{
		Version: f.Version, Tempers: f.Tempers, Outcome: f.Outcome,
		HoldPatience: f.Patience.Hold, BreathePatience: f.Patience.Breathe, ReadBackPatience: f.Patience.ReadBack,
		index: make(map[string]int, len(f.Behaviours)),
	}
	ps.tempers(f.Tempers)
	ps.numbers(r)
	for i, raw := range f.Behaviours {
		var e behaviourEntry
		if !ps.read(fmt.Sprintf("behaviour %d", i+1), raw, &e) {
			continue
		}
		if _, twice := r.index[e.ID]; twice {
			ps.add("duplicate-id", "behaviour "+e.ID, "This behaviour stands in the file twice.")
			continue
		}
		r.index[e.ID] = len(r.Behaviours)
		r.Behaviours = append(r.Behaviours, ps.behaviour(e, f.Tempers))
	}
	ps.needed(r)
	if err := ps.err(); err != nil {
		return nil, err
	}
	return r, nil
}

func (ps *Problems) version(v int) {
	switch {
	case v > Version:
		ps.add("newer-version", "", "This file is of version %d and was made for a newer Keepcool; this one reads version %d.", v, Version)
	case v < 1:
		ps.add("no-version", "", "The file does not say its version; it should begin with \"version\": %d.", Version)
	}
}

func (ps *Problems) tempers(ts []Temper) {
	for i, t := range ts {
		where := "temper " + t.ID
		if !isID(t.ID) || t.ID == AnyTemper {
			ps.add("bad-id", where, "A temper needs a name of small letters and hyphens, and not the name %q.", AnyTemper)
		}
		ps.sentence(where, t.Text)
		if slices.ContainsFunc(ts[:i], func(u Temper) bool { return u.ID == t.ID }) {
			ps.add("duplicate-id", where, "This temper stands in the file twice.")
		}
	}
	if len(ts) == 0 {
		ps.add("no-temper", "", "The rubric names no temper, so no caller could have one.")
	}
}

// numbers judges what stands beside the behaviours.
func (ps *Problems) numbers(r *Rubric) {
	for _, n := range []struct {
		where string
		v     int
	}{
		{"patience hold", r.HoldPatience}, {"patience breathe", r.BreathePatience}, {"patience read-back", r.ReadBackPatience},
	} {
		if n.v < 1 || n.v > 9 {
			ps.add("bad-number", n.where, "This must cost from 1 to 9 of patience, or a call might never end; it is %d.", n.v)
		}
	}
	for _, n := range []struct {
		where string
		v     int
	}{
		{"outcome concern", r.Outcome.Concern},
		{"outcome calm", r.Outcome.Calm},
		{"outcome value", r.Outcome.Value},
		{"outcome promise", r.Outcome.Promise},
	} {
		if n.v < 0 || n.v > 100 {
			ps.add("bad-number", n.where, "This must be from 0 to 100; it is %d.", n.v)
		}
	}
	ps.quarters("outcome promise", r.Outcome.Promise)
}

// behaviour judges one entry and returns it as far as it can be read.
func (ps *Problems) behaviour(e behaviourEntry, tempers []Temper) Behaviour {
	where := "behaviour " + e.ID
	if !isID(e.ID) {
		ps.add("bad-id", where, "A behaviour needs an id of small letters and hyphens.")
	}
	key, ok := ParseKey(e.Key)
	if !ok {
		ps.add("unknown-key", where, "There is no key %q; the keys are %s.", e.Key, strings.Join(keyNames[:], ", "))
	}
	b := Behaviour{
		ID: e.ID, Key: key, Points: e.Points, Critical: e.Critical,
		Source: e.Source, Text: e.Text, Patience: e.Patience, moods: e.Moods,
	}
	if e.Source == "" {
		ps.add("no-source", where, "Name the teaching that this comes from, or %q.", Common)
	}
	ps.sentence(where, e.Text)
	ps.signs(where, b)
	ps.effects(where, b, tempers)
	return b
}

// signs judges whether points, key, critical and patience fit together.
func (ps *Problems) signs(where string, b Behaviour) {
	switch {
	case b.Points < -100 || b.Points > 100:
		ps.add("bad-points", where, "Points must be from -100 to 100; they are %d.", b.Points)
	case b.Key == Gate && (b.Points != 0 || !b.Critical):
		ps.add("bad-gate", where, "A behaviour of the gate must be critical and have 0 points.")
	case b.Key != Gate && b.Critical && b.Points >= 0:
		ps.add("bad-critical", where, "A critical fault must have points below 0; it has %d.", b.Points)
	case b.ID == KeepPromise && b.Points != 0:
		ps.add("bad-points", where, "Its points are worked out for each case, so they must be 0 here.")
	case b.Key != Gate && b.Points == 0 && b.ID != KeepPromise:
		ps.add("bad-points", where, "It has 0 points, so it is neither a strength nor a fault.")
	}
	if b.Key == Follow {
		ps.quarters(where, b.Points)
	}
	if b.Patience > 0 || b.Patience < -9 {
		ps.add("bad-patience", where, "Patience never rises, so this must be from -9 to 0; it is %d.", b.Patience)
	}
	if b.Strength() && b.Patience < 0 {
		ps.add("bad-patience", where, "A strength must not cost patience.")
	}
}

// quarters holds follow-up points to multiples of 4: keeping a promise pays
// half of them, and a missed one mended a quarter, in whole numbers.
func (ps *Problems) quarters(where string, points int) {
	if points%4 != 0 {
		ps.add("bad-points", where, "Points of the follow-up key must be a multiple of 4; they are %d.", points)
	}
}

func (ps *Problems) effects(where string, b Behaviour, tempers []Temper) {
	every, ok := b.moods[AnyTemper]
	if !ok {
		ps.add("no-effect", where, "Say in moods what it does to %q temper.", AnyTemper)
	}
	for _, name := range sortedKeys(b.moods) {
		if name != AnyTemper && !slices.ContainsFunc(tempers, func(t Temper) bool { return t.ID == name }) {
			ps.add("unknown-temper", where, "There is no temper %q.", name)
		}
		for _, v := range [...]int{b.moods[name].Heat, b.moods[name].Trust, b.moods[name].Confusion} {
			if v < -3 || v > 3 {
				ps.add("bad-effect", where, "An effect on a mood must be from -3 to 3; for %s one is %d.", name, v)
			}
		}
	}
	if !ok {
		return
	}
	if b.Strength() && (every.Heat > 0 || every.Trust < 0) {
		ps.add("bad-effect", where, "A strength must not, for %q temper, raise heat or lower trust.", AnyTemper)
	}
	if b.Critical && every.Trust >= 0 {
		ps.add("bad-effect", where, "A critical fault must lower trust for %q temper.", AnyTemper)
	}
}

func (ps *Problems) sentence(where, text string) {
	if strings.TrimSpace(text) == "" || !strings.ContainsAny(text[len(text)-1:], ".!?") {
		ps.add("no-sentence", where, "Say in one plain sentence, with its full stop, what it looks like.")
	}
}

// needed holds the behaviours that the program itself uses.
func (ps *Problems) needed(r *Rubric) {
	for _, id := range []string{CallReadBack, ConfirmComplete, KeepPromise} {
		if b, ok := ps.find(r, id); ok && b.Fault() {
			ps.add("bad-points", "behaviour "+id, "The program needs this as a strength.")
		}
	}
	for _, id := range []string{CutIn, SlowToAnswer, HangUpOnCaller, OverPromise, VaguePromise, MissPromise, Closed} {
		if b, ok := ps.find(r, id); ok && b.Strength() {
			ps.add("bad-points", "behaviour "+id, "The program needs this as a fault.")
		}
	}
}

func (ps *Problems) find(r *Rubric, id string) (Behaviour, bool) {
	b, ok := r.Find(id)
	if !ok {
		ps.add("missing-behaviour", "behaviour "+id, "The program needs this behaviour, and the rubric has none of that id.")
	}
	return b, ok
}

func isID(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for _, c := range s {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}

package script

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// seeds are every script of the project, the examples of the pages, each
// mistake of the table, and what once went wrong.
func seeds(f *testing.F) [][]byte {
	var all [][]byte
	for _, src := range scripts(f) {
		all = append(all, src)
	}
	for _, p := range Pages() {
		all = append(all, []byte(p.Bad.Text), []byte(p.Good.Text))
	}
	for _, m := range mistakes {
		if m.code == TooBig || m.code == TooLong {
			continue
		}
		src := small
		for i := 0; i < len(m.edits); i += 2 {
			src = strings.Replace(src, m.edits[i], m.edits[i+1], 1)
		}
		all = append(all, []byte(strings.Replace(src, "§", "", 1)))
	}
	return append(all,
		[]byte("title: x\npays: 0\nopens: heat 3\n"),
		[]byte("\ufeff== a\r>b\rCALL\x00"),
		[]byte(tiny),
		[]byte(strings.Replace(tiny, "CALLER: a", "CALLER: ab a\n  means: \"a\" x\n  means: \"\"b\" y\n  says: detail \"a\", feeling \"b\"", 1)),
	)
}

// tiny is the least that is a script without errors.
const tiny = `version: 1
title: t
id: t
project: p
kind: k, no-promise
difficulty: 1
language: en
CALLER c
moods: heat 1 angry, trust 1, confusion 1, patience 9
gentle: heat 1, trust 1, confusion 1, patience 9
hard: heat 1, trust 1, confusion 1, patience 9
temper: t
CONCERNS
stated s: S
CALL first
== a
CALLER: a
> b
id: b
go: z
== z
ending: e
`

func FuzzParse(f *testing.F) {
	for _, src := range seeds(f) {
		f.Add(src)
	}
	f.Fuzz(holds)
}

func FuzzFormat(f *testing.F) {
	for _, src := range seeds(f) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		formats(t, src)
		roundTrips(t, src)
	})
}

func FuzzJSON(f *testing.F) {
	for _, src := range seeds(f) {
		if d, _ := Read("x.call", src); d != nil {
			f.Add(d.JSON())
		}
	}
	if d, _ := Read("x.call", []byte(small)); d != nil {
		for _, s := range slips {
			form := string(d.JSON())
			for i := 0; i < len(s.edits); i += 2 {
				form = strings.Replace(form, s.edits[i], s.edits[i+1], 1)
			}
			f.Add([]byte(form))
		}
	}
	f.Fuzz(holdsJSON)
}

// holdsJSON fails when FromJSON breaks what it promises of any bytes.
func holdsJSON(t *testing.T, src []byte) {
	t.Helper()
	d, problems := FromJSON(src)
	wrong := false
	for _, p := range problems {
		wrong = wrong || !p.Warning
		if p.Message == "" || p.Path != "" && p.Path[0] != '/' {
			t.Fatalf("no place or no sentence: %v", p)
		}
	}
	if (d == nil) != wrong || len(problems) > maxProblems+1 {
		t.Fatalf("a document: %v, and %d problems: %v", d != nil, len(problems), problems)
	}
	if d == nil {
		return
	}
	roundTrips(t, d.Text())
	form := d.JSON()
	var given, gives any
	if err := json.Unmarshal(bytes.TrimPrefix(src, []byte("\ufeff")), &given); err != nil {
		t.Fatalf("taken, but no JSON: %v", err)
	}
	if err := json.Unmarshal(form, &gives); err != nil || !reflect.DeepEqual(given, gives) {
		t.Fatalf("given\n%s\nback comes\n%s", src, form)
	}
	if err := valid(t, compiledSchema(t), form); err != nil {
		t.Fatalf("the schema refuses it: %v\n%s", err, form)
	}
}

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2/canvas"

	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/stage"
)

// words finds what is written in the window without coming from the catalogue
// or from data: scenarios, people, paths, numbers and the names of keys.
func words(t *testing.T, it told) {
	t.Helper()
	if it.set == nil {
		return // the sheets of controls show made-up words
	}
	known := knownData(t, it.set)
	tree := it.tree()
	tree.each(func(n *node) {
		deep := 0
		texts := 0
		for _, i := range n.inner {
			if _, ok := i.object.(*canvas.Text); ok {
				texts++
			}
		}
		for _, i := range n.inner {
			text, ok := i.object.(*canvas.Text)
			if !ok {
				continue
			}
			if strings.Count(text.Text, string(open)) > 0 && deep < 0 {
				deep = 0
			}
			rest := strip(text.Text, &deep)
			if strings.HasSuffix(text.Text, "…") {
				deep = 0 // the end of a shortened text does not come
			}
			if text.TextStyle.Monospace {
				continue // a line of a script
			}
			if _, inEntry := i.entryAbove().(interface{ SetPlaceHolder(string) }); inEntry && written(i.entryAbove()) != "" {
				continue // what somebody wrote
			}
			for _, piece := range rest {
				if !known.has(piece, texts > 1 || len(rest) > 1 || strings.HasSuffix(piece, "…")) {
					t.Errorf("%q in %q does not come from the catalogue", piece, text.Text)
				}
			}
		}
	})
}

// strip gives the pieces of a text outside its marks; a mark may go on in the
// next row.
func strip(s string, deep *int) (pieces []string) {
	var b strings.Builder
	end := func() {
		if p := strings.TrimSpace(b.String()); p != "" {
			pieces = append(pieces, p)
		}
		b.Reset()
	}
	for _, r := range s {
		switch {
		case r == open:
			end()
			*deep++
		case r == shut:
			*deep = max(*deep-1, 0)
		case *deep == 0:
			b.WriteRune(r)
		}
	}
	end()
	return pieces
}

// data is what a window shows that nobody translates.
type data struct {
	whole map[string]bool
	prose strings.Builder // all of it, to find rows of longer texts in
}

var space = regexp.MustCompile(`[\s\x{00a0}]+`)

func plain(s string) string {
	return strings.ToLower(strings.Trim(space.ReplaceAllString(s, " "), " .,:;·…–-“”\"'()[]?!"))
}

func (d *data) add(s string) {
	if p := plain(s); p != "" {
		d.whole[p] = true
		d.prose.WriteString("\n " + p + " ")
	}
}

// has says whether a text is data: as a whole, or, where it may be, as a part.
func (d *data) has(s string, part bool) bool {
	if who, aside, ok := strings.Cut(s, " · "); ok && !d.whole[plain(s)] {
		return d.has(who, part) && d.has(aside, part)
	}
	if words, gloss, ok := strings.Cut(s, "”: "); ok {
		return d.has(words, true) && d.has(gloss, part)
	}
	p := plain(s)
	if !strings.ContainsFunc(p, unicode.IsLetter) || d.whole[p] {
		return true
	}
	return part && strings.Contains(d.prose.String(), " "+p) || len(p) > 12 && strings.Contains(d.prose.String(), p)
}

func knownData(t *testing.T, s *stage.Stage) *data {
	t.Helper()
	d := shelved(s)
	for _, e := range s.Desk().Shelf.Entries {
		for _, p := range s.Desk().Problems(e) {
			d.add(fmt.Sprintf("%s:%d:%d   %s", p.File, p.Line, p.Col, p.Code))
			if locale.Spoken() == locale.English {
				d.add(p.Message) // more exact than the catalogue, which has a sentence for its code
			}
		}
	}
	people, err := s.Desk().People()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		d.add(p.Name)
		played, err := s.Desk().Store.Summaries(trainer.Query{Profile: p.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, sum := range played {
			d.played(t, s, sum.Attempt)
		}
	}
	return d
}

// played adds what an attempt shows: the script it was played from, which need
// not be on the shelf, and what the trainee wrote.
func (d *data) played(t *testing.T, s *stage.Stage, a trainer.Attempt) {
	t.Helper()
	d.add(a.Title)
	text, err := s.Desk().Store.Text(a.ScenarioHash)
	if err != nil {
		t.Fatal(err)
	}
	if !d.whole[a.ScenarioHash] {
		d.whole[a.ScenarioHash] = true
		sc, _ := script.Parse(a.Scenario, text.Body)
		d.strings(reflect.ValueOf(sc), 0)
	}
	records, err := s.Desk().Store.Records(a.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		var log trainer.Log
		if r.Kind == trainer.RecordLog && json.Unmarshal([]byte(r.Text), &log) == nil {
			d.strings(reflect.ValueOf(log), 0)
		}
	}
}

var shelfData *data

// shelved is what the shipped scenarios and projects say. They are the same for
// every story, so they are read once; what a story adds does no harm there.
func shelved(s *stage.Stage) *data {
	if shelfData != nil {
		return shelfData
	}
	d := &data{whole: map[string]bool{}}
	shelfData = d
	for _, key := range []string{
		"Ctrl", "Alt", "Shift", "Tab", "Enter", "Esc", "Space", "Home", "End", "PgUp", "PgDn", "F1", "F2", "Ctrl ↵", "Keepcool",
		"/home/ada/.local/share/keepcool", "/home/ada/.local/share/keepcool/backups/by-hand.db", "0.1.0",
	} {
		d.add(key)
	}
	for r := 'a'; r <= 'z'; r++ {
		d.whole[string(r)] = true
	}
	for _, tag := range locale.Languages() {
		d.add(locale.Language(tag))
	}
	for i := range 200 {
		d.add(fmt.Sprintf("This is line %d of a long call, and it is still kind.", i))
	}
	for _, made := range []string{ // written by the people of the stories
		"They will hear that I am new.", "I may say that I am new. People are kind to that.",
		"What these words mean, in plain English", "Hello! You sound worried. Tell me what has happened.",
	} {
		d.add(made)
	}
	lessons, err := filepath.Glob("../../app/ui/firstcall/*.call")
	if err != nil {
		panic(err)
	}
	for _, path := range lessons {
		src, err := os.ReadFile(path)
		if err != nil {
			panic(err)
		}
		lesson, _ := script.Parse(path, src)
		d.strings(reflect.ValueOf(lesson), 0)
	}
	shelf := s.Desk().Shelf
	d.strings(reflect.ValueOf(shelf.Projects), 0)
	d.strings(reflect.ValueOf(shelf.Path), 0)
	for _, e := range shelf.Entries {
		d.add(e.File)
		d.strings(reflect.ValueOf(e.Scenario), 0)
	}
	return d
}

// strings adds every text of a value.
func (d *data) strings(v reflect.Value, deep int) {
	if deep > 12 {
		return
	}
	switch v.Kind() {
	case reflect.String:
		d.add(v.String())
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			d.strings(v.Elem(), deep+1)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			d.strings(v.Index(i), deep+1)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			d.strings(v.MapIndex(k), deep+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			d.strings(v.Field(i), deep+1)
		}
	}
}

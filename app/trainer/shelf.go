package trainer

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score/plays"
	"keepcool/app/script"
)

// An Entry is one scenario file on the shelf. There are no Cases when its
// problems keep it from being played.
type Entry struct {
	File     string
	Own      bool // from the user's own folder
	Source   []byte
	Hash     string
	Scenario *script.Scenario // nil when the file could not be read at all
	Cases    []*call.Case     // one for each variant
	Problems []script.Diagnostic
	Plays    []plays.Play // that lie beside it, none where there is no such file
}

// Sound reports whether the file can be played as far as its text shows.
func (e *Entry) Sound() bool { return len(e.Cases) > 0 }

// Title is the scenario's title, or the file's name where it has none.
func (e *Entry) Title() string {
	if e.Scenario != nil && e.Scenario.Title != "" {
		return e.Scenario.Title
	}
	return e.File
}

// A Shelf is the scenarios that can be played, the rubric they are scored by,
// and the files that have problems.
type Shelf struct {
	Entries  []*Entry // by project and title; files with problems last
	Projects []Project
	Path     []Step // what to play, in this order; nothing is locked
	Rubric   *rubric.Rubric
	Weights  rubric.Weights
	Rows     map[string]rubric.Row // the teachings, by id

	rubricText, weightsText Text
}

// OpenShelf reads the shipped scenarios with their rubric, and the user's own,
// which may be nil. A shipped file that cannot be read is an error; a user's
// own is listed with its problems.
func OpenShelf(shipped, own fs.FS) (*Shelf, error) {
	s := &Shelf{Rows: map[string]rubric.Row{}}
	if err := s.readRubric(shipped); err != nil {
		return nil, err
	}
	if err := s.readProjects(shipped); err != nil {
		return nil, err
	}
	if err := s.read(shipped, false); err != nil {
		return nil, err
	}
	if own != nil {
		// A folder that is missing or closed holds no scenarios.
		_ = s.read(own, true)
	}
	slices.SortStableFunc(s.Entries, func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(project(a), project(b)), strings.Compare(a.Title(), b.Title()))
	})
	return s, nil
}

func rank(e *Entry) int {
	if e.Sound() {
		return 0
	}
	return 1
}

func project(e *Entry) string {
	if e.Scenario == nil {
		return ""
	}
	return e.Scenario.Project
}

func (s *Shelf) readRubric(shipped fs.FS) error {
	src, err := fs.ReadFile(shipped, "rubric.json")
	if err != nil {
		return err
	}
	if s.Rubric, err = rubric.Parse(src); err != nil {
		return err
	}
	s.rubricText = Text{s.Rubric.Hash(), "rubric", src}
	if src, err = fs.ReadFile(shipped, "weights.json"); err != nil {
		return err
	}
	if s.Weights, err = rubric.ParseWeights(src); err != nil {
		return err
	}
	s.weightsText = Text{s.Weights.Hash(), "weights", src}
	if src, err = fs.ReadFile(shipped, "methods.json"); err != nil {
		return err
	}
	rows, err := rubric.ParseRows(src)
	for _, r := range rows {
		s.Rows[r.ID] = r
	}
	return err
}

func (s *Shelf) read(from fs.FS, own bool) error {
	files, err := fs.Glob(from, "*.call")
	if err != nil {
		return err
	}
	entries := make([]*Entry, len(files))
	var readers sync.WaitGroup
	for i, f := range files {
		readers.Go(func() { entries[i] = s.entry(from, f, own) })
	}
	readers.Wait()
	for _, e := range entries {
		s.add(e)
	}
	return nil
}

func (s *Shelf) entry(from fs.FS, file string, own bool) *Entry {
	src, err := fs.ReadFile(from, file)
	if err != nil {
		return &Entry{File: file, Own: own, Problems: []script.Diagnostic{{
			Code: "unreadable", File: file, Line: 1, Col: 1,
			Message: "This file can't be read. Look at its permissions.",
		}}}
	}
	e := s.compile(path.Base(file), src)
	e.Own = own
	e.Plays = playsBeside(from, file)
	return e
}

func (s *Shelf) compile(file string, src []byte) *Entry {
	e := &Entry{File: file, Source: src}
	e.Scenario, e.Problems = script.Parse(file, src)
	if script.Errors(e.Problems) || e.Scenario == nil {
		if e.Scenario != nil {
			e.Problems = script.Located(append(e.Problems, call.Check(e.Scenario, s.Rubric)...), file, src)
		}
		return e
	}
	var more []script.Diagnostic
	e.Cases, more = call.CompileAll(e.Scenario, s.Rubric)
	e.Problems = script.Located(append(e.Problems, more...), file, src)
	e.Hash = e.Scenario.Hash()
	return e
}

// add puts a file on the shelf. Attempts name scenarios by their id, so a file
// whose id stands there already is a problem, unless it is a translation of
// what stands there: the same case in another language.
func (s *Shelf) add(e *Entry) {
	var others []*Entry
	for _, other := range s.Entries {
		if e.Sound() && other.Sound() && other.Scenario.ID == e.Scenario.ID {
			others = append(others, other)
		}
	}
	if len(others) > 0 {
		e.beside(others)
	}
	s.Entries = append(s.Entries, e)
}

// beside judges an entry by those of its id: it must have another language than
// any of them, and be the same case as the first.
func (e *Entry) beside(others []*Entry) {
	found := script.Translation(others[0].Scenario, e.Scenario, others[0].File)
	for _, other := range others {
		if other.Scenario.Language == e.Scenario.Language {
			found = []script.Diagnostic{{
				Code: "id-taken", Line: 1, Col: 1,
				Message: "The id " + e.Scenario.ID + " is that of " + other.File + " already. Give this scenario an id of its own, or if it is a translation, its own language:.",
			}}
		}
	}
	if len(found) > 0 {
		e.Cases = nil
		e.Problems = script.Located(append(e.Problems, found...), e.File, e.Source)
	}
}

// Translated reports whether a case can be played in more than one language.
func (s *Shelf) Translated(id string) bool {
	n := 0
	for _, e := range s.Entries {
		if e.Sound() && e.Scenario.ID == id {
			n++
		}
	}
	return n > 1
}

// Find is the playable entry with that id: the case in English, or in the
// language that stands first where there is none in English.
func (s *Shelf) Find(id string) (*Entry, bool) {
	var found *Entry
	for _, e := range s.Entries {
		if e.Sound() && e.Scenario.ID == id && (found == nil || e.Scenario.Language == English) {
			found = e
		}
	}
	return found, found != nil
}

package trainer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"slices"
)

// A Project is what a trainee works for while they play: scenarios name one by
// its id. Its primer is what everybody there knows before picking up the phone
// (METHODS E1).
type Project struct {
	ID       string   `json:"id"`
	Language string   `json:"language"`
	Name     string   `json:"name"`
	About    string   `json:"about"`
	Primer   []string `json:"primer"`
}

// A Step is a place on the path through the library: a case, and why it is
// played here, by language.
type Step struct {
	Scenario string            `json:"scenario"`
	Why      map[string]string `json:"why"`
}

// English is the language that every text of the shipped library has.
const English = "en"

// Because is why a step is where it is, in a language or else in English.
func (s Step) Because(language string) string {
	if why, ok := s.Why[language]; ok {
		return why
	}
	return s.Why[English]
}

// Project is the project of that id, in a language or else in English. A
// scenario of one's own may name a project that nobody described.
func (s *Shelf) Project(id, language string) (Project, bool) {
	for _, language := range []string{language, English} {
		for _, p := range s.Projects {
			if p.ID == id && p.Language == language {
				return p, true
			}
		}
	}
	return Project{}, false
}

// Step is where a case stands on the path, from 0.
func (s *Shelf) Step(id string) (at int, ok bool) {
	at = slices.IndexFunc(s.Path, func(st Step) bool { return st.Scenario == id })
	return at, at >= 0
}

// ByPath orders entries along the path, and behind it by difficulty. It is what
// slices.SortStableFunc asks for.
func (s *Shelf) ByPath(a, b *Entry) int {
	place := func(e *Entry) int {
		if at, ok := s.Step(e.Scenario.ID); ok {
			return at
		}
		return len(s.Path) + e.Scenario.Difficulty
	}
	return place(a) - place(b)
}

// readProjects reads the projects and the path that are shipped.
func (s *Shelf) readProjects(shipped fs.FS) error {
	var projects struct {
		Projects []Project `json:"projects"`
	}
	if err := readStrict(shipped, "projects.json", &projects); err != nil {
		return err
	}
	for _, p := range projects.Projects {
		if _, twice := s.Project(p.ID, p.Language); twice && p.Language == English || p.ID == "" || p.Language == "" || p.Name == "" || p.About == "" || len(p.Primer) == 0 {
			return fmt.Errorf("projects.json: the project %q in %q is told twice, or lacks its id, language, name, about or primer", p.ID, p.Language)
		}
		s.Projects = append(s.Projects, p)
	}
	var path struct {
		Path []Step `json:"path"`
	}
	if err := readStrict(shipped, "path.json", &path); err != nil {
		return err
	}
	for _, st := range path.Path {
		if _, twice := s.Step(st.Scenario); twice || st.Scenario == "" || st.Why[English] == "" {
			return fmt.Errorf("path.json: the scenario %q is named twice, or lacks why it stands there", st.Scenario)
		}
		s.Path = append(s.Path, st)
	}
	return nil
}

// readStrict reads a JSON file that holds nothing else.
func readStrict(from fs.FS, file string, into any) error {
	src, err := fs.ReadFile(from, file)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(src))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if _, err := d.Token(); err != io.EOF {
		return fmt.Errorf("%s: something stands after its end", file)
	}
	return nil
}

// Package locale holds the words of the window. Screens name a word by a stable key, such as
// "today.title", and get the sentence; numbers get their plural, and days and hours the words people
// use for them. The words lie in one JSON file for each screen, in the folder of their language.
//
// Fyne's lang cannot be told which language to speak, which would let a test see another one than
// the program; so the words are looked up here, and Fyne keeps its own for its own few controls.
//
// It may import the standard library and what it knows of the names of languages. It must never know
// a screen, a control or a window.
package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"text/template"
)

//go:embed en/*.json ms/*.json
var files embed.FS

// phrase is what a key stands for: one sentence, or one for each plural.
type phrase struct {
	one, other string
	plural     bool
}

// catalogue is the phrases of the language that is spoken.
func catalogue() map[string]phrase { return now.Load().phrases }

// load reads all files of a language. A key that stands in two files is an error.
func load(files fs.FS, folder string) (map[string]phrase, error) {
	entries, err := fs.ReadDir(files, folder)
	if err != nil {
		return nil, err
	}
	all := map[string]phrase{}
	from := map[string]string{}
	for _, entry := range entries {
		text, err := fs.ReadFile(files, path.Join(folder, entry.Name()))
		if err != nil {
			return nil, err
		}
		phrases, err := read(text, folder == English)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", entry.Name(), err)
		}
		for key, p := range phrases {
			if from[key] != "" {
				return nil, fmt.Errorf("%s: the key %q stands in %s too", entry.Name(), key, from[key])
			}
			all[key], from[key] = p, entry.Name()
		}
	}
	return all, nil
}

// read reads one file, key by key, so that a key given twice is seen too. With
// both, a plural has two forms; otherwise other alone will do.
func read(text []byte, both bool) (map[string]phrase, error) {
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	if open, err := decoder.Token(); err != nil || open != json.Delim('{') {
		return nil, fmt.Errorf("an object of keys and sentences is wanted")
	}
	phrases := map[string]phrase{}
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return nil, err
		}
		key := token.(string)
		if _, twice := phrases[key]; twice {
			return nil, fmt.Errorf("the key %q is given twice", key)
		}
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		if phrases[key], err = readPhrase(raw, both); err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
	}
	_, err := decoder.Token()
	return phrases, err
}

func readPhrase(raw json.RawMessage, both bool) (phrase, error) {
	var sentence string
	if json.Unmarshal(raw, &sentence) == nil {
		return phrase{other: sentence}, nil
	}
	var forms struct {
		One   string `json:"one"`
		Other string `json:"other"`
	}
	if err := json.Unmarshal(raw, &forms); err != nil {
		return phrase{}, err
	}
	switch {
	case forms.One == "" && both, forms.Other == "":
		return phrase{}, fmt.Errorf("a plural has the forms one and other")
	case forms.One == "":
		forms.One = forms.Other
	}
	return phrase{one: forms.One, other: forms.Other, plural: true}, nil
}

// Key builds the key of a word that is only known when the program runs, as in
// Key("mood.", "angry"). At least one key must begin with the prefix.
func Key(prefix, word string) string { return prefix + word }

// Text is the sentence of a key, with {{.Name}} filled from data. A missing key shows itself in
// square brackets.
func Text(key string, data ...map[string]any) string {
	p, known := catalogue()[key]
	if !known {
		return "[" + key + "]"
	}
	return now.Load().alter(fill(p.other, merged(data)))
}

// Count is the sentence of a key for a number of things; {{.N}} is the number.
func Count(key string, n int, data ...map[string]any) string {
	p, known := catalogue()[key]
	if !known {
		return "[" + key + "]"
	}
	values := merged(data)
	values["N"] = n
	form := p.other
	if p.plural && n == 1 {
		form = p.one
	}
	return now.Load().alter(fill(form, values))
}

// Has says whether a key is in the catalogue.
func Has(key string) bool {
	_, known := catalogue()[key]
	return known
}

// Keys lists the keys of the catalogue in order.
func Keys() []string { return slices.Sorted(maps.Keys(catalogue())) }

func merged(data []map[string]any) map[string]any {
	all := map[string]any{}
	for _, d := range data {
		maps.Copy(all, d)
	}
	return all
}

// fill puts the data into a sentence. Sentences without a brace are by far the most.
func fill(sentence string, data map[string]any) string {
	if !strings.Contains(sentence, "{{") {
		return sentence
	}
	parsed, err := template.New("").Option("missingkey=error").Parse(sentence)
	if err != nil {
		return sentence
	}
	var out strings.Builder
	if err := parsed.Execute(&out, data); err != nil {
		return sentence
	}
	return out.String()
}

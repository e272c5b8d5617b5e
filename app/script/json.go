package script

import (
	"bytes"
	_ "embed" // the schema
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

//go:embed call.schema.json
var schema []byte

// Schema is the JSON Schema (draft 2020-12) of the JSON form.
func Schema() []byte { return bytes.Clone(schema) }

// JSON is the script in its JSON form.
func (d *Document) JSON() []byte {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(d); err != nil {
		panic(err) // of strings, numbers and truths alone
	}
	return b.Bytes()
}

// A JSONProblem is one problem of a script in its JSON form, for people.
type JSONProblem struct {
	Path    string `json:"path"`           // a JSON pointer, as /calls/0/beats/2; "" is the whole
	Code    string `json:"code,omitempty"` // of a diagnostic of the script
	Warning bool   `json:"warning,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// String is the problem on one line.
func (p JSONProblem) String() string {
	kind, path := "error", p.Path
	if p.Warning {
		kind = "warning"
	}
	if path == "" {
		path = "/"
	}
	text := path + ": " + kind + ": " + p.Message
	if p.Hint != "" {
		text += fmt.Sprintf(" Did you mean %q?", p.Hint)
	}
	if p.Code != "" {
		text += " [" + p.Code + "]"
	}
	return text
}

// FromJSON reads the JSON form. It takes nothing that the schema does not
// know, nothing that Parse would find wrong with the script, and nothing that
// a script cannot hold just so: the JSON form of what it returns is equal to
// what it was given. The document is nil where there are errors.
func FromJSON(src []byte) (*Document, []JSONProblem) {
	d, problems := readJSON(src)
	if len(problems) > 0 {
		return nil, problems
	}
	text := d.Text()
	back, found := Read("", text)
	problems = d.Pointed(found)
	if back == nil {
		return nil, problems
	}
	if p, ok := difference(reflect.ValueOf(*d), reflect.ValueOf(*back), nil); ok {
		return nil, append(problems, p)
	}
	return d, problems
}

// Pointed says of diagnostics of the document's text where in the JSON form
// each of them lies.
func (d *Document) Pointed(found []Diagnostic) []JSONProblem {
	if len(found) == 0 {
		return nil
	}
	paths := d.write().paths
	problems := make([]JSONProblem, len(found))
	for i, f := range found {
		p := JSONProblem{Code: f.Code, Warning: f.Warning, Message: f.Message, Hint: f.Hint}
		if f.Line >= 1 && f.Line <= len(paths) {
			p.Path = pointer(paths[f.Line-1])
		}
		problems[i] = p
	}
	return problems
}

// pointer is a JSON pointer (RFC 6901). A step that is longer than any key is
// shortened.
func pointer(path []string) string {
	var b strings.Builder
	for _, step := range path {
		b.WriteByte('/')
		b.WriteString(strings.NewReplacer("~", "~0", "/", "~1").Replace(clip(step)))
	}
	return b.String()
}

// difference is the first place where the script reads back otherwise than it
// was given.
func difference(given, read reflect.Value, path []string) (JSONProblem, bool) {
	path = path[:len(path):len(path)]
	switch given.Kind() {
	case reflect.Struct:
		for i := range given.NumField() {
			name := fieldsOf(given.Type())[i].name
			if p, ok := difference(given.Field(i), read.Field(i), append(path, name)); ok {
				return p, true
			}
		}
		return JSONProblem{}, false
	case reflect.Slice:
		for i := range min(given.Len(), read.Len()) {
			if p, ok := difference(given.Index(i), read.Index(i), append(path, strconv.Itoa(i))); ok {
				return p, true
			}
		}
		if given.Len() > read.Len() {
			path = append(path, strconv.Itoa(read.Len()))
		}
	case reflect.Map:
		for _, key := range slices.SortedFunc(keys(given), strings.Compare) {
			k := reflect.ValueOf(key)
			if there := read.MapIndex(k); !there.IsValid() || !reflect.DeepEqual(given.MapIndex(k).Interface(), there.Interface()) {
				return JSONProblem{Path: pointer(append(path, key)), Message: "No comment can stand here just so. It stands above a key that is given, above its part (above) or, in the whole, at the top or the end; between two comments lies at most one blank line."}, true
			}
		}
	case reflect.Pointer:
		if !given.IsNil() && !read.IsNil() {
			return difference(given.Elem(), read.Elem(), path)
		}
	}
	if reflect.DeepEqual(given.Interface(), read.Interface()) {
		return JSONProblem{}, false
	}
	p := JSONProblem{Path: pointer(path), Message: "A script cannot hold what stands here, or not in this way. Write it as a script with callscript json shows it."}
	if given.Kind() == reflect.String && read.String() != "" && given.String() != "" {
		p.Message = fmt.Sprintf("A script has here %q. Write it just so.", clip(read.String()))
	}
	return p, true
}

func keys(m reflect.Value) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, k := range m.MapKeys() {
			if !yield(k.String()) {
				return
			}
		}
	}
}

package script

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// MaxJSON is the largest JSON form that is read, in bytes.
const MaxJSON = 4 * MaxFile

// maxJSONProblems is how many problems of the JSON are told at once.
const maxJSONProblems = 20

// A jsonReader fills a document from JSON, value by value, so that nothing is
// kept of what does not belong into it.
type jsonReader struct {
	src      []byte
	in       *json.Decoder
	path     []string
	problems []JSONProblem
	broken   bool // the rest cannot be read
}

// readJSON reads the form of the JSON alone: its fields, what kind of value
// stands in each, and that each text could stand in a line of a script.
func readJSON(src []byte) (*Document, []JSONProblem) {
	if len(src) > MaxJSON {
		return nil, []JSONProblem{{Message: "This is larger than 64 MB, so it cannot be a call script. Check that it is the right file."}}
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	r := &jsonReader{src: src, in: json.NewDecoder(bytes.NewReader(src))}
	r.in.UseNumber()
	if !utf8.Valid(src) || loneSurrogate(src) {
		r.problem("There are characters in this file that are no text. Save it again with the encoding UTF-8.")
		return nil, r.problems
	}
	d := &Document{}
	r.value(reflect.ValueOf(d).Elem(), field{})
	if !r.broken {
		if _, err := r.in.Token(); err != io.EOF {
			r.problem("After the script the file goes on. One file holds one script.")
		}
	}
	if d.Version > rulesVersion {
		return nil, []JSONProblem{{Path: "/version", Code: NewerVersion, Message: fmt.Sprintf("This script is written in version %d of the script language; this program reads version %d. Get the newer program to read it.", d.Version, rulesVersion)}}
	}
	return d, r.problems
}

// loneSurrogate reports an escape that stands for half a character.
func loneSurrogate(src []byte) bool {
	unit := func(i int) (n uint64) {
		if i+6 <= len(src) && src[i] == '\\' && src[i+1] == 'u' {
			n, _ = strconv.ParseUint(string(src[i+2:i+6]), 16, 16)
		}
		return n
	}
	for i := bytes.IndexByte(src, '\\'); i >= 0 && i < len(src); i++ {
		if src[i] != '\\' {
			continue
		}
		switch n := unit(i); {
		case n >= 0xDC00 && n < 0xE000, n >= 0xD800 && n < 0xDC00 && unit(i+6)&^0x3FF != 0xDC00:
			return true
		case n >= 0xD800 && n < 0xDC00:
			i += 11
		default:
			i++ // what is escaped
		}
	}
	return false
}

func (r *jsonReader) problem(format string, args ...any) {
	if !r.broken {
		r.problems = append(r.problems, JSONProblem{Path: pointer(r.path), Message: fmt.Sprintf(format, args...)})
		r.broken = len(r.problems) >= maxJSONProblems
	}
}

// hint adds to the last problem what was probably meant.
func (r *jsonReader) hint(word string) {
	if n := len(r.problems); n > 0 {
		r.problems[n-1].Hint = word
	}
}

// under reads what stands under a step of the path.
func (r *jsonReader) under(step string, read func()) {
	r.path = append(r.path, step)
	read()
	r.path = r.path[:len(r.path)-1]
}

// token is the next token, nil where the JSON cannot be read.
func (r *jsonReader) token() json.Token {
	if r.broken {
		return nil
	}
	t, err := r.in.Token()
	if err != nil {
		before := r.src[:min(int(r.in.InputOffset()), len(r.src))]
		r.problem("This cannot be read as JSON, from line %d on. Look for a comma, a bracket or a quotation mark that is missing or too many.", 1+bytes.Count(before, []byte("\n")))
		r.broken = true
		return nil
	}
	if t == nil {
		r.problem("Here stands null. Write a value, or leave the field out.")
	}
	return t
}

// wrong reports a token of the wrong kind and passes over what it begins.
func (r *jsonReader) wrong(t json.Token, wanted string) {
	if t == nil {
		return // reported already
	}
	is := "a number"
	switch t := t.(type) {
	case json.Delim:
		is = map[json.Delim]string{'{': "an object", '[': "a list"}[t]
	case string:
		is = "a text"
	case bool:
		is = "true or false"
	}
	r.problem("Here stands %s, and %s is wanted.", is, wanted)
	r.pass(t)
}

// pass passes over the rest of a value that begins with t.
//
// What breaks off there is reported already.
func (r *jsonReader) pass(t json.Token) {
	told := len(r.problems)
	defer func() {
		if r.broken {
			r.problems = r.problems[:told]
		}
	}()
	for depth := 0; ; t = r.token() {
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 || r.broken {
			return
		}
	}
}

// value reads the next value into v.
func (r *jsonReader) value(v reflect.Value, f field) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.value(v.Elem(), f)
	case reflect.Struct:
		r.object(v)
	case reflect.Map:
		r.comments(v)
	case reflect.Slice:
		r.list(v, f)
	case reflect.String:
		r.text(v, f)
	case reflect.Int:
		r.number(v)
	case reflect.Bool:
		r.truth(v, f)
	}
}

func (r *jsonReader) object(v reflect.Value) {
	if t := r.token(); t != json.Delim('{') {
		r.wrong(t, "an object, in braces,")
		return
	}
	fields := fieldsOf(v.Type())
	seen := make([]bool, len(fields))
	r.fields(func(name string) {
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == name })
		switch {
		case i < 0:
			r.strange(name, fields)
		case seen[i]:
			r.problem("This field is given twice. Keep one of the two.")
			r.pass(r.token())
		default:
			seen[i] = true
			r.value(v.Field(i), fields[i])
		}
	})
	for i, f := range fields {
		if f.required && !seen[i] {
			r.under(f.name, func() { r.problem("This field is missing.") })
		}
	}
}

// fields calls read for each field of an object, up to its end.
func (r *jsonReader) fields(read func(name string)) {
	for !r.broken && r.in.More() {
		name, _ := r.token().(string)
		if !r.broken {
			r.under(name, func() { read(name) })
		}
	}
	r.token()
}

func (r *jsonReader) strange(name string, fields []field) {
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
	}
	hint := ""
	if len(name) < 60 {
		hint = Nearest(name, names)
	}
	r.problem("There is no such field here. Here may stand %s.", andList(names))
	r.hint(hint)
	r.pass(r.token())
}

func (r *jsonReader) list(v reflect.Value, f field) {
	if t := r.token(); t != json.Delim('[') {
		r.wrong(t, "a list, in square brackets,")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	for i := 0; !r.broken && r.in.More(); i++ {
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		r.under(strconv.Itoa(i), func() { r.value(v.Index(i), f) })
	}
	r.token()
	if v.Len() == 0 && !f.mayBeEmpty {
		r.problem("This list is empty. Write what belongs into it, or leave the field out.")
	}
}

// comments reads the comments of a part.
func (r *jsonReader) comments(v reflect.Value) {
	if t := r.token(); t != json.Delim('{') {
		r.wrong(t, "an object, in braces,")
		return
	}
	all := comments{}
	r.fields(func(name string) {
		if _, twice := all[name]; twice {
			r.problem("This field is given twice. Keep one of the two.")
		}
		var lines []string
		r.list(reflect.ValueOf(&lines).Elem(), field{comment: true})
		all[name] = lines
	})
	if len(all) == 0 {
		r.problem("There are no comments in here. Leave the field out.")
	}
	v.Set(reflect.ValueOf(all))
}

func (r *jsonReader) text(v reflect.Value, f field) {
	t := r.token()
	s, ok := t.(string)
	if !ok {
		r.wrong(t, "a text, in quotation marks,")
		return
	}
	if why := f.refuses(s); why != "" {
		r.problem("%s", why)
		if len(s) < 60 {
			r.hint(Nearest(s, f.one))
		}
	}
	v.SetString(s)
}

func (r *jsonReader) number(v reflect.Value) {
	t := r.token()
	n, ok := t.(json.Number)
	if !ok {
		r.wrong(t, "a whole number")
		return
	}
	x, err := n.Float64()
	if err != nil || x != math.Trunc(x) || math.Abs(x) > 1e9 {
		r.problem("%s is not a whole number that could stand here.", clip(n.String()))
		return
	}
	v.SetInt(int64(x))
}

func (r *jsonReader) truth(v reflect.Value, f field) {
	t := r.token()
	yes, ok := t.(bool)
	if !ok {
		r.wrong(t, "true or false")
		return
	}
	if !yes && f.onlyTrue {
		r.problem("Here stands true or nothing. Leave the field out.")
	}
	v.SetBool(yes)
}

// A field is a field of an object in the JSON form.
type field struct {
	name       string
	required   bool
	mayBeEmpty bool     // a list
	onlyTrue   bool     // a truth
	one        []string // the words that may stand in it
	is         string   // name, evidence or nothing
	comment    bool
}

var fieldsByType sync.Map

// fieldsOf is the fields of a type, in its order.
func fieldsOf(t reflect.Type) []field {
	if known, ok := fieldsByType.Load(t); ok {
		return known.([]field)
	}
	fields := make([]field, t.NumField())
	for i := range fields {
		in := t.Field(i)
		name, how, _ := strings.Cut(in.Tag.Get("json"), ",")
		fields[i] = field{
			name: name, required: how == "", mayBeEmpty: how == "omitzero", onlyTrue: in.Type.Kind() == reflect.Bool,
			one: strings.Fields(in.Tag.Get("one")), is: in.Tag.Get("text"),
		}
	}
	fieldsByType.Store(t, fields)
	return fields
}

// refuses says why a text cannot stand in the field, "" where it can.
func (f field) refuses(s string) string {
	trimmed := strings.TrimSpace(s)
	switch {
	case f.comment && s == "":
	case trimmed == "":
		return "Nothing stands here. Write what belongs here, or leave the field out."
	case strings.ContainsAny(s, "\r\n"):
		return "This text goes over several lines. In a script each text stands on one line."
	case strings.Contains(s, "\x00"):
		return "There is a character in this text that is no text."
	case s != trimmed && f.is != "evidence":
		return "This text begins or ends with a blank. Take the blanks out."
	case f.comment && s[0] != '#':
		return "A comment begins with #."
	case len(f.one) > 0 && !slices.Contains(f.one, s):
		return fmt.Sprintf("Here stands %s, and not %q.", orList(f.one), clip(s))
	case f.is == "name" && !isName(s):
		return fmt.Sprintf("%q is not a name. Names are made of small letters, digits and hyphens, and are not and, or, not.", clip(s))
	}
	return ""
}

package rubric

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Problem is one mistake in a rubric, weights or teachings file.
type Problem struct {
	Code    string // stable, as duplicate-id
	Where   string // the entry, as "behaviour argue"
	Message string // a plain sentence
}

// Error is the sentence with the place before it.
func (p Problem) Error() string {
	if p.Where == "" {
		return p.Message
	}
	return p.Where + ": " + p.Message
}

// Problems are all the mistakes of one file.
type Problems []Problem

// Error is one mistake a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

func (ps *Problems) add(code, where, format string, args ...any) {
	*ps = append(*ps, Problem{Code: code, Where: where, Message: fmt.Sprintf(format, args...)})
}

func (ps Problems) err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// read decodes src into v, which has to name every field that occurs. It
// reports whether v can be judged further.
func (ps *Problems) read(where string, src []byte, v any) bool {
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		ps.add("unreadable", where, "%s", plain(err))
		return false
	}
	if _, err := dec.Token(); err != io.EOF {
		ps.add("unreadable", where, "Something stands after the end of the file.")
		return false
	}
	if name := repeated(json.NewDecoder(bytes.NewReader(src))); name != "" {
		ps.add("repeated-field", where, "The field %q stands here twice; only one of them can count.", name)
	}
	return true
}

// plain turns an error of the decoder into a sentence.
func plain(err error) string {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind):
		return fmt.Sprintf("The field %q holds a %s where something else belongs.", kind.Field, kind.Value)
	case errors.As(err, &syntax):
		return fmt.Sprintf("This is not JSON from byte %d on: %s.", syntax.Offset, syntax.Error())
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "The file ends too early."
	}
	if _, name, ok := strings.Cut(err.Error(), "unknown field "); ok {
		return fmt.Sprintf("There is no field called %s.", name)
	}
	return err.Error() + "."
}

// repeated returns the first field name that one object holds twice. The
// decoder would silently take the last.
func repeated(dec *json.Decoder) string {
	var seen []map[string]bool // one per open object; nil for an array
	name := false              // the next token is a field's name
	for {
		tok, err := dec.Token()
		if err != nil {
			return ""
		}
		switch t := tok.(type) {
		case json.Delim:
			switch t {
			case '{':
				seen = append(seen, map[string]bool{})
			case '[':
				seen = append(seen, nil)
			default:
				seen = seen[:len(seen)-1]
			}
			name = len(seen) > 0 && seen[len(seen)-1] != nil
			continue
		case string:
			if name {
				if seen[len(seen)-1][t] {
					return t
				}
				seen[len(seen)-1][t] = true
				name = false
				continue
			}
		}
		name = len(seen) > 0 && seen[len(seen)-1] != nil
	}
}

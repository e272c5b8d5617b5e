package script

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits that no script comes near, so that a wrong file is refused at once.
const (
	MaxFile     = 16 << 20 // bytes
	maxLine     = 1 << 20
	maxItems    = 64
	maxProblems = 1000
	maxVariants = 8
	maxDepth    = 8 // fragments within fragments
)

// A piece is a part of a line that remembers where in the line it stands.
type piece struct {
	text string
	off  int // bytes from the start of the line
}

func (v piece) empty() bool { return v.text == "" }

// cut returns bytes i to j of the piece.
func (v piece) cut(i, j int) piece { return piece{v.text[i:j], v.off + i} }

func (v piece) from(i int) piece { return v.cut(i, len(v.text)) }

// trim drops white space at both ends.
func (v piece) trim() piece {
	i, j := 0, len(v.text)
	for i < j && (v.text[i] == ' ' || v.text[i] == '\t') {
		i++
	}
	for j > i && (v.text[j-1] == ' ' || v.text[j-1] == '\t') {
		j--
	}
	if v = v.cut(i, j); v.empty() || solid(v.text[0]) && solid(v.text[j-i-1]) {
		return v
	}
	left := len(v.text) - len(strings.TrimLeftFunc(v.text, unicode.IsSpace))
	return piece{strings.TrimSpace(v.text), v.off + left}
}

// solid reports whether a byte is a character of its own and no white space.
func solid(c byte) bool { return c > ' ' && c < utf8.RuneSelf }

// split appends the parts between the commas of the piece, trimmed.
func (v piece) split(parts []piece) []piece {
	for {
		i := strings.IndexByte(v.text, ',')
		if i < 0 {
			return append(parts, v.trim())
		}
		parts = append(parts, v.cut(0, i).trim())
		v = v.from(i + 1)
	}
}

// fields divides the piece at white space.
func (v piece) fields() []piece { return v.appendFields(nil) }

func (v piece) appendFields(parts []piece) []piece {
	start := -1
	for i, r := range v.text {
		space := r == ' ' || (r < ' ' || r >= utf8.RuneSelf) && unicode.IsSpace(r)
		if space && start >= 0 {
			parts = append(parts, v.cut(start, i))
			start = -1
		} else if !space && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		parts = append(parts, v.from(start))
	}
	return parts
}

// first divides the piece after its first word, which ends at white space, a
// colon or a bracket.
func (v piece) first() (word, rest piece) {
	i := strings.IndexFunc(v.text, func(r rune) bool {
		return unicode.IsSpace(r) || r == ':' || r == '('
	})
	if i < 0 {
		return v, v.from(len(v.text))
	}
	return v.cut(0, i), v.from(i).trim()
}

// A ruled text is one divided into lines at \n, \r\n and \r.
type ruled struct {
	text   string
	starts []uint32 // of each line, and behind them where the next one would start
}

func rule(text string) ruled {
	r := ruled{text, make([]uint32, 1, strings.Count(text, "\n")+2)}
	mac := strings.IndexByte(text, '\r') >= 0
	for i := 0; ; {
		next := strings.IndexByte(text[i:], '\n')
		if mac {
			next = strings.IndexAny(text[i:], "\r\n")
		}
		if next < 0 {
			break
		}
		i += next + 1
		if mac && text[i-1] == '\r' && i < len(text) && text[i] == '\n' {
			i++
		}
		r.starts = append(r.starts, uint32(i))
	}
	if int(r.starts[len(r.starts)-1]) < len(text) {
		r.starts = append(r.starts, uint32(len(text)))
	}
	return r
}

// lines is how many there are.
func (r ruled) lines() int { return len(r.starts) - 1 }

// line is the i-th line, from 0, without its end.
func (r ruled) line(i int) string {
	return strings.TrimSuffix(strings.TrimSuffix(r.text[r.starts[i]:r.starts[i+1]], "\n"), "\r")
}

// all are the lines in a list.
func (r ruled) all() []string {
	out := make([]string, r.lines())
	for i := range out {
		out[i] = r.line(i)
	}
	return out
}

// decode checks that src is text and returns it without byte order mark. When
// it is not, the diagnostic says why.
func decode(file string, src []byte) (string, *Diagnostic) {
	refuse := func(code, message string) (string, *Diagnostic) {
		return "", &Diagnostic{Code: code, File: file, Line: 1, Col: 1, Message: message}
	}
	if len(src) > MaxFile {
		return refuse(TooBig, "This file is larger than 16 MB, so it cannot be a call script. Check that it is the right file.")
	}
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return refuse(NotText, "This file is saved as UTF-16. Save it again as plain text with the encoding UTF-8.")
	}
	text := string(bytes.TrimPrefix(src, []byte("\ufeff")))
	bad := strings.IndexByte(text, 0)
	message := "This file has bytes in it that are not text, so it is no call script or is damaged. Save the script as plain text."
	if bad < 0 && !utf8.ValidString(text) {
		bad = invalidAt(text)
		message = "A character here is not in the encoding UTF-8. Save the file again as plain text with the encoding UTF-8."
	}
	if bad < 0 {
		return text, nil
	}
	d := &Diagnostic{Code: NotText, File: file, Message: message}
	before := rule(text[:bad] + ".")
	d.Line = before.lines()
	d.Col = utf8.RuneCountInString(before.line(d.Line - 1))
	return "", d
}

func invalidAt(s string) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// A block holds the lists of many beats one behind the other, so that a list
// that grows is seldom moved and takes no more room than it needs.
type block[T any] struct{ used []T }

const blockSize = 256

// add appends v to list, which is empty or the list that grew last.
func (b *block[T]) add(list []T, v T) []T {
	list = b.more(list)
	list[len(list)-1] = v
	return list
}

// more is add of a zero value.
func (b *block[T]) more(list []T) []T {
	n := len(b.used)
	if n == cap(b.used) {
		b.used = append(make([]T, 0, max(blockSize, 2*len(list)+1)), list...)
		n = len(list)
	}
	b.used = b.used[:n+1]
	return b.used[n-len(list) : n+1 : n+1]
}

// keep is where a single value is kept.
func (b *block[T]) keep(v T) *T { return &b.add(nil, v)[0] }

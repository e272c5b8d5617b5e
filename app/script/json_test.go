package script

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// roundTrips fails when a script without errors loses anything on the way
// through JSON, and returns its JSON form.
func roundTrips(t *testing.T, src []byte) []byte {
	t.Helper()
	d, found := Read("x.call", src)
	if d == nil {
		if !Errors(found) {
			t.Fatal("neither a document nor errors")
		}
		return nil
	}
	form := d.JSON()
	back, problems := FromJSON(form)
	if back == nil {
		t.Fatalf("%v\n%s", problems, form)
	}
	canonical, _ := Format("x.call", src)
	if text := back.Text(); !bytes.Equal(text, canonical) {
		t.Fatalf("through JSON:\n%s\ncanonical:\n%s", text, canonical)
	}
	if again := back.JSON(); !bytes.Equal(again, form) {
		t.Fatalf("the JSON was\n%s\nand is\n%s", form, again)
	}
	return form
}

// everything is a script with a bit of all there is.
func everything(t *testing.T) string {
	t.Helper()
	src := strings.NewReplacer(
		"kind: lost user", "kind: lost user, no-hang-up",
		"language: en", "# two of them\n\nlanguage: en\nvariants: dim, dark",
		"  client: Mr Halloran: stock clerk", "  # him\n  client: Mr Halloran: stock clerk\n    # not always\n    only: dim",
		"    opens:", "    only: dark, dim\n    opens:",
		"  soonest:", "  grace: 30 minutes\n  soonest:",
		"CALL kept\n", "# later\nCALL kept\ndirection: outgoing\n",
		"CALLER: Bye.", "CALLER: Bye.\n  only: dark\n  # in short\n  means: \"Bye\" he goes\n  means: \"ye\" you\nCALLER: Good bye.",
		"> [stay quiet", "> Who?\n  go: who\n  then: bye\n  only: dim\n  permission: no\n> [stay quiet",
	).Replace(whole(t)) + fragmentPart + `
CALL inside
direction: outgoing
moods: heat 1, trust 5, confusion 0, patience 5
name: Ravi, dispatch
what: Ask for the van.
temper: terse
== ravi
only: dim, dark
hang-up: fair
CALLER: Yes?
ending: asked
# fin
`
	if _, found := Parse("x.call", []byte(src)); Errors(found) {
		t.Fatal(found)
	}
	return src
}

func TestNothingIsLostThroughJSON(t *testing.T) {
	for name, src := range scripts(t) {
		t.Run(filepath.Base(name), func(t *testing.T) { roundTrips(t, src) })
	}
	for _, name := range []string{"of everything", "with typographic marks"} {
		src := everything(t)
		if name != "of everything" {
			src = strings.Replace(src, `says: want light "It's "still" orange"`, `says: want light “It’s «still»  orange”`, 1)
			src = strings.Replace(src, "It’s “still” orange", "It’s “still”  orange \u2028 <b> 😀", 1)
		}
		t.Run(name, func(t *testing.T) { roundTrips(t, []byte(src)) })
	}
}

// TestJSONForm holds the names and shapes that others build on.
func TestJSONForm(t *testing.T) {
	form := string(roundTrips(t, []byte(everything(t))))
	for _, want := range []string{
		`"kind": "lost user",
  "no-hang-up": true,`,
		`"variants": [
    "dim",
    "dark"
  ]`,
		`{
      "kind": "client",
      "text": "Mr Halloran: stock clerk",
      "only": [
        "dim"
      ],
      "comments": {
        "above": [
          "# him"
        ],
        "only": [
          "# not always"
        ]
      }
    }`,
		`"moods": {
      "heat": 6,
      "colour": "frustrated",
      "trust": 3,
      "confusion": 8,
      "patience": 14
    }`,
		`"opens": "trust 5 or open-question",
      "pays": 8,`,
		`"latest": "2 days",
    "grace": "30 minutes"`,
		`"shows": [
                {
                  "behaviour": "acknowledge-feeling",
                  "words": "Four evenings of orange"
                },`,
		`"if": "found light and not given"`,
		`"moods": {
                "heat": -1,
                "trust": 2
              }`,
		`"words": "It's \"still\" orange"`,
		`"end": [
      "# fin"
    ]`,
	} {
		if !strings.Contains(form, want) {
			t.Errorf("the JSON form lacks\n%s", want)
		}
	}
	if t.Failed() {
		t.Log(form)
	}
}

// smallJSON is testdata/small.call in its JSON form.
func smallJSON(t *testing.T) string {
	t.Helper()
	return string(roundTrips(t, []byte(small)))
}

// slips are what people and tools write wrong: the first of each pair of texts
// of the small script's JSON form is replaced by the second.
var slips = []struct {
	name, path, says, hint string
	inSchema               bool // the schema refuses it too
	edits                  []string
}{
	{"a strange field", "/tilte", "no such field", "title", true, []string{`"title":`, `"tilte":`}},
	{"a strange field within", "/calls/0/beats/0/replies/0/gos", "no such field", "go", true, []string{`"go": "close"`, `"gos": {"a": [1, {"b": null}]}, "go": "close"`}},
	{"capitals in a field", "/Title", "no such field", "title", true, []string{`"title":`, `"Title":`}},
	{"a field missing", "/title", "is missing", "", true, []string{`"title": "The late box",`, ``}},
	{"a field missing within", "/calls/0/beats/0/lines/0/says/0/words", "is missing", "", true, []string{`"concern": "box",
                  "words": "Where is it?"`, `"concern": "box"`}},
	{"a field twice", "/title", "given twice", "", false, []string{`"title":`, `"title": "A", "title":`}},
	{"a number for a text", "/title", "a number, and a text", "", true, []string{`"The late box"`, `7`}},
	{"a text for a number", "/difficulty", "a text, and a whole number", "", true, []string{`"difficulty": 2`, `"difficulty": "2"`}},
	{"half a number", "/difficulty", "2.5 is not a whole number", "", true, []string{`"difficulty": 2`, `"difficulty": 2.5`}},
	{"a number without end", "/difficulty", "not a whole number", "", true, []string{`"difficulty": 2`, `"difficulty": 1e400`}},
	{"a text for a truth", "/calls/0/beats/1/replies/0/promises", "a text, and true or false", "", true, []string{`"promises": true`, `"promises": "yes"`}},
	{"a text for a list", "/calls/0/beats/0/wants", "a text, and a list", "", true, []string{`"wants": [
            "own-it"
          ]`, `"wants": "own-it"`}},
	{"a list for a part", "/caller", "a list, and an object", "", true, []string{`"caller": {`, `"caller": [{"id": "x"}], "file": [], "x": {`}},
	{"null", "/case", "null", "", true, []string{`"kind": "angry customer"`, `"case": null, "kind": "angry customer"`}},
	{"an empty text", "/case", "Nothing stands here", "", true, []string{`"kind": "angry customer"`, `"case": "", "kind": "angry customer"`}},
	{"an empty list", "/variants", "This list is empty", "", true, []string{`"kind": "angry customer"`, `"variants": [], "kind": "angry customer"`}},
	{"a default that is no truth", "/no-hang-up", "true or nothing", "", true, []string{`"kind": "angry customer"`, `"no-hang-up": false, "kind": "angry customer"`}},
	{"a text of two lines", "/calls/0/beats/1/lines/0/text", "several lines", "", true, []string{`"Well."`, `"Well.\nending: gone"`}},
	{"a blank at the end", "/title", "begins or ends with a blank", "", true, []string{`"The late box"`, `"The late box "`}},
	{"a character that is none", "/title", "no text", "", true, []string{`"The late box"`, `"The \u0000 box"`}},
	{"half a character", "", "no text", "", false, []string{`"The late box"`, `"The \ud800 box"`}},
	{"a word that is none of them", "/calls/1/call", "Here stands first, inside", "kept", true, []string{`"call": "kept"`, `"call": "keppt"`}},
	{"a name in capitals", "/id", "is not a name", "", true, []string{`"id": "late-box"`, `"id": "Late box"`}},
	{"two names in one", "/calls/0/beats/0/wants/0", "is not a name", "", true, []string{`"own-it"
          ]`, `"own-it, apologise"
          ]`}},
	{"a newer version", "/version", "newer program", "", true, []string{`"version": 1,`, `"version": 2, "future": true,`}},
	{"an older version than the first", "/version", "1 to 1", "", true, []string{`"version": 1`, `"version": 0`}},
	{"a condition in other words", "/calls/1/beats/0/lines/0/when", `A script has here "settled box and given". Write it just so.`, "", true, []string{`"settled box and given"`, `"settled  box and given"`}},
	{"a condition that cannot be read", "/calls/1/beats/0/lines/0/when", "joined by and or or", "", true, []string{`"settled box and given"`, `"settled box but given"`}},
	{"a span in other words", "/promise/latest", `A script has here "2 days"`, "", true, []string{`"2 days"`, `"2 day"`}},
	{"a span without unit", "/promise/latest", "A length of time", "", true, []string{`"2 days"`, `"P2D"`}},
	{"two words of a list in one", "/calls/1/reads/0", "A script", "", true, []string{`"settled box",
        "given"`, `"settled box, given"`}},
	{"a heat without colour", "/caller/moods", "its colour", "", true, []string{`"colour": "angry",`, ``}},
	{"a mood of 11", "/caller/moods", "from 0 to 10", "", true, []string{`"heat": 6`, `"heat": 11`}},
	{"no change of mood", "/calls/0/beats/0/replies/0/moods", "cannot hold", "", true, []string{`"moods": {
                "heat": -1,
                "trust": 2
              }`, `"moods": {}`}},
	{"evidence that does not occur", "/calls/0/beats/0/lines/1/says", "do not occur", "", false, []string{`"my box"`, `"your box"`}},
	{"a reply to nowhere", "/calls/0/beats/0/replies/0/go", "no beat", "close", false, []string{`"go": "close"`, `"go": "closed"`}},
	{"a beat without replies", "/calls/0/beats/2", "no replies", "", true, []string{`"ending": "a grudging trust"`, `"gathering": true`}},
	{"a comment on nothing", "/comments/case", "No comment can stand here", "", false, []string{`"version": 1,`, `"version": 1, "comments": {"case": ["# x"]},`}},
	{"a comment that is none", "/comments/title/0", "begins with #", "", true, []string{`"version": 1,`, `"version": 1, "comments": {"title": ["x"]},`}},
	{"no comments", "/comments", "no comments", "", true, []string{`"version": 1,`, `"version": 1, "comments": {},`}},
	{"a tone that ends early", "/calls/0/beats/0/lines/0", "colon is missing", "", true, []string{`"tone": "loud"`, `"tone": "loud) now"`}},
	{"a comma missing", "", "from line 3 on", "", false, []string{`"version": 1,`, `"version": 1`}},
	{"the end missing", "/calls/3/beats/0", "cannot be read as JSON", "", false, []string{`
          "ending": "lost"
        }
      ]
    }
  ]
}
`, ``}},
	{"something behind the end", "", "goes on", "", false, []string{"\n  ]\n}\n", "\n  ]\n}\n{}"}},
	{"a stray mark behind the end", "", "goes on", "", false, []string{"\n  ]\n}\n", "\n  ]\n}\x01"}},
	{"no script at all", "", "a list, and an object", "", false, []string{"{\n  \"version\": 1,", "[[[[[["}},
}

// slipped makes the edits.
func slipped(t *testing.T, form string, edits []string) string {
	t.Helper()
	for i := 0; i < len(edits); i += 2 {
		if !strings.Contains(form, edits[i]) {
			t.Fatalf("the JSON form lacks %q:\n%s", edits[i], form)
		}
		form = strings.Replace(form, edits[i], edits[i+1], 1)
	}
	return form
}

func TestSlipsInJSON(t *testing.T) {
	form := smallJSON(t)
	for _, s := range slips {
		t.Run(s.name, func(t *testing.T) {
			d, problems := FromJSON([]byte(slipped(t, form, s.edits)))
			if d != nil || len(problems) == 0 {
				t.Fatal("it is taken")
			}
			if p := problems[0]; p.Path != s.path || !strings.Contains(p.Message, s.says) || p.Hint != s.hint {
				t.Errorf("got %v", problems)
			}
		})
	}
}

// compiledSchema is the schema, compiled once.
func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schemaOnce.Do(func() { schemaCompiled = compileSchema(t) })
	return schemaCompiled
}

var (
	schemaOnce     sync.Once
	schemaCompiled *jsonschema.Schema
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("call.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("call.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if s.DraftVersion != 2020 {
		t.Errorf("the schema is of draft %d", s.DraftVersion)
	}
	return s
}

func valid(t *testing.T, s *jsonschema.Schema, form []byte) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(form))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}

func TestSchemaTakesEveryScript(t *testing.T) {
	s := compiledSchema(t)
	all := scripts(t)
	all["everything"] = []byte(everything(t))
	for name, src := range all {
		if err := valid(t, s, roundTrips(t, src)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaRefusesSlips: what is wrong in form, the schema says too.
func TestSchemaRefusesSlips(t *testing.T) {
	s, form := compiledSchema(t), smallJSON(t)
	for _, slip := range slips {
		if err := valid(t, s, []byte(slipped(t, form, slip.edits))); slip.inSchema && err == nil {
			t.Errorf("%s: the schema takes it", slip.name)
		}
	}
}

// TestSchemaNamesEveryField: the schema and the form have the same fields.
func TestSchemaNamesEveryField(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(Schema(), &root); err != nil {
		t.Fatal(err)
	}
	defs := root["$defs"].(map[string]any)
	seen := map[reflect.Type]bool{}
	var compare func(typ reflect.Type, part map[string]any)
	follow := func(typ reflect.Type, part map[string]any) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			if items, ok := part["items"].(map[string]any); ok {
				part = items
			}
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		if ref, ok := part["$ref"].(string); ok {
			part = defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		}
		compare(typ, part)
	}
	compare = func(typ reflect.Type, part map[string]any) {
		seen[typ] = true
		properties := part["properties"].(map[string]any)
		var required, known []string
		for i, f := range fieldsOf(typ) {
			p, ok := properties[f.name].(map[string]any)
			if !ok {
				if typ != reflect.TypeFor[moodsForm]() || f.name != "colour" {
					t.Errorf("%v: the schema lacks %s", typ, f.name)
				}
				continue
			}
			if f.required {
				required = append(required, f.name)
			}
			var words []string
			for _, w := range anyList(p["enum"]) {
				words = append(words, w.(string))
			}
			if !slices.Equal(words, f.one) && len(words)+len(f.one) > 0 {
				t.Errorf("%v: in %s may stand %v, the schema says %v", typ, f.name, f.one, words)
			}
			known = append(known, f.name)
			follow(typ.Field(i).Type, p)
		}
		for name := range properties {
			if slices.Contains(known, name) {
				continue
			}
			t.Errorf("%v: the schema has %s, which nobody reads", typ, name)
		}
		for _, name := range anyList(part["required"]) {
			if i := slices.Index(required, name.(string)); i >= 0 {
				required = slices.Delete(required, i, i+1)
			} else if name != "colour" {
				t.Errorf("%v: the schema asks for %s", typ, name)
			}
		}
		if len(required) > 0 || part["additionalProperties"] != false || part["description"] == nil {
			t.Errorf("%v: the schema does not ask for %v, takes other fields or says nothing of it", typ, required)
		}
	}
	compare(reflect.TypeFor[Document](), root)
	if len(seen) < 14 {
		t.Errorf("only %d parts were compared", len(seen))
	}
}

func anyList(v any) []any {
	list, _ := v.([]any)
	return list
}

// TestSchemaIsPlain: no address of a machine stands in it.
func TestSchemaIsPlain(t *testing.T) {
	for _, address := range regexp.MustCompile(`https?://[^"]*`).FindAllString(string(Schema()), -1) {
		if address != "https://json-schema.org/draft/2020-12/schema" {
			t.Errorf("the schema names %s", address)
		}
	}
}

package script

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// parsed reads a script that must be sound.
func parsed(t *testing.T, src string) *Scenario {
	t.Helper()
	s, ds := Parse("x.call", []byte(src))
	if s == nil || len(ds) > 0 {
		t.Fatalf("problems: %v", ds)
	}
	return s
}

func whole(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("testdata/whole.call")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestHashOfTheSameMeaning(t *testing.T) {
	want := parsed(t, small).Hash()
	for name, edit := range map[string]func(string) string{
		"comments and blank lines": func(s string) string { return "# a comment\n\n" + strings.ReplaceAll(s, "\n", "\n\n  # more\n") },
		"indentation":              func(s string) string { return strings.ReplaceAll(s, "\n", "\n\t  ") },
		"Windows line ends":        func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") },
		"old line ends":            func(s string) string { return strings.ReplaceAll(s, "\n", "\r") },
		"no last line end":         strings.TrimSpace,
		"marks around evidence":    func(s string) string { return strings.ReplaceAll(s, `"my box"`, "“my box”") },
		"apostrophes in evidence":  func(s string) string { return strings.ReplaceAll(s, "isn't here", "isn’t here") },
		"order of keys": func(s string) string {
			return strings.ReplaceAll(s, "  settles: box\n  gives: value", "  gives: value\n  settles: box")
		},
		"order of flags": func(s string) string { return strings.ReplaceAll(s, "settled box, given", "given, settled box") },
		"order in a condition": func(s string) string {
			return strings.ReplaceAll(s, "trust 5 or open-question", "open-question or trust 5")
		},
		"order of terms": func(s string) string {
			return strings.ReplaceAll(s, "heat under 9 and not given", "not given and heat under 9")
		},
		"a default written out": func(s string) string { return strings.ReplaceAll(s, "CALL late", "CALL late\ndirection: outgoing") },
		"minutes for hours":     func(s string) string { return strings.ReplaceAll(s, "2 hours", "120 minutes") },
		"a minus sign":          func(s string) string { return strings.ReplaceAll(s, "heat -1", "heat −1") },
	} {
		src := edit(small)
		if src == small {
			t.Errorf("%s: nothing is changed", name)
		}
		if got := parsed(t, src).Hash(); got != want {
			t.Errorf("%s: the hash has changed", name)
		}
	}
}

// TestHashCountsEveryField changes each value of a full scenario in turn, so
// that a field added later cannot be forgotten.
func TestHashCountsEveryField(t *testing.T) {
	s := parsed(t, whole(t))
	seen := map[string]string{s.Hash(): "the scenario itself"}
	changes := 0
	eachValue(reflect.ValueOf(s).Elem(), "Scenario", func(path string, v reflect.Value) {
		old := reflect.New(v.Type()).Elem()
		old.Set(v)
		switch v.Kind() {
		case reflect.String:
			v.SetString(v.String() + "x")
			if v.Type() == reflect.TypeFor[Unit]() {
				v.SetString(string(Days))
				if old.String() == string(Days) {
					v.SetString(string(Minutes))
				}
			}
		case reflect.Int:
			v.SetInt(v.Int() + 1)
		case reflect.Bool:
			v.SetBool(!v.Bool())
		}
		changes++
		if same, ok := seen[s.Hash()]; ok {
			t.Errorf("%s: changing it gives the hash of %s", path, same)
		}
		seen[s.Hash()] = path
		v.Set(old)
	})
	if changes < 180 {
		t.Errorf("only %d values were changed", changes)
	}
}

// eachValue visits every value that carries meaning. Positions carry none, and
// the words of evidence are named by where they start and end.
func eachValue(v reflect.Value, path string, visit func(string, reflect.Value)) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Pos]() {
			return
		}
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if !v.Type().Field(i).IsExported() {
				continue // which plain form it is
			}
			evidence := v.Type() == reflect.TypeFor[Fact]() || v.Type() == reflect.TypeFor[Shown]() || v.Type() == reflect.TypeFor[Gloss]()
			if name == "Words" && evidence {
				continue
			}
			eachValue(v.Field(i), path+"."+name, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachValue(v.Index(i), path+"[]", visit)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			eachValue(v.Elem(), path, visit)
		}
	default:
		visit(path, v)
	}
}

func TestHashTellsAbsentFromZero(t *testing.T) {
	with := strings.Replace(small, "patience: -2", "patience: 0", 1)
	without := strings.Replace(small, "  patience: -2\n", "", 1)
	if parsed(t, with).Hash() == parsed(t, without).Hash() {
		t.Error("a patience of 0 and none have the same hash")
	}
	if a, b := strings.Replace(small, "heat -1", "heat 0", 1), strings.Replace(small, "heat -1, ", "", 1); parsed(t, a).Hash() == parsed(t, b).Hash() {
		t.Error("a change of 0 and none have the same hash")
	}
}

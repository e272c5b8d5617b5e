package theme

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

// fyneNames reads the names of one kind that Fyne's theme package declares, so that a new version
// of Fyne cannot bring a colour or a size that this theme leaves to chance.
func fyneNames(t *testing.T, file, prefix string) []string {
	t.Helper()
	folder, err := exec.Command("go", "list", "-f", "{{.Dir}}", "fyne.io/fyne/v2/theme").Output()
	if err != nil {
		t.Fatal("the sources of Fyne are not at hand: ", err)
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(folder)), file), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	ast.Inspect(parsed, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, prefix) {
			return true
		}
		if literal, ok := spec.Values[0].(*ast.BasicLit); ok {
			name, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
		return true
	})
	if len(names) == 0 {
		t.Fatalf("no names found in %s", file)
	}
	return names
}

func TestEveryColourOfFyneIsOurs(t *testing.T) {
	for _, name := range fyneNames(t, "color.go", "ColorName") {
		for look, p := range map[string]palette{"light": light, "dark": dark} {
			if _, known := p[fyne.ThemeColorName(name)]; !known {
				t.Errorf("the %s look leaves Fyne's colour %q to chance", look, name)
			}
		}
	}
}

func TestEverySizeOfFyneIsOurs(t *testing.T) {
	for _, name := range fyneNames(t, "size.go", "SizeName") {
		size := fyne.ThemeSizeName(name)
		_, grows := textual[size]
		_, halves := spatial[size]
		_, stays := fixed[size]
		if !grows && !halves && !stays {
			t.Errorf("Fyne's size %q is left to chance", name)
		}
	}
}

func TestBothLooksHaveTheSameColours(t *testing.T) {
	for name := range light {
		if _, known := dark[name]; !known {
			t.Errorf("the dark look has no %s", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("light has %d colours, dark %d", len(light), len(dark))
	}
}

func TestTheLookDecidesAboutLightAndDark(t *testing.T) {
	cases := []struct {
		look    Look
		variant fyne.ThemeVariant
		dark    bool
	}{
		{Light, fynetheme.VariantDark, false},
		{Dark, fynetheme.VariantLight, true},
		{System, fynetheme.VariantDark, true},
		{System, fynetheme.VariantLight, false},
	}
	for _, c := range cases {
		if got := New(c.look, 1).IsDark(c.variant); got != c.dark {
			t.Errorf("look %d under variant %d: dark is %v", c.look, c.variant, got)
		}
	}
}

func TestTextGrowsWithinItsBounds(t *testing.T) {
	body := New(Light, 1).Size(TextBody)
	for scale, want := range map[float32]float32{0: 1, 0.1: 0.8, 0.8: 0.8, 1.5: 1.5, 2: 2, 9: 2} {
		if got := New(Light, scale).Size(TextBody); got != body*want {
			t.Errorf("scale %v: body text is %v, want %v", scale, got, body*want)
		}
	}
	steps := []fyne.ThemeSizeName{TextCaption, TextBody, TextHeading, TextTitle, TextDisplay}
	for i := 1; i < len(steps); i++ {
		if Size(steps[i]) <= Size(steps[i-1]) {
			t.Errorf("%s is not larger than %s", steps[i], steps[i-1])
		}
	}
}

func TestColourAndSizeFollowTheProgram(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(New(Dark, 2))
	if Color(Surface) != dark[Surface] {
		t.Error("the surface is not the dark one")
	}
	if Size(TextBody) != 2*textual[TextBody] {
		t.Error("the text is not doubled")
	}
	app.Settings().SetTheme(fynetheme.DefaultTheme())
	if Color(Surface) != light[Surface] {
		t.Error("under another theme the light look answers")
	}
}

func TestEveryStyleHasAFont(t *testing.T) {
	for _, style := range []fyne.TextStyle{
		{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}, {Monospace: true}, {Symbol: true}, {Bold: true, Underline: true},
	} {
		if New(Light, 1).Font(style) == nil {
			t.Errorf("no font for %+v", style)
		}
	}
}

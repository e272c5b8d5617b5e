package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestEveryKeyInTheSourcesIsInTheCatalogue reads the screens and controls and finds each call of
// Text, Count and Key. A key is written out, so that this can be seen; the parts of a built key are
// checked by their beginning.
func TestEveryKeyInTheSourcesIsInTheCatalogue(t *testing.T) {
	var found int
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		if filepath.Dir(path) == filepath.Join("..", "locale") && entry.Name() == "locale.go" {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if problem := check(call, file.Name.Name == "locale"); problem != "" {
					t.Errorf("%s: %s", set.Position(call.Pos()), problem)
				} else {
					found++
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found == 0 {
		t.Error("no calls found; does the walk look at the right folder?")
	}
}

// check returns what is wrong with a call, or nothing.
func check(call *ast.CallExpr, inside bool) string {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if pkg, ok := f.X.(*ast.Ident); ok && pkg.Name == "locale" {
			name = f.Sel.Name
		}
	case *ast.Ident:
		if inside {
			name = f.Name
		}
	}
	if (name != "Text" && name != "Count" && name != "Key") || len(call.Args) == 0 {
		return ""
	}
	if inner, ok := call.Args[0].(*ast.CallExpr); ok && name != "Key" && isKey(inner) {
		return "" // checked as the call of Key that it is
	}
	literal, ok := call.Args[0].(*ast.BasicLit)
	if !ok {
		return "the key has to be written out, or built with locale.Key"
	}
	key, err := strconv.Unquote(literal.Value)
	if err != nil {
		return err.Error()
	}
	switch {
	case name != "Key" && !Has(key):
		return "the key " + strconv.Quote(key) + " is not in the catalogue"
	case name == "Count" && !catalogue()[key].plural:
		return "the key " + strconv.Quote(key) + " has no plural"
	case name == "Text" && catalogue()[key].plural:
		return "the key " + strconv.Quote(key) + " is a plural and wants Count"
	case name == "Key" && !anyBegins(key):
		return "no key begins with " + strconv.Quote(key)
	}
	return ""
}

func isKey(call *ast.CallExpr) bool {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name == "Key"
	case *ast.Ident:
		return f.Name == "Key"
	}
	return false
}

func anyBegins(prefix string) bool {
	for _, key := range Keys() {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return false
}

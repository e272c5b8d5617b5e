package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// private are the names by which what a trainee notes for themselves can be
// reached, with the rooms that may use them. No manager's screen, list or
// export is among these.
var private = struct{ names, rooms []string }{
	names: []string{"Settling", "Settlings", "SaveSettling", "Settle", "Unsettle", "ForgetSettlings", "Helped", "Diary", "settlings"},
	rooms: []string{"store", "trainer", "ui/settle", "ui/settings"},
}

// TestSettlingsStayPrivate reads the sources: the notes a trainee makes when
// they settle are used nowhere but where they are made.
func TestSettlingsStayPrivate(t *testing.T) {
	uses := map[string]int{}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../app/")
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && ofTrainer(sel) {
				uses[room]++
				if !slices.Contains(private.rooms, room) {
					t.Errorf("%s uses %s", path, sel.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range private.rooms {
		if uses[room] == 0 {
			t.Errorf("%s uses none of them: is it still called so?", room)
		}
	}
}

// ofTrainer reports whether a selector is one of the private names. The place
// of the screen has one of them too, and is no secret.
func ofTrainer(sel *ast.SelectorExpr) bool {
	if x, ok := sel.X.(*ast.Ident); ok && x.Name == "screen" {
		return false
	}
	return slices.Contains(private.names, sel.Sel.Name)
}

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

// A private thing is one that a trainee keeps for themselves: the names by which
// it can be reached, with the rooms that may use them. No manager's screen, list
// or export is among these.
type private struct{ names, rooms []string }

var (
	settlings = private{
		names: []string{"Settling", "Settlings", "SaveSettling", "Settle", "Unsettle", "ForgetSettlings", "Helped", "Diary", "settlings"},
		rooms: []string{"store", "trainer", "ui/settle", "ui/settings"},
	}
	moments = private{
		names: []string{"Moments", "MomentQuery", "Drawer", "SaveAnswer", "Retire", "Question", "Judged"},
		rooms: []string{"store", "trainer", "ui/moment", "ui/today"},
	}
)

// TestSettlingsStayPrivate reads the sources: the notes a trainee makes when
// they settle are used nowhere but where they are made.
func TestSettlingsStayPrivate(t *testing.T) { settlings.stay(t) }

// TestMomentsStayPrivate: neither do moments leave their trainee.
func TestMomentsStayPrivate(t *testing.T) { moments.stay(t) }

func (p private) stay(t *testing.T) {
	t.Helper()
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
			if sel, ok := n.(*ast.SelectorExpr); ok && p.reach(sel) {
				uses[room]++
				if !slices.Contains(p.rooms, room) {
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
	for _, room := range p.rooms {
		if uses[room] == 0 {
			t.Errorf("%s uses none of them: is it still called so?", room)
		}
	}
}

// reach reports whether a selector is one of the private names. The place of a
// screen has one of them too, and is no secret.
func (p private) reach(sel *ast.SelectorExpr) bool {
	if x, ok := sel.X.(*ast.Ident); ok && x.Name == "screen" {
		return false
	}
	return slices.Contains(p.names, sel.Sel.Name)
}

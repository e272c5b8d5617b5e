package app_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// rooms are the arrows of the house: what each package may import of the
// project's own, and whether it may import other modules at all. A prefix
// ending in / stands for all packages below it.
var rooms = []struct {
	path   string
	may    []string
	others []string // modules it may import; nil: the standard library only
}{
	{"app/script", nil, nil},
	{"app/rubric", nil, nil},
	{"app/call", []string{"app/script", "app/rubric"}, nil},
	{"app/call/calltest", []string{"app/call", "app/script", "app/rubric", "scenarios"}, nil},
	{"app/score", []string{"app/call", "app/script", "app/rubric"}, nil},
	{"app/score/chance", []string{"app/score", "app/call", "app/script", "app/rubric"}, nil},
	{"app/score/plays", []string{"app/score", "app/call", "app/script", "app/rubric"}, nil},
	{"app/solve", []string{"app/score", "app/call", "app/script", "app/rubric"}, nil},
	{"app/solve/proof", []string{"app/solve", "app/score", "app/call", "app/script", "app/rubric"}, nil},
	{"app/coverage", []string{"app/call", "app/script", "app/rubric"}, nil},
	{"app/layered", nil, nil},
	{"app/flowchart", []string{"app/layered", "app/solve", "app/score", "app/call", "app/script", "app/rubric"}, nil},
	{"app/trainer", []string{"app/solve", "app/score", "app/score/plays", "app/call", "app/script", "app/rubric"}, []string{"golang.org/x/crypto"}},
	{"app/export", []string{"app/trainer", "app/solve", "app/score", "app/call", "app/script", "app/rubric"}, []string{"codeberg.org/go-pdf/fpdf"}},
	{"app/store", []string{"app/trainer"}, []string{"gorm.io/", "github.com/glebarez/", "github.com/go-gormigrate/", "github.com/gofrs/flock", "golang.org/x/sys"}},
	{"app/store/killtest", nil, nil},
	{"app/notify", []string{"app/trainer"}, []string{"github.com/gen2brain/beeep"}},
	{"app/ui/", []string{"app/ui", "app/ui/", "app/trainer", "app/export", "app/solve", "app/score", "app/call", "app/rubric", "app/script", "assets", "scenarios"}, []string{"fyne.io/fyne/v2", "golang.org/x/text"}},
	{"scenarios", nil, nil},
	{"assets", nil, nil},
	{"cmd/callscript", []string{"app/script", "app/rubric", "app/call", "app/score", "app/solve", "app/solve/proof", "app/score/chance", "app/score/plays", "app/flowchart", "app/coverage", "scenarios"}, nil},
	{"cmd/storybook", []string{"app/", "assets", "scenarios"}, []string{"fyne.io/fyne/v2"}},
	{"cmd/keepcool", []string{"app/", "assets", "scenarios"}, []string{"fyne.io/fyne/v2", "github.com/adrg/xdg"}},
}

// TestArrows reads the imports of every package and holds the house to its
// arrows (app/DESIGN.md).
func TestArrows(t *testing.T) {
	found := 0
	for path, imports := range list(t) {
		room := -1
		for i, r := range rooms {
			if path == r.path || path+"/" == r.path || strings.HasSuffix(r.path, "/") && strings.HasPrefix(path, r.path) {
				room = i
				break
			}
		}
		if room < 0 {
			t.Errorf("%s is a room that app/arrows_test.go does not know", path)
			continue
		}
		found++
		for _, imp := range imports {
			checkImport(t, path, imp, rooms[room].may, rooms[room].others)
		}
	}
	if found < 12 {
		t.Errorf("only %d packages were read", found)
	}
}

func checkImport(t *testing.T, path, imp string, may, others []string) {
	t.Helper()
	if own, ok := strings.CutPrefix(imp, "keepcool/"); ok {
		if !allowed(own, may) {
			t.Errorf("%s imports %s, against the arrows", path, own)
		}
		return
	}
	if first, _, _ := strings.Cut(imp, "/"); !strings.Contains(first, ".") {
		return // the standard library
	}
	if imp == "fyne.io/fyne/v2/app" && path != "cmd/keepcool" {
		t.Errorf("%s imports fyne/v2/app: only cmd/keepcool may, or it needs cgo and a display", path)
	}
	for _, o := range others {
		if strings.HasPrefix(imp, o) {
			return
		}
	}
	t.Errorf("%s imports %s, which is no library of its", path, imp)
}

func allowed(imp string, may []string) bool {
	for _, m := range may {
		if imp == m || strings.HasSuffix(m, "/") && strings.HasPrefix(imp, m) {
			return true
		}
	}
	return false
}

// TestAuthorsToolIsSmall: the author's tool drags in no window and no database.
func TestAuthorsToolIsSmall(t *testing.T) {
	out, err := goList("-deps", "-f", "{{.ImportPath}}", "keepcool/cmd/callscript")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, p := range strings.Fields(out) {
		if strings.Contains(p, "fyne") || strings.Contains(p, "gorm") || strings.Contains(p, "sqlite") || p == "keepcool/app/trainer" || p == "runtime/cgo" {
			t.Errorf("cmd/callscript depends on %s", p)
		}
	}
}

func list(t *testing.T) map[string][]string {
	t.Helper()
	out, err := goList("-e", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "keepcool/...")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	packages := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		fields := strings.Fields(line)
		path := strings.TrimPrefix(fields[0], "keepcool/")
		if path == "app" {
			continue // this folder holds tests only
		}
		packages[path] = fields[1:]
	}
	return packages
}

func goList(args ...string) (string, error) {
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOPROXY=off")
	var errors strings.Builder
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		return string(out) + errors.String(), err
	}
	return string(out), nil
}

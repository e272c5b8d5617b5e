package saveas

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/store"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

func open(t *testing.T) *stage.Stage {
	t.Helper()
	st, err := store.Open(t.TempDir(), store.Options{})
	check(t, err)
	s, err := stage.New(st, stage.Options{})
	check(t, err)
	t.Cleanup(func() { s.Close(); _ = st.Close() })
	s.Trainee("Ada")
	s.Show(nothing{})
	return s
}

// nothing is a screen with nothing on it.
type nothing struct{ screen.Base }

func (nothing) Content() fyne.CanvasObject { return container.NewStack() }

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func table() File {
	return File{Title: "Export the table", Name: "table.csv", Done: "The table is saved", Write: func(w io.Writer) error {
		_, err := io.WriteString(w, "trainee,score\n")
		return err
	}}
}

func TestAskOffersTheDocuments(t *testing.T) {
	s, folder := open(t), t.TempDir()
	t.Setenv("XDG_DOCUMENTS_DIR", folder)
	table().Ask(s)
	if !s.Shows("table.csv") {
		t.Fatalf("the window says %q", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if body, _ := os.ReadFile(filepath.Join(folder, "table.csv")); string(body) != "trainee,score\n" || !s.Shows("The table is saved") {
		t.Errorf("the file is %q: %s", body, s.Words())
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("%d files are left behind", len(left))
	}
}

// What fails while a file is filled is told as what it is, and leaves none.
func TestContentFails(t *testing.T) {
	s, folder := open(t), t.TempDir()
	f := table()
	f.Write = func(io.Writer) error { return errors.New("the team is not there") }
	f.save(s, filepath.Join(folder, "table.csv"), false)
	if len(s.Failures) != 1 || s.Failures[0].Error() != "the team is not there" {
		t.Errorf("failed with %v", s.Failures)
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("%d files are left behind", len(left))
	}
}

func TestReplacingIsAskedFor(t *testing.T) {
	s := open(t)
	path := filepath.Join(t.TempDir(), "table.csv")
	check(t, os.WriteFile(path, []byte("mine"), 0o600))
	table().save(s, path, false)
	if !s.Shows("Replace the file?") {
		t.Fatal(s.Words())
	}
	s.Press(fyne.KeyEscape)
	if body, _ := os.ReadFile(path); string(body) != "mine" || !s.Shows("Where to") {
		t.Errorf("the file is %q: %s", body, s.Words())
	}
	s.Press(fyne.KeyReturn)
	s.TapText("Replace it")
	if body, _ := os.ReadFile(path); !strings.HasPrefix(string(body), "trainee,") || !s.Shows("The table is saved") {
		t.Errorf("the file is %q", body)
	}
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	s, folder := open(t), t.TempDir()
	table().save(s, filepath.Join(folder, "none", "table.csv"), false)
	if !s.Shows("There is no folder") || !s.Shows("Where to") {
		t.Error(s.Words())
	}
	s.Press(fyne.KeyEscape)
	table().save(s, folder, true)
	if !s.Shows("is a folder") {
		t.Error(s.Words())
	}
	s.Press(fyne.KeyEscape)
	table().ask(s, " ", "")
	s.Press(fyne.KeyReturn)
	if !s.Shows("Write where the file should go.") {
		t.Error(s.Words())
	}
	for err, want := range map[error]string{
		fs.ErrPermission: "may not write", errors.New("odd"): "could not be written",
	} {
		if got := problem("/a/b.csv", err); !strings.Contains(got, want) {
			t.Errorf("%v: %q", err, got)
		}
	}
}

func TestDocumentsAreThoseOfTheDesktop(t *testing.T) {
	at := t.TempDir()
	t.Setenv("HOME", at)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(at, ".config"))
	t.Setenv("XDG_DOCUMENTS_DIR", "")
	want := func(dir string) {
		t.Helper()
		if got := documents(); got != dir {
			t.Errorf("the documents are in %s, want %s", got, dir)
		}
	}
	want(at)
	check(t, os.Mkdir(filepath.Join(at, "Documents"), 0o700))
	want(filepath.Join(at, "Documents"))
	check(t, os.Mkdir(filepath.Join(at, "Dokumen"), 0o700))
	check(t, os.Mkdir(filepath.Join(at, ".config"), 0o700))
	check(t, os.WriteFile(filepath.Join(at, ".config", "user-dirs.dirs"), []byte("# names\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumen\"\n"), 0o600))
	want(filepath.Join(at, "Dokumen"))
	t.Setenv("XDG_DOCUMENTS_DIR", at)
	want(at)
}

func TestPathsAreMadeWhole(t *testing.T) {
	home, folder := filepath.Dir(fullPath("x.csv", ".csv")), t.TempDir()
	for written, want := range map[string]string{
		"":                            "",
		"team":                        filepath.Join(home, "team.csv"),
		" ~/team.csv ":                filepath.Join(home, "team.csv"),
		filepath.Join(folder, "t.v1"): filepath.Join(folder, "t.v1"),
		folder:                        folder,
	} {
		if got := fullPath(written, ".csv"); got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}

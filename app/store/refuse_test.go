package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/glebarez/sqlite"
	"github.com/google/go-cmp/cmp"

	"keepcool/app/trainer"
)

// filesIn reads every file of a folder. The shared memory beside a database
// and a log that is empty hold nothing and are left out.
func filesIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() || strings.HasSuffix(e.Name(), "-shm") {
			continue
		}
		b, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if len(b) > 0 || !strings.HasSuffix(e.Name(), "-wal") {
			all[e.Name()] = string(b)
		}
	}
	return all
}

// database makes a plain SQLite file with some pragmas set and a table, and
// leaves it open when its log is to stay.
func database(t *testing.T, folder string, keepLog bool, statements ...string) {
	t.Helper()
	pool, err := sql.Open(sqlite.DriverName, dsn(filepath.Join(folder, FileName)))
	if err != nil {
		t.Fatal(err)
	}
	pool.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := pool.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if !keepLog {
		if err := pool.Close(); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Cleanup(func() { _ = pool.Close() })
}

func TestRefusedFilesAreLeftAsTheyAre(t *testing.T) {
	write := func(text string) func(*testing.T, string) {
		return func(t *testing.T, folder string) {
			if err := os.WriteFile(filepath.Join(folder, FileName), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	spoil := func(at, length int) func(*testing.T, string) {
		return func(t *testing.T, folder string) {
			golden(t, folder, goldenFile)
			damage(t, filepath.Join(folder, FileName), at, length)
		}
	}
	cases := map[string]struct {
		make func(*testing.T, string)
		code trainer.Code
	}{
		"a newer one": {func(t *testing.T, folder string) {
			opened(t, folder).Close()
			database(t, folder, false, "PRAGMA user_version = 1000")
		}, trainer.StoreNewer},
		"newer in its log only": {func(t *testing.T, folder string) {
			opened(t, folder).Close()
			database(t, folder, true, "PRAGMA user_version = 1000")
		}, trainer.StoreNewer},
		"another program's": {func(t *testing.T, folder string) {
			database(t, folder, false, "PRAGMA application_id = 7", "CREATE TABLE x (y)")
		}, trainer.StoreForeign},
		"nobody's": {func(t *testing.T, folder string) {
			database(t, folder, false, "CREATE TABLE x (y)")
		}, trainer.StoreForeign},
		"a letter":    {write("Dear Sir or Madam, " + strings.Repeat("very ", 1000)), trainer.StoreForeign},
		"a word":      {write("x"), trainer.StoreForeign},
		"zeros":       {write(strings.Repeat("\x00", 8192)), trainer.StoreDamaged},
		"a magic":     {write(string(magic)), trainer.StoreDamaged},
		"cut short":   {spoil(40960, -1), trainer.StoreDamaged},
		"no schema":   {spoil(100, 3996), trainer.StoreDamaged},
		"a lost root": {spoil(4096*4, 4096*8), trainer.StoreDamaged},
		"a folder": {func(t *testing.T, folder string) {
			if err := os.Mkdir(filepath.Join(folder, FileName), 0o700); err != nil {
				t.Fatal(err)
			}
		}, trainer.StoreForeign},
		"a log alone": {func(t *testing.T, folder string) {
			if err := os.WriteFile(filepath.Join(folder, FileName+"-wal"), make([]byte, 5000), 0o600); err != nil {
				t.Fatal(err)
			}
		}, trainer.StoreDamaged},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			c.make(t, folder)
			was := filesIn(t, folder)
			s, err := Open(folder, Options{})
			if err == nil {
				s.Close()
			}
			wants(t, err, c.code)
			if diff := cmp.Diff(was, filesIn(t, folder)); diff != "" {
				t.Errorf("files were changed: %.2000s", diff)
			}
			if c.code != trainer.StoreDamaged {
				_, err := Recover(folder, Options{})
				wants(t, err, c.code)
			}
		})
	}
}

// damage overwrites bytes of a file; a negative length cuts it there.
func damage(t *testing.T, path string, at, length int) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if length < 0 {
		err = f.Truncate(int64(at))
	} else {
		_, err = f.WriteAt([]byte(strings.Repeat("\xa5", length)), int64(at))
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestAnEmptyFileIsNoFile(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, FileName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	person(t, opened(t, folder))
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{file, filepath.Join(file, "below")} {
		_, err := Open(folder, Options{})
		wants(t, err, trainer.StoreReadOnly)
		_, err = Lock(folder)
		wants(t, err, trainer.StoreReadOnly)
	}
	for probe, code := range map[error]trainer.Code{
		syscall.EROFS: trainer.StoreReadOnly, syscall.EACCES: trainer.StoreReadOnly, syscall.EIO: trainer.StoreReadOnly,
		syscall.ENOSPC: trainer.StoreFull, syscall.EDQUOT: trainer.StoreFull,
	} {
		_, err := Open(t.TempDir(), Options{probe: func(string) error { return &os.PathError{Op: "open", Err: probe} }})
		wants(t, err, code)
	}
}

func TestNetworkDrive(t *testing.T) {
	for kind, refused := range map[string]bool{
		"nfs4": true, "cifs": true, "smb3": true, "afs": true, "fuse.sshfs": true,
		"ext4": false, "9p": false, "fuseblk": false, "overlay": false, "": false,
	} {
		folder := filepath.Join(t.TempDir(), "new")
		s, err := Open(folder, Options{drive: func(string) (string, error) { return kind, nil }})
		if refused {
			wants(t, err, trainer.StoreNetwork)
			if _, err := os.Stat(folder); err == nil {
				t.Errorf("%s: a folder was made on it", kind)
			}
			continue
		}
		if err != nil {
			t.Fatal(explain(err))
		}
		s.Close()
	}
	s, err := Open(t.TempDir(), Options{drive: func(string) (string, error) { return "", errors.New("no mounts") }})
	if err != nil {
		t.Fatal(explain(err))
	}
	s.Close()
}

func TestLock(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	release, err := Lock(folder)
	if err != nil {
		t.Fatal(explain(err))
	}
	_, err = Lock(folder)
	wants(t, err, trainer.AlreadyRunning)
	release()
	release, err = Lock(folder)
	if err != nil {
		t.Fatal(explain(err))
	}
	release()
}

// The writing connection is kept from growing the file, which SQLite reports
// as it reports a full disk.
func TestFullDisk(t *testing.T) {
	s := opened(t, t.TempDir())
	a := begun(t, s, trainer.Attempt{Profile: person(t, s).ID})
	if err := s.write.Exec("PRAGMA max_page_count = 60").Error; err != nil {
		t.Fatal(err)
	}
	fillAndGoOn(t, s, a, func() {
		if err := s.write.Exec("PRAGMA max_page_count = 1000000").Error; err != nil {
			t.Fatal(err)
		}
	})
}

// fillAndGoOn appends until the disk is full, and again when it is not.
func fillAndGoOn(t *testing.T, s *Store, a trainer.Attempt, free func()) {
	t.Helper()
	text := strings.Repeat("a long note ", 500)
	seq := 0
	add := func() error {
		r := trainer.Record{Seq: seq + 1, Kind: trainer.RecordNote, Text: text}
		return s.Append(a.ID, []trainer.Record{r}, trainer.Summary{Overall: float64(seq + 1)})
	}
	var err error
	for err == nil && seq < 10000 {
		if err = add(); err == nil {
			seq++
		}
	}
	if seq == 0 {
		t.Fatal("nothing went in")
	}
	wants(t, err, trainer.StoreFull)
	wants(t, add(), trainer.StoreFull)
	for range 2 {
		records, err := s.Records(a.ID)
		if err != nil || len(records) != seq {
			t.Fatalf("%d of %d records, %v", len(records), seq, err)
		}
		if sum, err := s.Summary(a.ID); err != nil || int(sum.Overall) != seq {
			t.Fatalf("the summary is of %v, not %d: %v", sum.Overall, seq, err)
		}
		free()
		if err := add(); err != nil {
			t.Fatal(explain(err))
		}
		seq++
	}
	if err := s.Check(); err != nil {
		t.Fatal(explain(err))
	}
}

func TestDamageMetWhileReading(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	fill(t, s, 40, 20)
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	spoilLeaf(t, filepath.Join(folder, FileName), "records", 3)
	s = opened(t, folder) // a quick look does not see it
	wants(t, s.Check(), trainer.StoreDamaged)
	var met error
	for id := range int64(40) {
		if _, err := s.Records(id + 1); err != nil {
			met = err
		}
	}
	wants(t, met, trainer.StoreDamaged)
	_, err := s.Backup(context.Background())
	wants(t, err, trainer.StoreDamaged)
	if left, _ := filepath.Glob(filepath.Join(folder, backupFolder, "*")); len(left) != 0 {
		t.Errorf("a bad backup stays: %v", left)
	}
}

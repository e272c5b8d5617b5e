package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"keepcool/app/trainer"
)

func TestASecondStartIsRefusedAndHarmsNothing(t *testing.T) {
	o := options{folder: filepath.Join(t.TempDir(), "kept")}
	h, err := openHouse(o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := openHouse(o); !errors.Is(err, &trainer.Error{Code: trainer.AlreadyRunning}) {
		t.Errorf("the second start: %v", err)
	}
	if _, err := h.desk.People(); err != nil {
		t.Errorf("the first one: %v", err)
	}
	h.close()
	h, err = openHouse(o)
	if err != nil {
		t.Fatalf("after it was closed: %v", err)
	}
	h.close()
	if left, _ := filepath.Glob(filepath.Join(o.folder, "logs", "crash-*")); len(left) != 0 {
		t.Errorf("runs that ended well left %q", left)
	}
}

func TestAForeignFileIsRefusedWithASentence(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "keepcool.db")
	if err := os.WriteFile(path, []byte("somebody's shopping list"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := openHouse(options{folder: folder})
	if err == nil || !strings.Contains(sentence(err), path) {
		t.Errorf("told %v", err)
	}
	if text, _ := os.ReadFile(path); string(text) != "somebody's shopping list" {
		t.Error("the file was written to")
	}
}

func TestTheUsersScenariosAreReadAgainOnlyWhenTheyChange(t *testing.T) {
	h, err := openHouse(options{folder: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer h.close()
	if shelf, err := h.reload(); shelf != nil || err != nil {
		t.Fatalf("nothing has changed: %v, %v", shelf, err)
	}
	if err := os.WriteFile(filepath.Join(h.sub("scenarios"), "mine.call"), []byte("version: 1\ntitel: Mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	shelf, err := h.reload()
	if err != nil || shelf == nil {
		t.Fatalf("a new file: %v, %v", shelf, err)
	}
	if last := shelf.Entries[len(shelf.Entries)-1]; last.File != "mine.call" || len(last.Problems) == 0 {
		t.Errorf("the last entry is %q with %d problems", last.File, len(last.Problems))
	}
}

func TestTheClockGoesOnFromNow(t *testing.T) {
	now, err := parseNow("2026-11-24 09:30")
	if err != nil {
		t.Fatal(err)
	}
	if got := newClock(now).Now(); got.Sub(now).Abs() > time.Minute || got.Format("15:04") != "09:30" {
		t.Errorf("the clock says %v", got)
	}
	if _, err := parseNow("half past nine"); err == nil {
		t.Error("took words for a time")
	}
	if newClock(time.Time{}).off != 0 {
		t.Error("an unset clock is off")
	}
}

func TestTheLogIsAFileADayForTwoWeeks(t *testing.T) {
	folder := t.TempDir()
	l, err := newDayLog(folder)
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	l.now = func() time.Time { return day }
	for range 20 {
		if _, err := l.Write([]byte("a line\n")); err != nil {
			t.Fatal(err)
		}
		day = day.AddDate(0, 0, 1)
	}
	_ = l.Close()
	files, _ := filepath.Glob(filepath.Join(folder, "keepcool-*.log"))
	if len(files) != logDays || !strings.HasSuffix(files[len(files)-1], "keepcool-2026-11-20.log") {
		t.Errorf("kept %d files, the last %q", len(files), files[len(files)-1])
	}
}

package main

import (
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

// logDays is how many days of the log are kept.
const logDays = 14

// dayLog writes a log file a day and removes the oldest.
type dayLog struct {
	folder string
	now    func() time.Time

	mu   sync.Mutex
	day  string
	file *os.File
}

func newDayLog(folder string) (*dayLog, error) {
	return &dayLog{folder: folder, now: time.Now}, os.MkdirAll(folder, 0o700)
}

// Write implements io.Writer. A log that cannot be written stops nothing.
func (l *dayLog) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if day := l.now().Format(time.DateOnly); day != l.day {
		l.turn(day)
	}
	if l.file == nil {
		return len(line), nil
	}
	return l.file.Write(line)
}

func (l *dayLog) turn(day string) {
	if l.file != nil {
		_ = l.file.Close()
	}
	l.day = day
	l.file, _ = os.OpenFile(filepath.Join(l.folder, "keepcool-"+day+".log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	old, _ := filepath.Glob(filepath.Join(l.folder, "keepcool-*.log")) // sorted: the oldest first
	for len(old) > logDays {
		_ = os.Remove(old[0])
		old = old[1:]
	}
}

// Close closes the day's file.
func (l *dayLog) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		return nil
	}
	return l.file.Close()
}

// logger writes to the day's file.
func (l *dayLog) logger() *slog.Logger { return slog.New(slog.NewTextHandler(l, nil)) }

// crashFile is where the runtime writes when the program ends in a panic, of
// whatever goroutine. It is removed when it was not needed.
type crashFile struct{ path string }

// watchCrash makes the file and tells the log of one that an earlier run left.
func watchCrash(folder string, log *slog.Logger) crashFile {
	left, _ := filepath.Glob(filepath.Join(folder, "crash-*.txt"))
	for _, path := range left {
		info, err := os.Stat(path)
		switch {
		case err == nil && info.Size() == 0: // that run was killed, or the machine went off
			_ = os.Remove(path)
		case err == nil:
			log.Warn("an earlier run ended in a crash", "file", filepath.Base(path))
			_ = os.Rename(path, strings.TrimSuffix(path, ".txt")+".seen")
		}
	}
	path := filepath.Join(folder, "crash-"+time.Now().UTC().Format("2006-01-02T15-04-05")+".txt")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		log.Warn("a crash could not be written down", "error", err)
		return crashFile{}
	}
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		log.Warn("a crash could not be written down", "error", err)
	}
	_ = f.Close() // the runtime keeps a copy of its own
	return crashFile{path}
}

// close removes the file after a run that ended well.
func (c crashFile) close() {
	if c.path == "" {
		return
	}
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
	if info, err := os.Stat(c.path); err == nil && info.Size() == 0 {
		_ = os.Remove(c.path)
	}
}

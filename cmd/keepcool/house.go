package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"keepcool/app/notify"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui"
	"keepcool/assets"
	"keepcool/scenarios"
)

// backupEvery is how often it is looked whether the day has its backup.
const backupEvery = time.Hour

// engineRest is how long the engine may still work after the window has closed.
const engineRest = time.Second

// house is everything that is open while the program runs.
type house struct {
	folder  string
	release func() // the lock
	store   *store.Store
	desk    *trainer.Desk
	logs    *dayLog
	log     *slog.Logger
	crash   crashFile
	seen    string // the user's own scenarios as they were read last
	stop    func() // stops the engine, ends the backups and waits for the one under way
	engine  background
}

// background is the work that goes on beside the window.
type background struct {
	mu     sync.Mutex
	closed bool // nothing is taken on any more
	work   sync.WaitGroup
}

// take takes work on, unless it is closed.
func (b *background) take(work func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.closed {
		b.work.Go(work)
	}
}

// close takes nothing on any more and waits for what was, but not for long:
// what it does not finish is worked out when the debrief is opened.
func (b *background) close() {
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		b.work.Wait()
	}()
	select {
	case <-ended:
	case <-time.After(engineRest):
	}
}

// openHouse takes the data folder and opens what is in it.
func openHouse(o options) (*house, error) {
	h := &house{folder: o.folder, stop: func() {}}
	if err := h.open(o); err != nil {
		h.close()
		return nil, err
	}
	return h, nil
}

// open opens one thing after another; what it opened before it fails stays
// for close.
func (h *house) open(o options) (err error) {
	if h.release, err = store.Lock(o.folder); err != nil {
		return err
	}
	if h.logs, err = newDayLog(h.sub("logs")); err != nil {
		return err
	}
	h.log = h.logs.logger()
	h.crash = watchCrash(h.sub("logs"), h.log)
	if h.store, err = store.Open(o.folder, store.Options{Log: h.log}); err != nil {
		h.log.Error("the store did not open", "error", err)
		return err
	}
	if err = os.MkdirAll(h.sub("scenarios"), 0o700); err != nil {
		return err
	}
	h.seen = h.fingerprint()
	shelf, err := h.readShelf()
	if err != nil {
		return err
	}
	c := newClock(o.now)
	h.desk = trainer.NewDesk(h.store, c, shelf)
	h.desk.ClockSet = !o.now.IsZero()
	ctx, stop := context.WithCancel(context.Background())
	h.desk.Log, h.desk.Background, h.desk.Open = h.log, h.engine.take, ctx
	ended := make(chan struct{})
	h.stop = func() { stop(); <-ended }
	go func() {
		defer close(ended)
		h.backups(ctx)
	}()
	h.log.Info("open", "version", appVersion, "folder", o.folder, "zone", c.zone.String())
	return nil
}

func (h *house) sub(name string) string { return filepath.Join(h.folder, name) }

// close closes what is open, the lock last.
func (h *house) close() {
	h.stop()
	h.engine.close()
	if h.store != nil {
		if err := h.store.Close(); err != nil {
			h.log.Error("the store did not close", "error", err)
		}
	}
	h.crash.close()
	if h.logs != nil {
		_ = h.logs.Close()
	}
	if h.release != nil {
		h.release()
	}
}

// deps is what the window is handed.
func (h *house) deps() ui.Deps {
	return ui.Deps{
		Desk: h.desk, Notifier: notify.New(appName, assets.IconPNG), Log: h.log,
		Folder: h.folder, Version: appVersion, Reload: h.reload,
		Backup: func() (string, error) { return h.store.Backup(context.Background()) },
	}
}

// backups makes the backup of each day while the program runs.
func (h *house) backups(ctx context.Context) {
	for {
		if err := h.store.BackupDaily(ctx, time.Now()); err != nil && ctx.Err() == nil {
			h.log.Error("the daily backup failed", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(backupEvery):
		}
	}
}

func (h *house) readShelf() (*trainer.Shelf, error) {
	return trainer.OpenShelf(scenarios.FS, os.DirFS(h.sub("scenarios")))
}

// reload reads the user's own scenarios again if one of them has changed.
func (h *house) reload() (*trainer.Shelf, error) {
	now := h.fingerprint()
	if now == h.seen {
		return nil, nil
	}
	shelf, err := h.readShelf()
	if err == nil {
		h.seen = now
	}
	return shelf, err
}

// fingerprint tells the files of the user's folder apart from what they were.
func (h *house) fingerprint() string {
	var b strings.Builder
	files, _ := filepath.Glob(filepath.Join(h.sub("scenarios"), "*.call"))
	for _, f := range files {
		var size int64
		var when time.Time
		if info, err := os.Stat(f); err == nil {
			size, when = info.Size(), info.ModTime()
		}
		fmt.Fprintf(&b, "%s %d %d\n", f, size, when.UnixNano())
	}
	return b.String()
}

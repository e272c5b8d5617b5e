package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	sqlite "github.com/glebarez/go-sqlite"
	"gorm.io/gorm"

	"keepcool/app/trainer"
)

// SQLite's result codes that people are told about, and the extended ones
// that mean something of their own.
const (
	codePerm     = 3
	codeReadOnly = 8
	codeIOErr    = 10
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26

	ioWrite    = codeIOErr | 3<<8
	ioFsync    = codeIOErr | 4<<8
	ioTruncate = codeIOErr | 6<<8
	ioShmSize  = codeIOErr | 19<<8
	ioCorrupt  = codeIOErr | 33<<8
)

// failure makes err a *trainer.Error with a sentence for people; nil stays
// nil, and one that has its sentence keeps it. op is for the log.
func failure(op, path string, err error) error {
	if err == nil {
		return nil
	}
	var done *trainer.Error
	if errors.As(err, &done) {
		return done
	}
	cause := fmt.Errorf("store: %s: %w", op, err)
	var bad *unsound
	var lite *sqlite.Error
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		return missing(cause)
	case errors.As(err, &bad):
		return damaged(path, cause)
	case errors.As(err, &lite):
		return fromSQLite(lite.Code(), path, cause)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return full(path, cause)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return unwritable(path, cause)
	}
	return failed(cause)
}

func fromSQLite(code int, path string, cause error) error {
	switch code {
	case ioWrite, ioFsync, ioTruncate, ioShmSize:
		return full(path, cause)
	case ioCorrupt:
		return damaged(path, cause)
	}
	switch code & 0xff {
	case codeFull:
		return full(path, cause)
	case codeCorrupt, codeNotADB:
		return damaged(path, cause)
	case codeReadOnly, codePerm, codeCantOpen:
		return unwritable(path, cause)
	}
	return failed(cause)
}

func missing(cause error) error {
	return trainer.Fail(trainer.NotFound, cause, "not-found",
		"This is no longer kept here. Go back and choose again.")
}

func outOfSequence(cause error) error {
	return trainer.Fail(trainer.OutOfSequence, cause, "out-of-sequence",
		"This call was continued somewhere else. Nothing was changed; open the call again to go on from where it stands.")
}

func unwritable(path string, cause error) error {
	return trainer.Fail(trainer.StoreReadOnly, cause, "store-read-only",
		"Keepcool cannot write to {{.Path}}. Allow writing there, or start it with --data-dir and a folder of your own.", "Path", path)
}

func networked(path, kind string) error {
	return trainer.Fail(trainer.StoreNetwork, fmt.Errorf("store: %s is on %s", path, kind), "store-network",
		"{{.Path}} is on a network drive, where calls could be lost. Start Keepcool with --data-dir and a folder on this computer.", "Path", path)
}

func newer(path string, has, knows int) error {
	return trainer.Fail(trainer.StoreNewer, fmt.Errorf("store: %s has schema %d, this program knows %d", path, has, knows), "store-newer",
		"{{.Path}} was made by a newer Keepcool. Nothing was changed; install the newer one, or start this one with --data-dir and another folder.", "Path", path)
}

func foreign(path string, cause error) error {
	return trainer.Fail(trainer.StoreForeign, cause, "store-foreign",
		"{{.Path}} belongs to another program. Nothing was changed; move that file away, or start Keepcool with --data-dir and another folder.", "Path", path)
}

func damaged(path string, cause error) error {
	return trainer.Fail(trainer.StoreDamaged, cause, "store-damaged",
		"{{.Path}} is damaged. Nothing was changed; Keepcool can save what can be read into a new file and keep the damaged one beside it.", "Path", path)
}

func full(path string, cause error) error {
	return trainer.Fail(trainer.StoreFull, cause, "store-full",
		"The disk that holds {{.Path}} is full. What you did last is not kept, everything before it is; free some space, then do it again.", "Path", path)
}

func failed(cause error) error {
	return trainer.Fail(trainer.StoreFailed, cause, "store-failed",
		"Keepcool could not keep or read this. Try again; if it happens again, close the program and open it anew. What was kept before is safe.")
}

func running(folder string) error {
	return trainer.Fail(trainer.AlreadyRunning, nil, "already-running",
		"Keepcool is already open with the data folder {{.Path}}. Go on in that window, or close it first.", "Path", folder)
}

// resultCode is SQLite's code for err, 0 when it is not SQLite's.
func resultCode(err error) int {
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		return lite.Code()
	}
	return 0
}

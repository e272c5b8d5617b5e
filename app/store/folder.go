package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/gofrs/flock"

	"keepcool/app/trainer"
)

// lockName is the file that an open Keepcool holds in its data folder.
const lockName = "keepcool.lock"

// Lock takes the data folder for this process and makes the folder when there
// is none. It fails with AlreadyRunning when another process has it. The lock
// goes with the process, however it ends.
func Lock(folder string) (release func(), err error) {
	path := filepath.Join(folder, lockName)
	if err := prepare(folder, Options{}.filled()); err != nil {
		return nil, err
	}
	lock := flock.New(path)
	got, err := lock.TryLock()
	if err != nil {
		return nil, failure("lock", path, err)
	}
	if !got {
		return nil, running(folder)
	}
	return func() { _ = lock.Unlock() }, nil
}

// prepare sees that the data folder is on this machine, exists and can be
// written. A network drive is refused before anything is made on it: the
// write-ahead log needs memory that all its users share.
func prepare(folder string, opts Options) error {
	kind, err := opts.drive(nearest(folder))
	if err != nil {
		opts.Log.Warn("the kind of drive is not known", "folder", folder, "error", err)
	}
	if overNetwork(kind) {
		return networked(folder, kind)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return unusable(folder, err)
	}
	if err := opts.probe(folder); err != nil {
		return unusable(folder, err)
	}
	return nil
}

// unusable is what keeps a folder from being a data folder: a full disk, or
// else that it cannot be written, whatever the system calls it.
func unusable(folder string, err error) error {
	told := failure("prepare", folder, err)
	if errors.Is(told, &trainer.Error{Code: trainer.StoreFull}) {
		return told
	}
	return unwritable(folder, err)
}

// nearest is folder, or the closest folder above it that exists.
func nearest(folder string) string {
	path, err := filepath.Abs(folder)
	if err != nil {
		path = folder
	}
	for {
		real, err := filepath.EvalSymlinks(path)
		if err == nil {
			return real
		}
		if up := filepath.Dir(path); up != path {
			path = up
			continue
		}
		return path
	}
}

// probeName begins the name of the file that tries out a folder.
const probeName = ".keepcool-"

// probe writes a file to folder and removes it.
func probe(folder string) error {
	f, err := os.CreateTemp(folder, probeName+"*")
	if err != nil {
		return err
	}
	_, err = f.WriteString("Keepcool can write here.\n")
	err = errors.Join(err, f.Close())
	if gone := os.Remove(f.Name()); !errors.Is(gone, fs.ErrNotExist) { // another copy may have swept it
		err = errors.Join(err, gone)
	}
	return err
}

// overNetwork reports whether a kind of file system has its files on another
// machine.
func overNetwork(kind string) bool {
	switch strings.ToLower(kind) {
	case "nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncp", "ncpfs", "afs", "coda",
		"ceph", "lustre", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "unc":
		return true
	}
	return false
}

// syncFolder makes sure that names given or taken in folder stay so. Windows
// cannot sync a folder and does not need to.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFile makes sure that what is in path is on the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Names of work in progress end so. What a killed process left is removed.
const unfinished = ".unfinished"

// sweep removes what a killed process left behind unfinished.
func sweep(folder string) {
	for _, dir := range []string{folder, filepath.Join(folder, backupFolder)} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue // there is none yet
		}
		for _, e := range entries {
			if strings.Contains(e.Name(), unfinished) || strings.HasPrefix(e.Name(), probeName) {
				_ = os.Remove(filepath.Join(dir, e.Name()))
			}
		}
	}
}

// removeUnfinished removes a database in the making with its log.
func removeUnfinished(path string) {
	for _, end := range companions {
		_ = os.Remove(path + end)
	}
}

// companions are the endings of a database and of the files SQLite keeps
// beside it.
var companions = []string{"", "-wal", "-shm", "-journal"}

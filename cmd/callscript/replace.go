package main

import (
	"errors"
	"os"
	"path/filepath"
)

// replaceFile writes a file so that at every moment the old or the new content
// stands there whole. The permissions of an older file stay, and a link goes
// on pointing to the file it names.
func replaceFile(path string, content []byte) (err error) {
	mode := os.FileMode(0o644)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if in, err := os.Stat(path); err == nil {
		mode = in.Mode().Perm()
		switch {
		case !in.Mode().IsRegular():
			return errors.New("it is no ordinary file")
		case mode&0o200 == 0:
			return errors.New("it is read-only")
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".callscript-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(content)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// syncFolder makes the new name last. Some systems cannot; the content is safe
// all the same.
func syncFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = folder.Sync()
		folder.Close()
	}
}

package main

import (
	_ "embed" // the starter
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"keepcool/app/script"
)

const newUsage = "new [FILE] [--id ID] [--title TITLE]"

//go:embed starter.call
var starter string

// The lines of the starter that a new scenario has of its own.
const (
	starterTitle = "\ntitle: The lamp in the hall\n"
	starterID    = "\nid: lamp-in-the-hall\n"
)

// writeNew writes a small whole scenario to start from, never over a file.
func writeNew(s streams, args []string) error {
	path, text, err := newScript(args)
	if err != nil {
		return err
	}
	switch err := createFile(path, text); {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s is there already, and stays as it is. Choose another name", path)
	case err != nil:
		return fmt.Errorf("%s could not be written: %w", path, err)
	}
	return printText(s.out, fmt.Sprintf("%[1]s is written: a small scenario that is whole, with comments that say what to change.\n"+
		"  callscript check %[1]s\n  callscript play %[1]s\n  callscript prove %[1]s\n", path))
}

// newScript is the starter with its own id and title, and where it goes.
func newScript(args []string) (path, text string, err error) {
	flags := newFlags("new")
	id := flags.String("id", "", "")
	title := flags.String("title", "", "")
	left, err := parse(flags, args)
	if err != nil {
		return "", "", err
	}
	if len(left) > 0 {
		if path, err = oneFile(left, "write"); err != nil {
			return "", "", err
		}
	}
	text = starter
	if *title != "" {
		if strings.ContainsAny(*title, "\r\n") || strings.TrimSpace(*title) == "" {
			return "", "", usageError{errors.New("a title is one line of text")}
		}
		text = strings.Replace(text, starterTitle, "\ntitle: "+strings.TrimSpace(*title)+"\n", 1)
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	switch {
	case *id != "":
		if text, err = withID(text, *id); err != nil {
			return "", "", err
		}
	case path != "":
		if named, err := withID(text, name); err == nil {
			text = named // a file may have any name, an id may not
		}
	}
	if path == "" {
		path = "lamp-in-the-hall.call"
		if *id != "" {
			path = *id + ".call"
		}
	}
	return path, text, nil
}

// withID gives the starter another id.
func withID(text, id string) (string, error) {
	if strings.ContainsAny(id, "\r\n") {
		return "", usageError{errors.New("an id is one word")}
	}
	named := strings.Replace(text, starterID, "\nid: "+id+"\n", 1)
	if _, found := script.Parse("", []byte(named)); script.Errors(found) {
		return "", usageError{errors.New(strings.TrimSuffix(found[0].Message, "."))}
	}
	return named, nil
}

// createFile writes a file that is not there yet.
func createFile(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(path)
	}
	return err
}

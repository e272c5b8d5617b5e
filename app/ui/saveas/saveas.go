// Package saveas asks where a file should go and writes it there, whole or not
// at all: among the documents unless another place is written, and over no file
// that is there already unless that is asked for.
//
// It may import the screen contract, the controls and the words. It must never
// know what is in a file.
package saveas

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// A File is what can be saved.
type File struct {
	Title, Body string                // of the question where to
	Name        string                // the usual name, with its ending
	Done        string                // what is said when it is saved
	Write       func(io.Writer) error // away from the window
}

// Ask asks where the file should go, and saves it.
func (f File) Ask(h screen.Host) { f.ask(h, filepath.Join(documents(), f.Name), "") }

// fullPath is a written path made whole: ~ is the home, what is not from the
// root is within it, and a name without an ending gets that of the usual name.
func fullPath(written, ending string) string {
	p := strings.TrimSpace(written)
	if p == "" {
		return ""
	}
	if rest, ok := strings.CutPrefix(p, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		p = filepath.Join(home(), rest)
	}
	if !filepath.IsAbs(p) {
		p = filepath.Join(home(), p)
	}
	trailing := os.IsPathSeparator(written[len(strings.TrimRight(written, " "))-1])
	if info, err := os.Stat(p); err == nil && info.IsDir() || trailing {
		return p
	}
	if filepath.Ext(p) == "" {
		p += ending
	}
	return filepath.Clean(p)
}

// write puts a file in its place, whole or not at all. One that is there already
// is replaced only when asked for; else the error is fs.ErrExist.
func write(path string, content func(io.Writer) error, replace bool) (err error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return errFolder
	}
	if _, err := os.Lstat(path); err == nil && !replace {
		return fs.ErrExist
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".keepcool-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	if err = content(f); err != nil {
		err = contentError{err}
	} else {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// contentError is a failure of what fills a file, and not of its place. Where it
// is one of the disk all the same, its cause tells.
type contentError struct{ cause error }

func (e contentError) Error() string { return e.cause.Error() }
func (e contentError) Unwrap() error { return e.cause }

var errFolder = errors.New("the path is that of a folder")

// problem is an error of write as a sentence.
func problem(path string, err error) string {
	where := map[string]any{"Path": filepath.Dir(path)}
	switch {
	case errors.Is(err, errFolder):
		return locale.Text("save.folder", map[string]any{"Path": path})
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return locale.Text("save.no-folder", where)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return locale.Text("save.denied", where)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return locale.Text("save.full")
	}
	return locale.Text("save.failed")
}

func (f File) ask(h screen.Host, path, wrong string) {
	field := widget.NewField(locale.Text("save.path"), "").Limit(4096)
	field.SetText(path)
	field.SetError(wrong)
	widget.Ask{
		Title: f.Title, Body: f.Body, Content: field,
		Yes: locale.Text("save.save"), No: locale.Text("save.cancel"),
		Valid: func() string {
			if strings.TrimSpace(field.Text()) == "" {
				return locale.Text("save.empty")
			}
			return ""
		},
		OnYes: func() { f.save(h, fullPath(field.Text(), filepath.Ext(f.Name)), false) },
	}.Show(h.Canvas())
}

// save writes the file as it stands now, and tells where it is.
func (f File) save(h screen.Host, path string, replace bool) {
	var failed error
	h.Go(func() error {
		failed = write(path, f.Write, replace)
		return nil
	}, func(error) {
		var content contentError
		switch {
		case errors.Is(failed, fs.ErrExist):
			f.askReplace(h, path)
		case errors.As(failed, &content) && !ofTheDisk(failed):
			h.Fail(content.cause)
		case failed != nil:
			f.ask(h, path, problem(path, failed))
		default:
			widget.Tell(h.Canvas(), f.Done, path, locale.Text("widget.ok"), nil)
		}
	})
}

// ofTheDisk reports whether another place may help.
func ofTheDisk(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EIO)
}

func (f File) askReplace(h screen.Host, path string) {
	widget.Ask{
		Title: locale.Text("save.exists"), Body: locale.Text("save.exists.body", map[string]any{"Path": path}),
		Yes: locale.Text("save.replace"), No: locale.Text("save.keep"), Danger: true,
		OnYes: func() { f.save(h, path, true) },
		OnNo:  func() { f.ask(h, path, "") },
	}.Show(h.Canvas())
}

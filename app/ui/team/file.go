package team

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"keepcool/app/export"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/widget"
)

// usualPath is where the table goes unless another place is written: among the
// documents, by the day.
func usualPath(now time.Time) string {
	return filepath.Join(documents(), "keepcool-team-"+now.Format("2006-01-02")+".csv")
}

// fullPath is a written path made whole: ~ is the home, what is not from the
// root is within it, and a name without an ending gets one.
func fullPath(written string) string {
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
		p += ".csv"
	}
	return filepath.Clean(p)
}

// write puts the table into a file, whole or not at all. A file that is there
// already is replaced only when asked for; else the error is fs.ErrExist.
func write(path string, rows []trainer.TeamRow, replace bool) (err error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return errFolder
	}
	if _, err := os.Lstat(path); err == nil && !replace {
		return fs.ErrExist
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".keepcool-team-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	err = export.Team(f, rows)
	if err == nil {
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

var errFolder = errors.New("the path is that of a folder")

// problem is an error of write as a sentence.
func problem(path string, err error) string {
	where := map[string]any{"Path": filepath.Dir(path)}
	switch {
	case errors.Is(err, errFolder):
		return locale.Text("team.export.folder", map[string]any{"Path": path})
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return locale.Text("team.export.no-folder", where)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return locale.Text("team.export.denied", where)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return locale.Text("team.export.full")
	}
	return locale.Text("team.export.failed")
}

// export asks where the table should go.
func (s *Screen) export() { s.askPath(usualPath(s.host.Now()), "") }

func (s *Screen) askPath(path, wrong string) {
	field := widget.NewField(locale.Text("team.export.path"), "").Limit(4096)
	field.SetText(path)
	field.SetError(wrong)
	widget.Ask{
		Title: locale.Text("team.export.title"), Body: locale.Text("team.export.body"), Content: field,
		Yes: locale.Text("team.export.save"), No: locale.Text("team.export.cancel"),
		Valid: func() string {
			if strings.TrimSpace(field.Text()) == "" {
				return locale.Text("team.export.empty")
			}
			return ""
		},
		OnYes: func() { s.save(fullPath(field.Text()), false) },
	}.Show(s.host.Canvas())
}

// save writes the table as it stands now, and tells where it is.
func (s *Screen) save(path string, replace bool) {
	var failed error
	s.host.Go(func() error {
		rows, err := s.host.Desk().Team()
		if err != nil {
			return err
		}
		failed = write(path, rows, replace)
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			s.host.Fail(err)
		case errors.Is(failed, fs.ErrExist):
			s.askReplace(path)
		case failed != nil:
			s.askPath(path, problem(path, failed))
		default:
			widget.Tell(s.host.Canvas(), locale.Text("team.export.done"), path, locale.Text("widget.ok"), nil)
		}
	})
}

func (s *Screen) askReplace(path string) {
	widget.Ask{
		Title: locale.Text("team.export.exists"), Body: locale.Text("team.export.exists.body", map[string]any{"Path": path}),
		Yes: locale.Text("team.export.replace"), No: locale.Text("team.export.keep"), Danger: true,
		OnYes: func() { s.save(path, true) },
		OnNo:  func() { s.askPath(path, "") },
	}.Show(s.host.Canvas())
}

package saveas

import (
	"os"
	"path/filepath"
	"strings"
)

// home is the user's own folder; without one, the folder one is in.
func home() string {
	if dir, err := os.UserHomeDir(); err == nil {
		return dir
	}
	dir, _ := os.Getwd() // "" then, and paths are taken from where one is
	return dir
}

// documents is the folder of the user's documents, by whatever name: as the
// desktop keeps it, or Documents; the home where there is none.
func documents() string {
	for _, dir := range []string{os.Getenv("XDG_DOCUMENTS_DIR"), keptDocuments(), filepath.Join(home(), "Documents")} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return home()
}

// keptDocuments reads the file in which a desktop keeps the names of the usual
// folders, in lines such as XDG_DOCUMENTS_DIR="$HOME/Dokumen".
func keptDocuments() string {
	config, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	text, err := os.ReadFile(filepath.Join(config, "user-dirs.dirs"))
	if err != nil {
		return ""
	}
	for _, line := range strings.Split(string(text), "\n") {
		if value, ok := strings.CutPrefix(strings.TrimSpace(line), "XDG_DOCUMENTS_DIR="); ok {
			return strings.Replace(strings.Trim(value, `"`), "$HOME", home(), 1)
		}
	}
	return ""
}

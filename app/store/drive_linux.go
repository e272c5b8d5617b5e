package store

import (
	"io"
	"os"
	"path/filepath"
	"strings"
)

// drive is the kind of file system that folder, which exists, lies on.
func drive(folder string) (string, error) {
	f, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		return "", err
	}
	return mountedOn(string(text), folder), nil
}

// mountedOn finds the kind of the file system that holds path in the text of
// a mountinfo file: the deepest mount point above it, and of those the last,
// which hides the ones before it. A line reads
//
//	36 35 98:0 /root /mount/point options [more ...] - kind source options
func mountedOn(mountinfo, path string) string {
	kind, depth := "", -1
	for line := range strings.Lines(mountinfo) {
		before, after, ok := strings.Cut(line, " - ")
		fields, tail := strings.Fields(before), strings.Fields(after)
		if !ok || len(fields) < 5 || len(tail) == 0 {
			continue
		}
		point := unescapeMount.Replace(fields[4])
		rel, err := filepath.Rel(point, path)
		if err != nil || rel == ".." || strings.HasPrefix(rel, "../") {
			continue
		}
		if len(point) >= depth {
			kind, depth = tail[0], len(point)
		}
	}
	return kind
}

// unescapeMount undoes the kernel's way of writing spaces in mount points.
var unescapeMount = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)

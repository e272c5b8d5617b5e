//go:build !linux

package store

import "strings"

// drive tells a network drive by its name where the system writes one as
// \\machine\share; other kinds of drive are not told apart.
func drive(folder string) (string, error) {
	if strings.HasPrefix(folder, `\\`) {
		return "unc", nil
	}
	return "", nil
}

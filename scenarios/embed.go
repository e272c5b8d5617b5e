// Package scenarios holds what a trainer may change without knowing Go: the
// rubric, its weights, the teachings it cites, the shipped call scripts and
// the plays beside them. It imports nothing of the program and knows no meaning
// of its files; they are read by app/rubric, app/script and app/score/plays.
package scenarios

import "embed"

// FS holds the files, each under its plain name.
//
//go:embed *.json *.call *.plays
var FS embed.FS

// Package scenarios holds what a trainer may change without knowing Go: the
// rubric, its weights, the teachings it cites, and the shipped call scripts.
// It imports nothing of the program and knows no meaning of its files; they
// are read by app/rubric and app/script.
package scenarios

import "embed"

// FS holds the files, each under its plain name.
//
//go:embed *.json *.call
var FS embed.FS

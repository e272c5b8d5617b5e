// Package wrapup is the screen after a call: what the trainee writes down while
// it is fresh. The promise stands there as it was made; nothing of it can be
// added afterwards.
//
// It may import Fyne, the screen's contract, trainer and the window's own
// parts. It must never know another screen, a store or how a call is scored.
package wrapup

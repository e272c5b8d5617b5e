// Package moment is the screen on which costly replies come back: one moment
// after another of the trainee's own calls, each to be given anew, with what
// came of it and when it comes again.
//
// It may import Fyne, the screen's contract, trainer and the window's own
// parts. It must never know another screen, a store, or when a moment is due.
package moment

// Package clientfile is the screen before a call: the papers to read, in the
// trainee's own time, and the phone that rings when they say so.
//
// It may import Fyne, the screen's contract, trainer and the window's own
// parts. It must never know another screen, a store or how a call is scored.
package clientfile

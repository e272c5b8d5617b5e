// Package callroom is the screen of a call: the caller's voice and words, the
// trainee's notes, and what can be said or done next.
//
// What the clock or the hand decides is judged here, once, and handed to the
// play as a word; what is shown is only ever what the play has kept.
//
// It may import Fyne, the screen's contract, trainer with the words of a call,
// and the window's own parts. It must never know another screen, a store or how
// a call is scored.
package callroom

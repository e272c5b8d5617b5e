// Package settle is the screen for oneself before a call, and after a hard one:
// twenty seconds on one page, or in full. What is noted here belongs to the
// trainee alone.
//
// It may import Fyne, the screen's contract, trainer and the window's own
// parts. It must never know another screen, a store, an attempt's record or a
// score.
package settle

// Package chance plays a case many times by drawing its moves, and tells what
// was visited and how the scores spread.
//
// What is drawn: in a call, each of the replies open there and, where it is
// wanted and was not made yet, the read-back, all equally often; after the
// first call, the promise kept, late or missed, and the call inside the house
// while it can be made, equally often. Replies are in time, promises good,
// read-backs complete: the lesser words and timings are faults only, and would
// hide what the replies themselves are worth. Hold, breathe and hang up are
// never drawn; they only spend patience or give up.
//
// It is pure: it may import score, call, rubric, script and the standard
// library, and must never know a clock, a file or a window. The same seed
// gives the same plays on any system.
package chance

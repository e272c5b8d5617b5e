// Package call is the rules of a call (DESIGN section 3): it compiles a
// scenario to a case, and steps a state of that case by a move.
//
// It is pure: it may import script, rubric and the standard library, and must
// never know a clock, a file, a window, a database or the points of a move.
// What a clock or a hand decides arrives in the move as a word.
package call

// Rules is the number of these rules. It goes up whenever the same moves could
// lead to another state; attempts of an older number are never replayed.
const Rules = 1

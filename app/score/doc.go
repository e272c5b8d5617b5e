// Package score turns the moves of an attempt into a scorecard with its
// evidence (DESIGN section 4): points on four keys, the overall, the verdict
// and the rule that decided.
//
// It is pure: it may import call, rubric and script, and is handed the best
// reachable as plain numbers. It must never know the engine that found them,
// a clock, a file or a window.
package score

// Package solve is the engine that looks ahead: from a case and its points it
// computes the exact best reachable of every key, the best line, the better
// reply and what each move cost (DESIGN sections 3, 4 and 6).
//
// It is pure: it may import score, call, rubric and script. It must never
// know a clock, a file or a window.
package solve

// Package solve is the engine that looks ahead: from a case and its points it
// computes the exact best reachable of every key, the best line, the better
// reply, what each move cost, how a call stands among all possible ones, and the
// worst point that can still be turned round (DESIGN sections 3, 4 and 6).
//
// Hold and breathe spend patience, change no mood and earn nothing, and no
// condition reads patience. So whoever has more patience can do all that
// whoever has less can, and then hold until the caller hangs up, which gains
// exactly nothing. The search therefore follows only what leads forward and
// takes zero, by holding out, where all of that is worse; this is exact, and
// tests compare it with plain enumeration over every move.
//
// It lays out what can be reached as a graph in layers (search.go, graph.go)
// and reads the figures backward from that (bounds.go, line.go, spread.go);
// DESIGN.md beside it tells how and why.
//
// It is pure: it may import score, call, rubric and script. It must never
// know a clock, a file or a window. Workers inside a computation share its
// work; what they find does not depend on how many they are.
package solve

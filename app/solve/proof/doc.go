// Package proof holds what is demanded of a scenario before trainees are
// measured by it, and proves or refutes each demand for a setting (DESIGN
// section 6): everything written can be reached, every key is at stake and can
// be failed and won, players who choose by looks fail, no reply is a straw
// man, what is hidden can be found and missed, and the text can be read.
//
// It lays out all states of the case as a graph, breadth first, so that every
// finding comes with the shortest list of moves that shows it, and then reads
// everything else from that graph. A search that would need more states than
// its budget leaves its demands undecided: they are never taken for proven.
// What Compile refuses needs no proof here: a cycle that costs nothing, a beat
// whose replies may all be closed, evidence that does not occur.
//
// It is pure: it may import solve, score, call, rubric and script. It must
// never know a clock, a file or a window.
package proof

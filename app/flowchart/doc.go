// Package flowchart draws a case as one SVG picture for its author: beats as
// boxes with what the caller says, replies as labelled edges, conditions,
// endings, where the caller can hang up, and the best call.
//
// It may import layered, solve, call, rubric, script and the standard library,
// and must never know a file, a window, a clock or a profile. The same case
// always gives the same picture.
//
// No viewer's font is known here: widths are reckoned by a wide one, so that
// texts end before their boxes do. What a colour says is also said by a shape,
// a line's weight or a word.
package flowchart

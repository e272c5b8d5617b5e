// Package chart draws numbers: a curve over the moves of a call, and two over
// one another; a dial for one score, a line with marks, bars for a few, columns
// for the four keys, a trend over many, and a heat map of rows and columns; by
// how much something changed. Scores have the colours of a score and changes
// those of a change, always with the number printed. Whoever shows a chart says
// in words beside it what it tells.
//
// It may import Fyne, the theme and the controls. It must never know what the
// numbers mean.
package chart

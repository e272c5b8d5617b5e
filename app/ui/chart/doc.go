// Package chart draws numbers: a curve over the moves of a call, a dial for one
// score, and a trend over many. Whoever shows a chart says in words beside it what it tells.
//
// It may import Fyne and the theme. It must never know what the numbers mean.
package chart

// Package chart draws numbers: a curve over the moves of a call and a dial for
// one score. Whoever shows a chart says in words beside it what it tells.
//
// It may import Fyne and the theme. It must never know what the numbers mean.
package chart

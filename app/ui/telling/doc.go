// Package telling is how a call that was played is told of: who may read it,
// its moves with what was said, earned and lost in each, and the words for all
// of it. Every screen about a played call says these things in the same way.
//
// It may import trainer and the rules below it, the screen contract, the
// controls and the words. It must never know a screen, and it works nothing out
// itself: figures are those of the scorecard and of the engine.
package telling

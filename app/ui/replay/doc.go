// Package replay is the screen on which a played call is stepped through like a
// game of chess: forwards and back, move by move, with what stood open at each,
// what was chosen, what it earned and cost and how the caller was after it. From
// any move another way can be tried out, in a copy: nothing of that is kept.
//
// It may import trainer and the rules below it, the screen contract, the
// controls and how a call is told. It must never know another screen or a store,
// and it works nothing out itself: figures are those of the scorecard and of the
// engine.
package replay

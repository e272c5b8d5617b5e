// Package debrief is the screen after a call: what worked, what to work on,
// the four keys with the rule that decided, and every move with its evidence.
// It says in words what the scorecard and the engine say in numbers, the
// comforting part first.
//
// It may import trainer and the rules below it, the screen contract, the
// controls and the words. It must never know another screen or a store, and it
// works nothing out itself: figures are those of the scorecard.
package debrief

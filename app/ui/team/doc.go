// Package team is the managers' table: every trainee in every scenario with the
// last and the best assessed call, the way down to each debrief, and the table
// as a file.
//
// It may import trainer, export, the screen contract, the controls and the
// words. It must never know another screen or a store, and it shows nothing of
// practice.
package team

// Package stage is a screen's host without a desktop: a window of Fyne's test
// driver, a real desk over a store it is handed, work that runs in place and a
// clock that is turned by hand. Tests play screens on it and the storybook
// draws them from it.
//
// It may import trainer, the shipped scenarios, the window's own parts and
// Fyne's test driver. It must never know a store or a single screen. What it
// cannot set up, it panics about: it is no part of the program.
package stage

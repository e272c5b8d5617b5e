// Package stage is a screen's host without a desktop: a window of Fyne's test
// driver, a real desk over a store it is handed, work that runs in place and a
// clock that is turned by hand. Tests play screens on it and the storybook
// draws them from it.
//
// It may import trainer, the shipped scenarios and the window's own parts. It
// must never know a store, a single screen or Fyne's test driver, which comes
// by package offscreen: screens import stage for their stories, and the program
// imports the screens. What it cannot set up, it panics about.
package stage

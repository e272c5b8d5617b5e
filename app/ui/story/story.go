// Package story says what a story is: one state of a screen or of a control, built from made-up
// content, so that it can be drawn and looked at without playing the program up to that point.
//
// It may import the fyne root package only. It must never know which screens there are: the
// storybook collects the stories, each screen package merely offers its own.
package story

import "fyne.io/fyne/v2"

// Story is one drawable state. Name is unique over the storybook and made of lower-case words
// joined by hyphens, the screen first ("today-empty", "call-cutting-in"); it becomes the file name.
type Story struct {
	Name  string
	Build func() fyne.CanvasObject
	// Then, when given, brings the built screen into its state once it is on a window: it puts the
	// focus somewhere or opens a sheet.
	Then func(fyne.Canvas)
}

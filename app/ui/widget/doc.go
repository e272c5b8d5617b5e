// Package widget is the box of controls every screen is built from. It mends what Fyne's own
// controls leave open: buttons here answer Enter as well as Space and show where the focus is,
// sheets answer Escape, keep the focus inside and give it back, text knows its height for a width
// in one pass, and the words of a conversation can be picked with the mouse and with the keys.
//
// A control that does not need a key hands it on to the window (BubbleKey, BubbleRune), so that the
// keys of a screen work whatever has the focus.
//
// It may import Fyne (never fyne/v2/app), the theme, the locale and the assets. It must never know
// a screen or anything of the trainer: what it shows is given to it as plain text and numbers.
package widget

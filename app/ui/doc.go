// Package ui is the window: the shell around the screens, the ways between
// them, the keys that work everywhere, what runs in the background, and the
// bell that tells of promises.
//
// It may import trainer, Fyne (never fyne/v2/app), the screens and the
// window's own parts. It must never know a store, gorm or the desktop's
// notifications: it is handed what it needs.
package ui

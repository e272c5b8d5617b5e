package main

import "fyne.io/fyne/v2"

// What the program says of itself. FyneApp.toml tells the packaging tools the
// same; a plain go build never reads that file, so a test holds the two equal.
const (
	appID      = "app.keepcool.trainer"
	appName    = "Keepcool"
	appVersion = "0.1.0"
	appBuild   = 1
)

// metadata is what the program tells Fyne before it makes its first window.
func metadata() fyne.AppMetadata {
	return fyne.AppMetadata{ID: appID, Name: appName, Version: appVersion, Build: appBuild}
}

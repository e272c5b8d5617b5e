// Package offscreen brings Fyne's test driver to a stage: whoever plays or
// draws screens imports it for what it does at the start. It stands by itself
// so that a screen may offer stories set on a stage without the program taking
// the test driver along.
//
// It may import Fyne's test package and the stage. It must never be imported
// by the program.
package offscreen

import (
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui/stage"
)

func init() { stage.RendererOf = test.WidgetRenderer }

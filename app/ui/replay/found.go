package replay

import (
	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// found is what has come up so far, and what of it is settled. What never came
// up by then is not told.
type found struct {
	column *fyne.Container
	none   *widget.Text
	rows   []*fyne.Container
	tags   []*widget.Tag
}

func newFound(r *telling.Reading) *found {
	f := &found{none: widget.Caption(locale.Text("replay.found.none"))}
	f.column = widget.VStack(theme.GapXS, widget.Caption(locale.Text("replay.found")).Bold(), f.none)
	for _, c := range r.Case.Scenario.Concerns {
		tag := widget.NewTag(locale.Text("replay.found.settled"), widget.GoodTone)
		row := widget.HStack(theme.GapS, widget.Grow(widget.Body(c.Text)), tag)
		f.rows, f.tags = append(f.rows, row), append(f.tags, tag)
		f.column.Add(row)
	}
	return f
}

func (f *found) show(after call.State) {
	none := true
	for k, row := range f.rows {
		settled := after.Has(call.Settled(k))
		row.Hidden, f.tags[k].Hidden = !settled && !after.Has(call.Found(k)), !settled
		none = none && row.Hidden
	}
	f.none.Hidden = !none
}

package callroom

import (
	"keepcool/app/call"
	"keepcool/app/ui/locale"
)

// ending is what has become of the call, and a word for the quiet after it.
func (r *Room) ending() (title, why string) {
	title, why = r.parting()
	if r.inHouse() {
		why = locale.Text("callroom.end.inside.why", map[string]any{"Name": r.play.Scenario().Caller.Name})
	}
	return title, why
}

func (r *Room) parting() (title, why string) {
	switch r.end {
	case call.CallCut:
		return locale.Text("callroom.end.cut", r.named()), locale.Text("callroom.end.cut.why")
	case call.CallDropped:
		return locale.Text("callroom.end.dropped"), locale.Text("callroom.end.dropped.why")
	}
	return locale.Text("callroom.end", r.named()), locale.Text("callroom.end.why")
}

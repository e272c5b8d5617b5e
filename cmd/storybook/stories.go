package main

import (
	"os"
	"slices"

	"fyne.io/fyne/v2"

	"keepcool/app/store"
	"keepcool/app/ui"
	"keepcool/app/ui/callroom"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/clientfile"
	"keepcool/app/ui/compare"
	"keepcool/app/ui/debrief"
	"keepcool/app/ui/firstcall"
	"keepcool/app/ui/library"
	"keepcool/app/ui/moment"
	"keepcool/app/ui/progress"
	"keepcool/app/ui/replay"
	"keepcool/app/ui/settings"
	"keepcool/app/ui/settle"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/app/ui/story"
	"keepcool/app/ui/team"
	"keepcool/app/ui/today"
	"keepcool/app/ui/welcome"
	"keepcool/app/ui/widget"
	"keepcool/app/ui/wrapup"
)

// stories collects the stories of the controls and of every screen.
func stories(open func() *stage.Stage) []story.Story {
	var all []story.Story
	for _, offered := range [][]story.Story{
		widget.Stories(),
		chart.Stories(),
		ui.Stories(open),
		welcome.Stories(open),
		clientfile.Stories(open),
		settle.Stories(open),
		callroom.Stories(open),
		firstcall.Stories(open),
		wrapup.Stories(open),
		team.Stories(open),
		debrief.Stories(open),
		moment.Stories(open),
		compare.Stories(open),
		replay.Stories(open),
		today.Stories(open),
		library.Stories(open),
		progress.Stories(open),
		settings.Stories(open),
	} {
		all = append(all, offered...)
	}
	return all
}

// A shop opens stages, each over a store of its own in a folder that goes at
// the end.
type shop struct {
	folder string
	stores []*store.Store
	stages []*stage.Stage
}

func newShop() (*shop, error) {
	folder, err := os.MkdirTemp("", "keepcool-storybook-")
	return &shop{folder: folder}, err
}

// open sets up a stage with nobody at the desk.
func (s *shop) open() *stage.Stage {
	folder, err := os.MkdirTemp(s.folder, "")
	if err != nil {
		panic(err)
	}
	st, err := store.Open(folder, store.Options{})
	if err != nil {
		panic(err)
	}
	set, err := stage.New(st, stage.Options{})
	if err != nil {
		panic(err)
	}
	s.stores, s.stages = append(s.stores, st), append(s.stages, set)
	return set
}

// clear puts away what a story was set on, with the windows it opened: each
// would be drawn again at every change of the look. The driver keeps its first.
func (s *shop) clear() {
	for i, st := range s.stores {
		s.stages[i].Clear()
		_ = st.Close()
	}
	s.stores, s.stages = nil, nil
	windows := slices.Clone(fyne.CurrentApp().Driver().AllWindows())
	for _, w := range windows[min(1, len(windows)):] {
		w.Close()
	}
}

// close puts everything away.
func (s *shop) close() {
	s.clear()
	_ = os.RemoveAll(s.folder)
}

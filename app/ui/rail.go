package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
	"keepcool/assets"
)

// railWidth is how wide the rail is at the usual text size.
const railWidth = 104

// A stop is a place of the rail.
type stop struct {
	place screen.Place
	name  string
	icon  fyne.Resource
}

// rail is the way between the places, at the left of the window. It goes away
// in a call, and on Welcome.
type rail struct {
	shell *Shell
	stops []stop
	tiles []*widget.Tile
	body  *fyne.Container
	box   *fyne.Container
}

func newRail(s *Shell) *rail {
	r := &rail{shell: s, body: widget.VStack(theme.GapS)}
	edge := widget.Divider()
	r.box = container.NewStack(widget.Frame(nil, nil, nil, edge, widget.Width(railWidth, widget.Scroll(widget.InsetXY(theme.GapS, theme.GapM, r.body)))))
	r.box.Hide()
	return r
}

// fill lists the places that are open to the person at the desk.
func (r *rail) fill() {
	r.stops = []stop{
		{screen.Today, locale.Text("shell.today"), widget.IconToday},
		{screen.Library, locale.Text("shell.library"), widget.IconBook},
		{screen.Progress, locale.Text("shell.progress"), widget.IconStar},
	}
	if r.shell.who.Role == trainer.Manager {
		r.stops = append(r.stops, stop{screen.Team, locale.Text("shell.team"), widget.IconTeam})
	}
	r.stops = append(r.stops, stop{screen.Settings, locale.Text("shell.settings"), widget.IconSettings})
	r.tiles = nil
	r.body.Objects = []fyne.CanvasObject{mark()}
	for _, st := range r.stops {
		t := tile(st.icon, st.name, func() { r.shell.Open(screen.Route{Place: st.place}) })
		r.tiles = append(r.tiles, t)
		r.body.Add(t)
	}
	r.body.Add(widget.Spacer())
	r.body.Add(tile(widget.IconInfo, locale.Text("help.open"), r.shell.showHelp))
	r.body.Add(widget.Caption(r.shell.who.Name).Align(fyne.TextAlignCenter).OneLine())
	r.body.Add(tile(widget.IconPerson, locale.Text("shell.leave"), r.shell.Leave))
	r.follow()
}

func mark() fyne.CanvasObject {
	image := canvas.NewImageFromResource(fyne.NewStaticResource("keepcool.png", assets.IconPNG))
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(40))
	return widget.InsetXY(theme.GapNil, theme.GapS, container.NewCenter(image))
}

func tile(icon fyne.Resource, name string, tapped func()) *widget.Tile {
	return widget.NewTile(name, widget.InsetXY(theme.GapXS, theme.GapS, widget.VStack(theme.GapXS,
		container.NewCenter(widget.NewIcon(icon, theme.CalmText, theme.TextHeading)),
		widget.Caption(name).Align(fyne.TextAlignCenter).OneLine(),
	)), tapped)
}

// follow marks the place the window is at and hides the rail where nothing
// may lead away.
func (r *rail) follow() {
	s := r.shell
	r.box.Hidden = s.who.ID == 0 || s.inCall() || s.at(screen.Welcome)
	for i, t := range r.tiles {
		t.SetChosen(len(s.stack) > 0 && s.stack[0].route.Place == r.stops[i].place)
	}
}

// open goes to the n-th place of the rail.
func (r *rail) open(n int) {
	if r.box.Hidden || n >= len(r.stops) || widget.SheetOpen(r.shell.Canvas()) {
		return
	}
	r.shell.Open(screen.Route{Place: r.stops[n].place})
}

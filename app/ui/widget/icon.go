package widget

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
	"keepcool/assets"
)

// The drawings of the program. As a fyne.Resource each takes the colour of text; NewIcon shows it
// in any colour of the theme.
var (
	IconPhone    = drawing("phone")
	IconHangUp   = drawing("hang-up")
	IconRing     = drawing("ring")
	IconClock    = drawing("clock")
	IconNote     = drawing("note")
	IconFile     = drawing("file")
	IconBook     = drawing("book")
	IconToday    = drawing("today")
	IconPromise  = drawing("promise")
	IconTeam     = drawing("team")
	IconSettings = drawing("settings")
	IconPause    = drawing("pause")
	IconBreath   = drawing("breath")
	IconReadBack = drawing("read-back")
	IconCheck    = drawing("check")
	IconCross    = drawing("cross")
	IconKey      = drawing("key")
	IconPerson   = drawing("person")
	IconSearch   = drawing("search")
	IconArrow    = drawing("arrow")
	IconBack     = drawing("back")
	IconStar     = drawing("star")
	IconInfo     = drawing("info")
	IconWarning  = drawing("warning")
	IconExport   = drawing("export")
	IconUp       = drawing("up")
	IconDown     = drawing("down")
	IconEdit     = drawing("edit")
	IconLock     = drawing("lock")
	IconPlay     = drawing("play")
	IconAgain    = drawing("again")
	IconLarger   = drawing("larger")
	IconMute     = drawing("mute")
	IconBall     = drawing("ball")
	IconCompare  = drawing("compare")
)

// strokes is a drawing made of strokes. Fyne can recolour fills only, so the colour is written
// into the drawing here; the name carries it too, because Fyne keeps pictures by name.
type strokes struct {
	name string
	svg  string
}

var _ fyne.ThemedResource = strokes{}

func drawing(name string) fyne.Resource {
	svg := assets.Icon(name)
	if svg == nil {
		panic("widget: no drawing called " + name)
	}
	return strokes{name, string(svg)}
}

// Name implements fyne.Resource.
func (s strokes) Name() string { return s.in(theme.Color(colorForeground)).Name() }

// Content implements fyne.Resource.
func (s strokes) Content() []byte { return s.in(theme.Color(colorForeground)).Content() }

// ThemeColorName implements fyne.ThemedResource.
func (s strokes) ThemeColorName() fyne.ThemeColorName { return colorForeground }

func (s strokes) in(c color.Color) fyne.Resource {
	v := color.NRGBAModel.Convert(c).(color.NRGBA)
	hex := fmt.Sprintf("#%02x%02x%02x", v.R, v.G, v.B)
	return fyne.NewStaticResource(s.name+hex+".svg", []byte(strings.ReplaceAll(s.svg, "currentColor", hex)))
}

// inColour gives a resource in a colour of the theme, where it can be recoloured.
func inColour(res fyne.Resource, tint fyne.ThemeColorName) fyne.Resource {
	if s, ours := res.(strokes); ours {
		return s.in(theme.Color(tint))
	}
	return res
}

// Icon shows a drawing in a colour of the theme.
type Icon struct {
	fynewidget.BaseWidget
	res  fyne.Resource
	tint fyne.ThemeColorName
	size fyne.ThemeSizeName
}

// NewIcon shows a drawing as high as a text of that size.
func NewIcon(res fyne.Resource, tint fyne.ThemeColorName, size fyne.ThemeSizeName) *Icon {
	i := &Icon{res: res, tint: tint, size: size}
	i.ExtendBaseWidget(i)
	return i
}

// SetIcon shows another drawing or colour.
func (i *Icon) SetIcon(res fyne.Resource, tint fyne.ThemeColorName) {
	if i.res == res && i.tint == tint {
		return
	}
	i.res, i.tint = res, tint
	i.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	i.ExtendBaseWidget(i)
	image := canvas.NewImageFromResource(inColour(i.res, i.tint))
	image.FillMode = canvas.ImageFillContain
	r := &iconRenderer{icon: i, image: image}
	r.Layout(i.Size())
	return r
}

type iconRenderer struct {
	icon  *Icon
	image *canvas.Image
}

func (r *iconRenderer) edge() float32 { return theme.Size(r.icon.size) * 1.3 }

func (r *iconRenderer) Layout(size fyne.Size) {
	edge := min(r.edge(), size.Width, size.Height)
	r.image.Resize(fyne.NewSquareSize(edge))
	r.image.Move(fyne.NewPos((size.Width-edge)/2, (size.Height-edge)/2))
}

func (r *iconRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.edge()) }

func (r *iconRenderer) Refresh() {
	r.image.Resource = inColour(r.icon.res, r.icon.tint)
	r.Layout(r.icon.Size())
	r.image.Refresh()
}

func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *iconRenderer) Destroy()                     {}

package widget

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// The ball's world, in heights of its field a second. The field is about as high as a person, and
// the wall as far away as a desk is wide.
const (
	ballRadius  = 0.11
	ballGravity = 4.2
	ballThrow   = 4.6  // how fast it leaves the hand
	ballBounce  = 0.72 // what a bounce leaves of its speed
	ballHand    = 0.55 // where the hand is, from the top
)

// Ball is a tennis ball to throw at a wall. It means nothing. It has no clock of its own: whoever
// has it thrown moves it on while it is in flight.
type Ball struct {
	fynewidget.BaseWidget
	// OnThrow is told that the ball has been thrown by the mouse.
	OnThrow func()

	x, y, vx, vy float64 // in heights, from the left and the top
	flying       bool
	hit          time.Duration // how long ago it hit the wall, for the mark it leaves
	touched      bool
	still        bool
}

// NewBall is a ball in the hand.
func NewBall() *Ball {
	b := &Ball{}
	b.ExtendBaseWidget(b)
	b.Catch()
	return b
}

// ReduceMotion has the ball arrive without being seen on its way.
func (b *Ball) ReduceMotion(on bool) { b.still = on }

// Catch puts the ball back into the hand.
func (b *Ball) Catch() {
	b.flying, b.touched = false, false
	b.x, b.y = 0.35, ballHand
	b.Refresh()
}

// Flying says whether the ball has to be moved on.
func (b *Ball) Flying() bool { return b.flying }

// Throw throws the ball at a height of the wall, from 0 at the top to 1; one in flight stays as it is.
func (b *Ball) Throw(at float64) {
	if b.flying {
		return
	}
	far := max(b.wall()-b.x, 0.5)
	flight := far / ballThrow
	b.vx = ballThrow
	b.vy = (min(max(at, 0.1), 0.85)-b.y)/flight - ballGravity*flight/2
	b.flying, b.touched, b.hit = true, false, 0
	if b.still {
		b.x, b.y, b.touched = b.wall(), min(max(at, 0.1), 0.85), true
	}
	b.Refresh()
}

// wall is where the middle of the ball turns back.
func (b *Ball) wall() float64 {
	size := b.Size()
	if size.Height == 0 {
		return 2
	}
	return float64(size.Width/size.Height) - ballRadius - 0.09
}

// Advance moves the ball on: a wall, a floor, and a hand that catches it.
func (b *Ball) Advance(passed time.Duration) {
	if !b.flying {
		return
	}
	if b.touched {
		b.hit += passed
	}
	if b.still {
		if b.hit >= 400*time.Millisecond {
			b.Catch()
		}
		return
	}
	const step = time.Second / 240 // fine enough to go through nothing
	for passed > 0 && b.flying {
		d := min(passed, step).Seconds()
		passed -= step
		b.vy += ballGravity * d
		b.x, b.y = b.x+b.vx*d, b.y+b.vy*d
		if w := b.wall(); b.x >= w && b.vx > 0 {
			b.x, b.vx, b.touched = w, -b.vx*ballBounce, true
		}
		if floor := 1 - ballRadius; b.y >= floor && b.vy > 0 {
			b.y, b.vy = floor, -b.vy*ballBounce
		}
		if b.touched && b.x <= 0.35 {
			b.Catch()
		}
	}
	b.Refresh()
}

// Tapped throws the ball at the place that was pressed.
func (b *Ball) Tapped(ev *fyne.PointEvent) {
	if b.flying {
		return
	}
	b.Throw(float64(ev.Position.Y / max(b.Size().Height, 1)))
	if b.OnThrow != nil {
		b.OnThrow()
	}
}

// Cursor is the hand.
func (b *Ball) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (b *Ball) CreateRenderer() fyne.WidgetRenderer {
	r := &ballRenderer{ball: b}
	for _, rect := range []**canvas.Rectangle{&r.field, &r.floor, &r.wall, &r.mark} {
		*rect = canvas.NewRectangle(color.Transparent)
	}
	r.skin, r.seam = canvas.NewCircle(color.Transparent), &canvas.Image{FillMode: canvas.ImageFillContain}
	r.apply()
	r.Layout(b.Size())
	return r
}

type ballRenderer struct {
	ball                     *Ball
	field, floor, wall, mark *canvas.Rectangle
	skin                     *canvas.Circle
	seam                     *canvas.Image
}

func (r *ballRenderer) apply() {
	r.field.FillColor, r.field.CornerRadius = theme.Color(theme.Sunken), theme.Size(theme.RadiusM)
	r.floor.FillColor, r.wall.FillColor = theme.Color(theme.Border), theme.Color(theme.Border)
	r.wall.CornerRadius = 2
	r.mark.FillColor, r.mark.CornerRadius = theme.Color(theme.CalmText), 2
	r.skin.FillColor = theme.Color(theme.Calm)
	r.seam.Resource = inColour(IconBall, theme.OnCalm)
}

func (r *ballRenderer) Layout(size fyne.Size) {
	b, high := r.ball, size.Height
	at := func(x float64) float32 { return float32(x) * high }
	thick := at(0.06)
	r.field.Resize(size)
	r.floor.Move(fyne.NewPos(0, high-1))
	r.floor.Resize(fyne.NewSize(size.Width, 1))
	r.wall.Move(fyne.NewPos(size.Width-thick, 0))
	r.wall.Resize(fyne.NewSize(thick, high))
	edge := 2 * at(ballRadius)
	pos := fyne.NewPos(at(b.x-ballRadius), at(b.y-ballRadius))
	r.skin.Move(pos)
	r.skin.Resize(fyne.NewSquareSize(edge))
	r.seam.Move(pos)
	r.seam.Resize(fyne.NewSquareSize(edge))
	r.mark.Hidden = !b.touched || b.hit > 0 || !b.flying
	r.mark.Move(fyne.NewPos(size.Width-thick-3, pos.Y))
	r.mark.Resize(fyne.NewSize(3, edge))
}

func (r *ballRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextBody)
	return fyne.NewSize(12*em, 5*em)
}

func (r *ballRenderer) Refresh() {
	r.apply()
	r.Layout(r.ball.Size())
	canvas.Refresh(r.ball)
}

func (r *ballRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field, r.wall, r.floor, r.mark, r.skin, r.seam}
}
func (r *ballRenderer) Destroy() {}

package callroom

import (
	"time"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// flight is the time between two pictures while the ball is in the air.
const flight = time.Second / 30

// A mute is the phone's mute, with a ball to throw at the wall meanwhile. It is
// no part of the call: nothing of it is kept, and whoever gives a reply is heard.
type mute struct {
	on     bool
	throws int
	stop   func()
	thrown time.Time

	button *widget.Button
	ball   *widget.Ball
	throw  *widget.Button
	card   *widget.Card
}

// heights are where the ball goes when it is thrown by key.
var heights = []float64{0.4, 0.25, 0.5, 0.33, 0.6}

func (r *Room) buildMute() *widget.Card {
	m := &r.mute
	m.stop = func() {}
	m.ball = widget.NewBall()
	m.ball.OnThrow = r.fly
	m.throw = widget.NewQuiet(locale.Text("callroom.throw"), r.throwBall).WithIcon(widget.IconBall)
	if !largeText() {
		m.throw.WithKey("T")
	}
	m.card = widget.NewCard("", widget.VStack(
		theme.GapS, widget.Caption(locale.Text("callroom.muted", r.named())), m.ball,
		widget.HStack(theme.GapNil, m.throw, widget.Spacer()),
	))
	m.card.Hide()
	return m.card
}

// toggleMute takes the phone off the trainee's voice, or back on.
func (r *Room) toggleMute() {
	if !r.paused && r.phase != over {
		r.setMute(!r.mute.on)
	}
}

func (r *Room) setMute(on bool) {
	m := &r.mute
	if m.on == on {
		return
	}
	m.on = on
	r.dropBall()
	words := locale.Text("callroom.mute")
	if on {
		words = locale.Text("callroom.unmute")
	}
	if largeText() {
		m.button.Named(words).SetPrimary(on)
	} else {
		m.button.SetText(words)
	}
	m.card.Hidden = !on
	r.fitSide()
	if on {
		r.view.side.ScrollToBottom()
	}
	r.layOut()
}

// fitSide gives the cards of the side their heights anew.
func (r *Room) fitSide() {
	s := r.view.side
	size := s.Size()
	s.Resize(size.AddWidthHeight(0, 1))
	s.Resize(size)
	s.Refresh()
}

// throwBall throws the ball by key or button.
func (r *Room) throwBall() {
	m := &r.mute
	if !m.on || r.paused || m.ball.Flying() {
		return
	}
	m.ball.Throw(heights[m.throws%len(heights)])
	m.throws++
	r.fly()
}

// fly moves the ball while it is in flight; then nothing runs.
func (r *Room) fly() {
	m := &r.mute
	m.stop()
	m.ball.ReduceMotion(r.host.Preferences().Still)
	m.thrown = r.host.Now()
	m.stop = r.host.After(flight, r.flyOn)
}

func (r *Room) flyOn() {
	m := &r.mute
	now := r.host.Now()
	m.ball.Advance(min(max(now.Sub(m.thrown), 0), time.Second/4))
	m.thrown = now
	m.stop = func() {}
	if m.ball.Flying() {
		m.stop = r.host.After(flight, r.flyOn)
	}
}

// dropBall ends its flight.
func (r *Room) dropBall() {
	m := &r.mute
	m.stop()
	m.stop = func() {}
	if m.ball.Flying() {
		m.ball.Catch()
	}
}

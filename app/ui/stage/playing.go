package stage

import (
	_ "embed"
	"time"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/app/trainer"
)

// Play begins an attempt on a shipped scenario for the person at the desk.
func (s *Stage) Play(scenario string, set call.Setting, mode trainer.Mode) *trainer.Play {
	entry, ok := s.desk.Shelf.Find(scenario)
	if !ok {
		panic("stage: no scenario " + scenario)
	}
	p, err := s.desk.Begin(s.who, entry, set, mode, s.look.Pace == 0)
	must(err)
	return p
}

// PlayOwn begins an attempt on a script that stands on no shelf.
func (s *Stage) PlayOwn(file string, src []byte, set call.Setting, mode trainer.Mode) *trainer.Play {
	sc, problems := script.Parse(file, src)
	if script.Errors(problems) {
		panic(problems[0].String())
	}
	cases, problems := call.CompileAll(sc, s.desk.Shelf.Rubric)
	if cases == nil {
		panic(problems[0].String())
	}
	entry := &trainer.Entry{File: file, Source: src, Hash: sc.Hash(), Scenario: sc, Cases: cases}
	p, err := s.desk.Begin(s.who, entry, set, mode, s.look.Pace == 0)
	must(err)
	return p
}

// Meet has the person at the desk meet n cases of the shelf: each is begun and
// left at once. From the third case on the call room shows all it has.
func (s *Stage) Meet(n int) {
	for _, e := range s.desk.Shelf.Entries {
		if n == 0 {
			return
		}
		p, err := s.desk.Begin(s.who, e, call.Normal, trainer.Practice, true)
		must(err)
		must(p.Leave())
		n--
	}
}

// Rescue begins a rescue of a shipped scenario, of which one call was had before
// without much luck, and leads it to where it is taken over.
func (s *Stage) Rescue(scenario string, set call.Setting) *trainer.Play {
	s.PlayBadly(s.Play(scenario, call.Normal, trainer.Practice))
	p := s.Play(scenario, set, trainer.Rescue)
	must(p.Prepare())
	return p
}

//go:embed inside.call
var insideCall []byte

// PlayToInside plays the first call of a case with a call inside the house, up
// to its promise.
func (s *Stage) PlayToInside() *trainer.Play {
	p := s.PlayOwn("inside.call", insideCall, call.Normal, trainer.Practice)
	s.PlayOut(p)
	return p
}

// PlayOut plays the call under way to its end as the engine would: it picks
// up, gives the best replies, keeps what the caller says, promises, and logs.
func (s *Stage) PlayOut(p *trainer.Play) {
	if p.Stage() == trainer.StageFile {
		must(p.Answer())
	}
	set, _ := call.ParseSetting(p.Attempt().Setting)
	scale, err := s.desk.Scale(p.Attempt(), p.Case(), set)
	must(err)
	x := solve.With(p.Case(), set, s.desk.Shelf.Weights, scale, solve.DefaultBudget)
	for p.Stage() == trainer.StageCall {
		line, err := x.BestLine(p.State())
		must(err)
		s.move(p, line[0])
	}
	s.Log(p)
}

// PlayBadly plays the call under way by its replies in the order they are
// shown in, whatever they do.
func (s *Stage) PlayBadly(p *trainer.Play) {
	if p.Stage() == trainer.StageFile {
		must(p.Answer())
	}
	for p.Stage() == trainer.StageCall {
		s.move(p, call.Move{Kind: call.Reply, Reply: uint16(p.Choices()[0].Reply)})
	}
	s.Log(p)
}

// Log writes the log of the call that has ended, in few words.
func (s *Stage) Log(p *trainer.Play) {
	if p.Stage() == trainer.StageWrapUp {
		must(p.Log(trainer.Log{Who: p.Scenario().Caller.Name, When: s.Now(), Mattered: "respect", Happy: 4}))
	}
}

// FollowUp turns the clock to the promised hour and opens the second call.
func (s *Stage) FollowUp(p *trainer.Play) {
	promise, ok := p.Promise()
	if !ok {
		panic("stage: nothing was promised")
	}
	s.SetNow(promise.Hour)
	must(p.FollowUp())
}

// move makes a move of the engine's line the way a trainee does.
func (s *Stage) move(p *trainer.Play, m call.Move) {
	switch {
	case m.Kind == call.ReadBackMove:
		s.keepAll(p)
		_, err := p.ReadBack()
		must(err)
	case m.Kind == call.Hold:
		must(p.Hold())
	case m.Kind == call.Breathe:
		must(p.Breathe())
	case m.Kind == call.HangUp:
		must(p.HangUp())
	case p.Case().Replies[m.Reply].Promises:
		must(p.PromiseReply(int(m.Reply), m.Timing, s.sensible(p)))
	default:
		must(p.Reply(int(m.Reply), m.Timing))
	}
}

// sensible is the first full hour that is neither too soon nor too late.
func (s *Stage) sensible(p *trainer.Play) time.Time {
	hour := s.Now().Truncate(time.Hour)
	for p.JudgePromise(hour) == call.TooSoon {
		hour = hour.Add(time.Hour)
	}
	return hour
}

// keepAll keeps every fact that was said as a note.
func (s *Stage) keepAll(p *trainer.Play) {
	for _, said := range p.Said() {
		if said.Line < 0 {
			continue
		}
		for _, f := range p.Case().Lines[said.Line].Script.Says {
			must(p.Keep(call.Note{Line: said.Line, Start: f.Start, End: f.End, Label: f.Kind}))
		}
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

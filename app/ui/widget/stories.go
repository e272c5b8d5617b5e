package widget

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/story"
	"keepcool/app/ui/theme"
)

// Stories are the sheets of this box of controls.
func Stories() []story.Story {
	var ask func(fyne.Canvas)
	return []story.Story{
		{Name: "widget-basics", Build: storyBasics},
		{Name: "widget-figures", Build: storyFigures},
		{Name: "widget-inputs", Build: storyInputs},
		{Name: "widget-call", Build: func() fyne.CanvasObject { o, then := storyCall(); ask = then; return o }, Then: func(c fyne.Canvas) { ask(c) }},
		{Name: "widget-ask", Build: storyBasics, Then: func(c fyne.Canvas) {
			Ask{
				Title: "Leave this call?", Body: "Mr Halloran is still on the line. Leaving now counts as hanging up on him, and the call ends here.",
				Yes: "Hang up", No: "Stay on the line", Danger: true,
			}.Show(c)
		}},
		{Name: "widget-keys", Build: storyBasics, Then: func(c fyne.Canvas) {
			Help{Title: "Help", About: "Here is what a page is for. Two sentences say it.", Head: "Keys", Other: "Play the first call", Keys: []KeyLine{
				{[]string{"1", "…", "9"}, "Choose a reply"},
				{[]string{"C"}, "Cut in while the caller speaks"},
				{[]string{"W", "N", "F", "D"}, "Keep the picked words as want, need, feeling or detail"},
				{[]string{"Shift", "→"}, "Pick more words"},
				{[]string{"H"}, "Hold the line"},
				{[]string{"Esc"}, "Back"},
				{[]string{"?"}, "Help"},
			}}.Show(c)
		}},
	}
}

func storyPage(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newPaint(colorBackground), Scroll(Inset(theme.GapXL, VStack(theme.GapL, objects...))))
}

func storyBasics() fyne.CanvasObject {
	off := NewPrimary("Answer", nil).WithIcon(IconPhone)
	off.Disable()
	plainOff := NewButton("Hold", nil)
	plainOff.Disable()
	focused := NewButton("Focused", nil)
	focused.focused = true
	hovered := NewButton("Hovered", nil)
	hovered.hovered = true
	focusedPrimary := NewPrimary("Focused", nil)
	focusedPrimary.focused = true
	buttons := Flow(theme.GapM,
		NewPrimary("Answer the phone", nil).WithIcon(IconPhone), NewButton("Hold", nil).WithIcon(IconPause).WithKey("H"),
		NewButton("Read back", nil).WithIcon(IconReadBack).WithKey("R"), NewDanger("Hang up", nil).WithIcon(IconHangUp),
		NewQuiet("Show all keys", nil).WithIcon(IconKey), focused, focusedPrimary, hovered, off, plainOff,
		NewQuiet("", nil).WithIcon(IconCross),
	)
	tags := Flow(theme.GapS,
		NewTag("difficulty 2", Plain), NewTag("practice", CalmTone), NewTag("angry", HeatTone), NewTag("acknowledge feeling", GoodTone),
		NewTag("rush to fix", BadTone), NewTag("want", WantTone), NewTag("need", NeedTone), NewTag("feeling", FeelingTone), NewTag("detail", DetailTone),
	)
	card := NewCard("The light that stayed orange", VStack(theme.GapM,
		Body("A stock clerk has tried for four evenings to set up his label printer. He wants it to work; he needs somebody to show him without making him feel small."),
		HStack(theme.GapS, NewTag("lost user", Plain), NewTag("difficulty 2", Plain), Spacer(), NewPrimary("Read the file", nil)),
	)).WithAction(NewTag("best 74", CalmTone))
	empty := NewCard("", NewEmptyState(IconPromise, "Nothing is due today. Promises you make in a call appear here with their hour.", "Choose a scenario", func() {}))
	return storyPage(
		VStack(theme.GapXS, Title("Good morning, Ines"), Caption("Sunday 22 November · working days Monday to Friday, 9 to 17")),
		NewNotice("You promised to ring Mr Halloran back at 10:00. That is in 12 minutes.", "Ring now", func() {}, func() {}),
		NewNotice("This folder lies on a network drive. Choose one on this machine.", "", nil, func() {}).Toned(HeatTone),
		buttons, tags,
		Columns(theme.GapL, 340, card, empty),
	)
}

func storyFigures() fyne.CanvasObject {
	figure := func(name string, score int, note string) *KeyFigure {
		k := NewKeyFigure(name)
		k.SetPassLine(60)
		k.Set(score)
		k.SetNote(note)
		return k
	}
	pending := NewKeyFigure("Follow up")
	pending.SetPassLine(60)
	pending.SetPending("Open until Tuesday 24 November 10:00")
	keys := NewCard("The four keys", Columns(theme.GapXL, 200,
		figure("Keep cool", 92, "two moments that worked"), figure("Cover all bases", 61, "one concern not found"),
		figure("Go the extra mile", 24, "what he values was not given"), pending))
	heat, trust, lost := NewMoodBar(HeatMood, "Frustrated"), NewMoodBar(TrustMood, "Trust"), NewMoodBar(ConfusionMood, "Confusion")
	heat.Set(7)
	trust.Set(3)
	lost.Set(8)
	trace := func(voice Voice) fyne.CanvasObject {
		v := NewVoiceTrace()
		if voice.Pace > 0 {
			v.Speak(voice, "")
		}
		return v
	}
	hot, cold := Voice{Pace: 185, Loud: 0.95, Pitch: 0.3, Press: 0.3, Warm: 1}, Voice{Pace: 118, Loud: 0.4, Pitch: -0.7, Warm: 0.8}
	afraid, pressing := Voice{Pace: 180, Loud: 0.5, Pitch: 0.8, Thin: 0.9, Warm: 0.7}, Voice{Pace: 170, Loud: 0.75, Press: 1, Warm: 0.8}
	sad := Voice{Pace: 125, Loud: 0.3, Pitch: -0.2, Sink: 0.9, Warm: 0.4}
	bar := NewCountdownBar()
	bar.SetLabel("Answer within ten seconds")
	bar.SetFraction(0.62)
	theirs := NewCountdownBar()
	theirs.SetLabel("The caller is speaking")
	theirs.SetHeat(true)
	theirs.SetFraction(0.35)
	scores := HStack(theme.GapXS)
	for n := 0; n <= 100; n += 10 {
		k := NewKeyFigure("")
		k.Set(n)
		scores.Add(Width(84, k))
	}
	return storyPage(
		Title("Figures"), keys,
		Columns(theme.GapL, 320,
			NewCard("Moods", VStack(theme.GapM, heat, trust, lost)),
			NewCard("Voice", VStack(theme.GapM, trace(hot), trace(cold), trace(afraid), trace(pressing), trace(sad), trace(Voice{}))),
			NewCard("Time", VStack(theme.GapL, bar, theirs)),
		),
		NewCard("Scores", scores),
	)
}

func storyInputs() fyne.CanvasObject {
	now := time.Date(2026, 11, 22, 14, 20, 0, 0, time.UTC)
	day := func(n int) time.Time { return now.AddDate(0, 0, n) }
	picker := NewTimePicker(PickerSpec{
		Now: now, Days: []time.Time{now, day(1), day(2), day(3), day(4)}, At: now.Add(40 * time.Minute),
		Quick: []Quick{{"Today 16:00", now.Add(100 * time.Minute)}, {"Tomorrow 10:00", day(1)}},
	}, nil)
	name := NewField("Your name", "As your colleagues call you")
	name.SetText("Ines")
	wrong := NewField("Passphrase", "At least twelve characters").Secret()
	wrong.SetText("short")
	wrong.SetError("The passphrase needs at least twelve characters.")
	note := NewField("Log", "What was asked, what was promised").Multi(3, 2000)
	mode := NewChoice([]string{"Practice", "Assessed"}, 0, nil)
	mode.focused = true
	offered := NewChoice([]string{"As the system has it", "Light", "Dark"}, 1, nil)
	happy := NewChoice([]string{"Yes, and he would say so", "I think so; he was calmer at the end than at the start, though he did not say it", "No"}, 1, nil).Column()
	return storyPage(
		Title("Inputs"),
		Columns(theme.GapL, 400,
			NewCard("When will you ring back?", picker),
			NewCard("Profile", VStack(theme.GapM, name, wrong, note)),
			NewCard("Choices", VStack(theme.GapL, mode, offered, happy)),
			NewCard("Switches", VStack(theme.GapM, NewSwitch("Show the moods in practice", true, nil), NewSwitch("Keep motion to a minimum", false, nil))),
		),
	)
}

func storyCall() (fyne.CanvasObject, func(fyne.Canvas)) {
	t := NewTranscript()
	t.Append(Line{Who: StageLine, Text: "The phone rings. You answer after four seconds."})
	t.Append(Line{Who: TraineeLine, Name: "You", Text: "Good morning, label printers, Ines speaking. What can I do for you?"})
	first := t.Append(Line{Who: CallerLine, Name: "Mr Halloran", Aside: "loud, fast", Text: "Fourth evening on this thing! Your box is junk: orange, orange, orange."})
	t.Append(Line{Who: TraineeLine, Name: "You", Text: "[stay quiet and let him finish]"})
	next := t.Append(Line{Who: CallerLine, Name: "Mr Halloran", Text: "Two hundred plants came in on Thursday and every one of them needs a label by Saturday. I have a roll of stickers and a pen. A pen! And nobody ever told me what the light is for."})
	t.Append(Line{Who: TraineeLine, Name: "You", Text: "Four evenings of orange. What were you hoping to have running by now?"})
	last := t.Append(Line{Who: CallerLine, Name: "Mr Halloran", Aside: "quieter", Text: "Labels. Just labels, before the shop opens on Saturday."})
	part := func(line int, words string) (int, int) {
		at := strings.Index(t.Line(line).Text, words)
		return at, at + len(words)
	}
	mark := func(line int, words string, kind MarkKind) Mark {
		start, end := part(line, words)
		return Mark{start, end, kind}
	}
	span := func(line int, words string, kind SpanKind) Span {
		start, end := part(line, words)
		return Span{start, end, kind}
	}
	t.SetMarks(first, []Mark{mark(first, "Fourth evening", Feeling), mark(first, "orange, orange, orange", Want)})
	t.SetMarks(next, []Mark{mark(next, "needs a label by Saturday", Need)})
	t.SetSpans(next, []Span{span(next, "on Thursday", FactSpan), span(next, "A pen!", FaultSpan), span(next, "nobody ever told me what the light is for", StrengthSpan)})
	t.SetMarks(last, []Mark{mark(last, "before the shop opens on Saturday", Detail)})
	chosen := NewReply(3, "[let a breath go by]", nil)
	chosen.SetChosen(true)
	off := NewReply(4, "I hear you. Hold the button for ten seconds, please.", nil)
	off.SetHint("open once he has finished")
	off.Disable()
	focused := NewReply(2, "Orange means it has not joined the network. Hold the button for ten seconds, please, and then tell me whether the light has begun to blink or has gone out.", nil)
	focused.focused = true
	replies := VStack(theme.GapM,
		NewReply(1, "By Saturday, then. Who is with you in the stock room while you set it up?", nil), focused, chosen, off)
	page := Frame(nil, Inset(theme.GapXL, replies), nil, nil, InsetXY(theme.GapXL, theme.GapL, t))
	return container.NewStack(newPaint(colorBackground), page), func(c fyne.Canvas) {
		Focus(t)
		t.pick(next, 0, 2)
	}
}

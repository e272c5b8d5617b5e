package script

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParseReadsEverything(t *testing.T) {
	s := parsed(t, whole(t))
	first := s.Calls[0]
	if s.Version != 1 || s.Title != "The light that stayed orange" || s.Case != "C2" || s.Kind != "lost user" {
		t.Errorf("header: %+v", s)
	}
	if len(s.Papers) != 2 || s.Papers[1].Kind != "past" || s.Papers[1].Text != "two days before, 16:40: ..." || s.Papers[1].At != (Pos{13, 3}) {
		t.Errorf("papers: %+v", s.Papers)
	}
	c := s.Caller
	if c.ID != "halloran" || c.Heat != "frustrated" || c.Temper.Text != "proud" || c.Hard.Patience != 11 || c.Normal.Confusion != 8 {
		t.Errorf("caller: %+v", c)
	}
	if opens := s.Concerns[1].Opens; s.Concerns[0].Pays != -1 || s.Concerns[1].Pays != 8 || len(opens.Any) != 2 || opens.Any[1][0].Kind != Behaviour {
		t.Errorf("concerns: %+v", s.Concerns)
	}
	if s.Promise.Grace != (Span{30, Minutes}) || s.Promise.Latest != (Span{2, Days}) {
		t.Errorf("promise: %+v", s.Promise)
	}
	if first.Outgoing || !s.Calls[1].Outgoing || !s.Calls[2].Outgoing || s.Calls[3].Outgoing {
		t.Error("who rings is not as the calls say by default")
	}
	ring := first.Beats[0]
	if ring.Lines[0].Tone != "loud, fast" || !ring.Gathering || ring.WantsGiven || len(ring.Lines) != 2 {
		t.Errorf("beat: %+v", ring)
	}
	hoping, wait := ring.Replies[0], ring.Replies[1]
	if *hoping.Moods.Heat != -1 || hoping.Moods.Confusion != nil || hoping.Patience != nil || !hoping.Promises || !hoping.Gives || !hoping.Spoken() {
		t.Errorf("reply: %+v", hoping)
	}
	if wait.Spoken() || wait.Shows[0].Words != "" || *wait.Patience != -2 || len(wait.If.Any[0]) != 2 || !wait.If.Any[0][1].Not {
		t.Errorf("reply: %+v", wait)
	}
	if first.Beats[1].Ending != "a grudging trust" || len(s.Calls[1].Reads) != 4 {
		t.Error("the ending or the flags are not read")
	}
}

func TestEvidenceLiesInTheWordsSaid(t *testing.T) {
	s := parsed(t, whole(t))
	for _, c := range s.Calls {
		for _, b := range c.Beats {
			for _, l := range b.Lines {
				for _, f := range l.Says {
					if got, want := strings.Map(plain, l.Text[f.Start:f.End]), strings.Map(plain, f.Words); got != want {
						t.Errorf("%q is found at %q", want, got)
					}
				}
			}
		}
	}
	f := s.Calls[0].Beats[0].Lines[1].Says[0]
	if got := s.Calls[0].Beats[0].Lines[1].Text[f.Start:f.End]; got != "It’s “still” orange" {
		t.Errorf("the evidence with marks of its own is %q", got)
	}
}

// TestSpeechIsVerbatim says things that other formats would damage.
func TestSpeechIsVerbatim(t *testing.T) {
	for _, said := range []string{
		`Don't! Why: "this" [now] {there} #1 - & * 'that' %20 \n ~ | > < == :`,
		`go: away`, `# not a comment`, `CALLER: he said`, `== ring`, `- yes, no`, `“It’s – well… «so»”`, `日本語 😀 é`,
	} {
		src := strings.Replace(small, "CALLER: Well.", "CALLER: "+said, 1)
		src = strings.Replace(src, "I ring you by ten.", said, 1)
		src = strings.Replace(src, "The box is late.", said, 1)
		src = strings.Replace(src, "The late box", said, 1)
		s := parsed(t, src)
		for _, got := range []string{s.Title, s.Concerns[0].Text, s.Calls[0].Beats[1].Lines[0].Text, s.Calls[0].Beats[1].Replies[0].Text} {
			if got != said {
				t.Errorf("got %q, want %q", got, said)
			}
		}
	}
}

func TestQuotedWordsMayHoldQuotesAndCommas(t *testing.T) {
	src := strings.Replace(small, `want box "Where is it?", feeling "isn't here"`,
		`want box "Where is it? You said "Monday": it", detail “said "Monday"”, feeling "Where"`, 1)
	says := parsed(t, src).Calls[0].Beats[0].Lines[0].Says
	want := []string{`Where is it? You said "Monday": it`, `said "Monday"`, `Where`}
	if len(says) != len(want) {
		t.Fatalf("got %+v", says)
	}
	for i, f := range says {
		if f.Words != want[i] {
			t.Errorf("got %q, want %q", f.Words, want[i])
		}
	}
}

func TestAllProblemsComeAtOnceInOrder(t *testing.T) {
	src := strings.NewReplacer("title:", "titel:", "heat 6 angry", "heat 11 angry", `"my box"`, `"your box"`,
		"settles: box", "settles: bax", "  go: bye\n", "").Replace(small)
	_, ds := Parse("x.call", []byte(src))
	want := []string{UnknownKey, OutOfRange, EvidenceNotFound, UnknownConcern, ReplyWithoutGo}
	if len(ds) != len(want) {
		t.Fatalf("got %v", ds)
	}
	for i, d := range ds {
		if d.Code != want[i] || i > 0 && ds[i-1].Line > d.Line {
			t.Errorf("problem %d is %s in line %d", i, d.Code, d.Line)
		}
	}
}

func TestRepliesWithoutIDAreLettered(t *testing.T) {
	s, ds := Parse("x.call", []byte(strings.NewReplacer("  id: mend\n", "", "  id: friday\n", "").Replace(small)))
	if r := s.Calls[0].Beats[0].Replies; Errors(ds) || r[0].ID != "a" || r[1].ID != "b" {
		t.Errorf("%v", ds)
	}
	if letters(25) != "z" || letters(26) != "aa" || letters(52) != "ba" {
		t.Error("past z the letters go wrong")
	}
}

func TestWhereElseANameStands(t *testing.T) {
	_, ds := Parse("x.call", []byte(strings.ReplaceAll(small, "go: close", "go: elsewhere")))
	if len(ds) != 1 || !strings.HasSuffix(ds[0].Message, "Line 51 names it too.") {
		t.Errorf("got %v", ds)
	}
}

// TestShuffledLines puts the lines of a script in orders nobody would write.
func TestShuffledLines(t *testing.T) {
	lines := strings.SplitAfter(small+whole(t), "\n")
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		var b strings.Builder
		for range rng.IntN(40) {
			b.WriteString(lines[rng.IntN(len(lines))])
		}
		holds(t, []byte(b.String()))
	}
}

// holds fails when Parse breaks what it promises of any text.
func holds(t *testing.T, src []byte) {
	t.Helper()
	s, ds := Parse("x.call", src)
	if s == nil && len(ds) == 0 {
		t.Fatal("no scenario and no problem")
	}
	lines := rule(strings.TrimPrefix(string(src), "\ufeff")).all()
	for _, d := range ds {
		inside := d.Line >= 1 && d.Line <= max(len(lines), 1) && d.Col >= 1
		if inside && d.Line <= len(lines) {
			inside = d.Col <= utf8.RuneCountInString(lines[d.Line-1])+1
		}
		if !inside || d.Code == "" || d.Message == "" || d.String() == "" {
			t.Fatalf("%d lines, and a problem at %d:%d: %s", len(lines), d.Line, d.Col, d.Message)
		}
	}
	if s == nil {
		return
	}
	s.Hash()
	if !Errors(ds) && (len(s.Calls) == 0 || s.Calls[0].Role != First || len(s.Concerns) == 0) {
		t.Fatal("a script without problems lacks what a case needs")
	}
}

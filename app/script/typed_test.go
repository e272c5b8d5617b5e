package script

import (
	"slices"
	"strings"
	"testing"
)

// withAll is testdata/small.call with a fragment, variants, an idiom and a
// call inside, in few lines.
var withAll = strings.NewReplacer(
	"language: en", "language: en\nvariants: lids, pots",
	"  client: Ms Osei", "  client: Ms Osei\n    only: lids\n  client: Ms Asante\n    only: pots",
	"CALLER: Well.", "CALLER: Well, a stitch in time.\n  means: \"a stitch in time\" do it now",
	"trust +2\n  go: close", "trust +2\n  go: who\n  then: close",
	"CALL kept", "FRAGMENT who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\n\nCALL inside\nname: Ravi\nwhat: Ask.\ntemper: hurried\nmoods: heat 1, trust 5, confusion 0, patience 9\n== dispatch\nCALLER: Yes?\nending: asked\n\nCALL kept",
).Replace(small)

// TestWhatTrainersType makes what people type, by hand or out of a word
// processor. Each takes one problem, or none.
func TestWhatTrainersType(t *testing.T) {
	if _, found := Parse("x.call", []byte(withAll)); len(found) > 0 {
		t.Fatal(found)
	}
	for _, c := range []struct {
		name, code, hint string // no code: no problem
		edits            []string
	}{
		{"Windows line ends", "", "", []string{"\n", "\r\n"}},
		{"a byte order mark", "", "", []string{"version: 1", "\ufeffversion: 1"}},
		{"tabs mixed with blanks", "", "", []string{"\n    ", "\n \t", "\n  ", "\n\t  \t"}},
		{"no blank lines", "", "", []string{"\n\n", "\n"}},
		{"curly marks around evidence", "", "", []string{`"my box"`, "“my box”", `"a stitch in time"`, "„a stitch in time‟"}},
		{"curly apostrophes on one side", "", "", []string{"isn’t here", "isn't here", `"isn't here"`, `"isn’t here"`}},
		{"a blank that does not break", "", "", []string{"Where is my box?", "Where is my\u00a0box?"}},
		{"a long dash in a number", "", "", []string{"patience: -2", "patience: —2", "heat -1", "heat –1"}},
		{"a long dash in a name", BadName, "late-box", []string{"id: late-box", "id: late—box"}},
		{"a long dash in a key", UnknownKey, "hang-up", []string{"== close\n", "== close\nhang–up: fair\n"}},
		{"a mood of 11", OutOfRange, "", []string{"heat 6 angry", "heat 11 angry"}},
		{"gotto", UnknownKey, "go", []string{"  go: bye", "  gotto: bye"}},
		{"goto", UnknownKey, "go", []string{"  go: bye", "  goto: bye"}},
		{"no go", ReplyWithoutGo, "", []string{"  promises: yes\n  go: bye\n", "  promises: yes\n"}},
		{"a beat named twice", TwiceNamed, "", []string{"== dispatch", "== street"}},
		{"a go to nowhere", UnknownBeat, "", []string{"  go: bye", "  go: nowhere"}},
		{"a heading in small letters", UnknownHeading, "CONCERNS", []string{"\nCONCERNS", "\nConcerns"}},
		{"evidence of another line", EvidenceNotFound, "", []string{`"ours to mend"`, `"by ten"`}},
		{"no text at all", EmptyFile, "", []string{withAll, ""}},
		{"blanks only", EmptyFile, "", []string{withAll, " \r\n\t\n"}},
		{"a mark of Word alone", EmptyFile, "", []string{withAll, "\ufeff"}},

		{"only with a slip", UnknownKey, "only", []string{"    only: lids", "    onyl: lids"}},
		{"only in capitals", UnknownKey, "only", []string{"    only: lids", "    Only: lids"}},
		{"only of nothing", EmptyValue, "", []string{"    only: lids", "    only:"}},
		{"only of a variant with a slip", UnknownVariant, "lids", []string{"    only: lids", "    only: lid"}},
		{"only with blanks for commas", MissingComma, "", []string{"    only: lids\n", "    only: lids pots\n"}},
		{"only of the whole script", MisplacedKey, "", []string{"language: en\n", "language: en\nonly: lids\n"}},
		{"only of a call", MisplacedKey, "", []string{"CALL late\n", "CALL late\nonly: lids\n"}},
		{"variants in capitals", BadName, "lids", []string{"variants: lids", "variants: Lids"}},
		{"one variant twice", TwiceNamed, "", []string{"variants: lids, pots", "variants: lids, pots, lids"}},
		{"means with a slip", UnknownKey, "means", []string{"  means:", "  mean:"}},
		{"means with straight words", BadGloss, "", []string{`"a stitch in time" do it now`, "a stitch in time = do it now"}},
		{"means with a dash", "", "", []string{`time" do`, "time” – do"}},
		{"means with one mark", UnclosedQuote, "", []string{`"a stitch in time" do it now`, `"a stitch in time do it now`}},
		{"means of another line", EvidenceNotFound, "", []string{`"a stitch in time" do`, `"a stich in time" do`}},
		{"means with a capital", EvidenceNotFound, "a stitch in time", []string{`"a stitch in time" do`, `"A stitch in time" do`}},
		{"means of a reply", MisplacedKey, "", []string{"  id: noted\n", "  id: noted\n  means: \"Noted\" written down\n"}},
		{"then with a slip", UnknownKey, "then", []string{"  then: close", "  than: close"}},
		{"then to nowhere", UnknownBeat, "", []string{"  then: close", "  then: nowhere"}},
		{"then into another call", OtherCall, "", []string{"  then: close", "  then: dispatch"}},
		{"then without go", ReplyWithoutGo, "", []string{"  promises: yes\n  go: bye\n", "  promises: yes\n  then: bye\n"}},
		{"then of nothing", EmptyValue, "", []string{"  then: close", "  then:"}},
		{"a fragment in small letters", UnknownHeading, "FRAGMENT", []string{"FRAGMENT who", "Fragment who"}},
		{"a fragment with a colon", UnknownHeading, "FRAGMENT", []string{"FRAGMENT who", "FRAGMENT: who"}},
		{"a fragment of two words", BadName, "who-is-it", []string{"FRAGMENT who\n", "FRAGMENT who is it\n", "go: who\n", "go: who-is-it\n"}},
		{"a fragment without a way back", FragmentNoReturn, "", []string{"  go: return", "  go: street"}},
		{"a return with a slip", UnknownBeat, "return", []string{"  go: return", "  go: retrun"}},
		{"a return in capitals", BadName, "return", []string{"  go: return", "  go: RETURN"}},
		{"a call inside in capitals", UnknownHeading, "CALL inside", []string{"CALL inside", "CALL INSIDE"}},
		{"a call inside with a colon", UnknownHeading, "CALL", []string{"CALL inside", "CALL: inside"}},
		{"a call inside with a slip", UnknownHeading, "CALL inside", []string{"CALL inside", "CALL insde"}},
		{"a call inside without what", MissingKey, "", []string{"what: Ask.\n", ""}},
		{"a call inside that reads", MisplacedKey, "", []string{"what: Ask.\n", "what: Ask.\nreads: given\n"}},
		{"a colleague with a coloured heat", BadMoods, "", []string{"heat 1, trust 5", "heat 1 angry, trust 5"}},
		{"no-hang-up in other words", UnknownWord, "no-hang-up", []string{"kind: angry customer", "kind: angry customer, no hang up"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := withAll
			for i := 0; i < len(c.edits); i += 2 {
				if !strings.Contains(src, c.edits[i]) {
					t.Fatalf("there is no %q", c.edits[i])
				}
				n := 1
				if c.code == "" {
					n = -1
				}
				src = strings.Replace(src, c.edits[i], c.edits[i+1], n)
			}
			_, found := Parse("x.call", []byte(src))
			switch {
			case c.code == "" && len(found) > 0:
				t.Errorf("got %v", found)
			case c.code == "":
				formats(t, []byte(src))
				roundTrips(t, []byte(src))
			case len(found) != 1 || found[0].Code != c.code || found[0].Hint != c.hint:
				t.Errorf("want %s, hint %q; got %v", c.code, c.hint, found)
			}
		})
	}
}

// TestAnythingCanBeSaid: no text is damaged on its way through the script, its
// canonical form and JSON.
func TestAnythingCanBeSaid(t *testing.T) {
	for _, said := range []string{
		`It's, it’s, it‘s, it´s, it` + "`" + `s`, `"So" “so” „so“ «so» »so« ‹so› 'so' ‚so‘`, `#1! Really! # no`, `[sighs] Well.`, `Let me check: one moment: yes.`,
		`go: bye`, `FRAGMENT who`, `CALL inside`, `only: lids`, `== close`, `> no`, `CALLER (loud): no`, `version: 2`, `- yes`, `yes, no, ~, null`, `{"a": [1]}`, `\n \" \\ %d`, `<b>&amp;</b>`,
		`我的箱子在哪里?`, `أين صندوقي؟ "غداً"`, `איפה הקופסה`, `😀👩‍👩‍👧‍👦🇬🇭`, `e` + "\u0301\u0302", "a\u00a0b\u202fc\u200bd\u2028e", "tab\there", `...`, `—`,
	} {
		src := strings.NewReplacer(
			"CALLER: Right.", "CALLER (quiet): "+said+"\n  says: detail “"+said+"”\n  means: „"+said+"” "+said,
			"ending: a grudging trust", "ending: "+said, "> I ring you by ten.", "> "+said, "title: The late box", "title: "+said,
			"  tempts: It is true.", "  tempts: "+said, "The box is late.", said, "what: Ring back about the box.", "what: "+said, "Ms Osei", said,
		).Replace(small)
		if strings.ContainsAny(said, quotes) {
			src = strings.Replace(src, "\n  means: „"+said+"” "+said, "", 1) // words with marks cannot be told from where they end
		}
		s, found := Parse("x.call", []byte(src))
		if len(found) > 0 {
			t.Errorf("%s: %v", said, found)
			continue
		}
		again, _ := Parse("x.call", formats(t, []byte(src)))
		roundTrips(t, []byte(src))
		for _, s := range []*Scenario{s, again} {
			first := s.Calls[0]
			line, reply := first.Beats[2].Lines[0], first.Beats[1].Replies[0]
			texts := []string{s.Title, s.Papers[0].Text, s.Concerns[0].Text, s.Promise.What, line.Text, line.Says[0].Words, reply.Text, first.Beats[2].Ending, first.Beats[0].Replies[1].Tempts}
			if i := slices.IndexFunc(texts, func(got string) bool { return got != said }); i >= 0 {
				t.Errorf("%d: said %q, read %q", i, said, texts[i])
			}
		}
	}
}

// TestCutOffAnywhere: a file that ends too early has a problem, or is the same
// but for its last line end; it is never formatted into something else.
func TestCutOffAnywhere(t *testing.T) {
	for i := range len(withAll) {
		if _, found := Parse("x.call", []byte(withAll[:i])); len(found) > 3 {
			t.Errorf("after %q: %v", withAll[max(0, i-30):i], found)
		}
		formats(t, []byte(withAll[:i]))
	}
}

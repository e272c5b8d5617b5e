package script

import (
	"bytes"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// mistakes makes one mistake each in testdata/small.call: every pair of
// strings replaces the first by the second. The place where the problem must
// be reported is marked with §.
var mistakes = []struct {
	name, code string
	hint       string
	edits      []string
}{
	{"a key with a slip", UnknownKey, "title", []string{"title:", "§titel:"}},
	{"a key in capitals", UnknownKey, "title", []string{"title:", "§Title:"}},
	{"a key with letters too many", UnknownKey, "go", []string{"  patience: -2\n  go: close", "  patience: -2\n  §gotto: close"}},
	{"a key of another trade", UnknownKey, "go", []string{"  patience: -2\n  go: close", "  patience: -2\n  §goto: close"}},
	{"a key of two words", UnknownKey, "hang-up", []string{"wants: own-it", "§hang up: fair"}},
	{"a key nobody knows", UnknownKey, "", []string{"title:", "§colour:"}},
	{"a paper nobody knows", UnknownKey, "", []string{"  client:", "  §colour:"}},
	{"a key for go nobody knows", UnknownKey, "", []string{"  patience: -2\n  go: close", "  patience: -2\n  §afterwards: close"}},
	{"a header key among the papers", MisplacedKey, "", []string{"title: The late box\n", "", "  client:", "  §title: The late box\n  client:"}},
	{"evidence under a beat's reply", MisplacedKey, "", []string{"  tempts: It is true.", "  §says: feeling \"Friday\""}},
	{"wants below a reply", MisplacedKey, "", []string{"wants: own-it\n", "", "  settles: box", "  settles: box\n§wants: own-it"}},
	{"moods of the first call", MisplacedKey, "", []string{"CALL first\n", "CALL first\n§moods: heat 3, trust 6, confusion 1, patience 12\n"}},
	{"a heading in small letters", UnknownHeading, "FILE", []string{"FILE", "§file"}},
	{"a heading with a colon", UnknownHeading, "CONCERNS", []string{"CONCERNS", "§Concerns:"}},
	{"a heading with a slip", UnknownHeading, "PROMISE", []string{"PROMISE", "§PROMISES"}},
	{"a call with a slip", UnknownHeading, "CALL first", []string{"CALL first", "§CALL frist"}},
	{"a call nobody knows", UnknownHeading, "", []string{"CALL late", "§CALL tomorrow-week"}},
	{"a caller in small letters", UnknownHeading, "CALLER", []string{"CALLER: Well.", "§Caller: Well."}},
	{"a caller with a slip", UnknownHeading, "CALLER", []string{"CALLER: Well.", "§CALER: Well."}},
	{"a beat with three signs", UnknownHeading, "== close", []string{"== close", "§=== close"}},
	{"a beat with one sign", UnknownHeading, "== close", []string{"== close", "§= close"}},
	{"a heading nobody knows", UnknownHeading, "", []string{"FILE", "§REMARKS"}},
	{"no concerns at all", MissingHeading, "", []string{
		"CONCERNS\n  stated box: The box is late.\n  hidden school: The school is waiting.\n    opens: trust 5 or open-question\n    pays: 6\n", "",
		"want box \"Where", "detail \"Where", "want box \"my", "detail \"my", "  settles: box\n", "", "settled box, given", "given",
		"settled box and given", "given", "CALLER: You said you would ring.\nending: lost", "CALLER: You said you would ring.\n§ending: lost",
	}},
	{"no title", MissingKey, "", []string{"version", "§version", "title: The late box\n", ""}},
	{"no temper", MissingKey, "", []string{"CALLER osei", "§CALLER osei", "  temper: hurried\n", ""}},
	{"no gentle", MissingKey, "", []string{"CALLER osei", "§CALLER osei", "  gentle: heat 4, trust 5, confusion 1, patience 18\n", ""}},
	{"no latest", MissingKey, "", []string{"PROMISE", "§PROMISE", "  latest: 2 days\n", ""}},
	{"no moods of a second call", MissingKey, "", []string{"CALL late\nmoods: heat 5, trust 4, confusion 1, patience 12\n", "§CALL late\n"}},
	{"no value", EmptyValue, "", []string{"title: The late box", "§title:"}},
	{"nothing between commas", EmptyValue, "", []string{"settles: box", "settles: box,§"}},
	{"quoted words that show nothing", EmptyValue, "", []string{"shows: own-it \"ours", "shows: §\"ours"}},
	{"a reply without words", EmptyText, "", []string{"> It left on Friday.", "§>"}},
	{"a line without words", EmptyText, "", []string{"CALLER: Well.", "§CALLER:"}},
	{"a concern without words", EmptyText, "", []string{"stated box: The box is late.", "stated §box:"}},
	{"two beats of one name", TwiceNamed, "", []string{"== kept-hello", "== §close"}},
	{"two concerns of one name", TwiceNamed, "", []string{"hidden school:", "hidden §box:"}},
	{"two replies of one name", TwiceNamed, "", []string{"> It left", "§> It left", "id: friday", "id: mend"}},
	{"one mood twice", TwiceNamed, "", []string{"heat -1, trust +2", "heat -1, §heat +2"}},
	{"one behaviour twice", TwiceNamed, "", []string{"to mend\", open-question", "to mend\", §own-it"}},
	{"one name twice in a list", TwiceNamed, "", []string{"settles: box", "settles: box, §box"}},
	{"one flag twice", TwiceNamed, "", []string{"settled box, given", "settled box, given, §given"}},
	{"a key twice", TwiceGiven, "", []string{"title: The late box", "title: The late box\n§title: The late box"}},
	{"a heading twice", TwiceGiven, "", []string{"\nCALLER osei", "\n§FILE\n  note: x\nCALLER osei"}},
	{"a call twice", TwiceGiven, "", []string{"CALL missed", "CALL missed\nmoods: heat 8, trust 1, confusion 1, patience 8\n== gone\nCALLER: Gone.\nending: gone\n§CALL missed"}},
	{"a name in capitals", BadName, "late-box", []string{"id: late-box", "id: §Late Box"}},
	{"a name with a smart dash", BadName, "late-box", []string{"id: late-box", "id: §late–box"}},
	{"a caller without name", BadName, "", []string{"CALLER osei", "§CALLER"}},
	{"a beat without name", BadName, "", []string{"== close\n", "== close\nCALLER: No.\n> Yes.\n  id: yes\n  go: close\n§==\n"}},
	{"a number in words", BadNumber, "2", []string{"difficulty: 2", "difficulty: §two"}},
	{"half a number", BadNumber, "", []string{"difficulty: 2", "difficulty: §2.5"}},
	{"a mood of 11", OutOfRange, "", []string{"heat 6 angry", "heat §11 angry"}},
	{"a patience of 7", OutOfRange, "", []string{"patience 14", "patience §7"}},
	{"a patience that rises", OutOfRange, "", []string{"patience: -2", "patience: §+2"}},
	{"a difficulty of 6", OutOfRange, "", []string{"difficulty: 2", "difficulty: §6"}},
	{"a condition's mood of 11", OutOfRange, "", []string{"when: heat 5", "when: heat §11"}},
	{"a version before the first", OutOfRange, "", []string{"version: 1", "version: §0"}},
	{"a number without end", OutOfRange, "", []string{"pays: 6", "pays: §99999999999999999999999"}},
	{"a yes with a slip", UnknownWord, "yes", []string{"promises: yes", "promises: §yess"}},
	{"a value nobody holds", UnknownWord, "", []string{"values: delivering", "values: §gold"}},
	{"a colour of heat nobody knows", UnknownWord, "angry", []string{"heat 6 angry", "heat 6 §angri"}},
	{"a language in words", UnknownWord, "", []string{"language: en", "language: §English"}},
	{"a mood missing", BadMoods, "", []string{"moods: heat 6 angry, trust 3,", "moods: §heat 6 angry,"}},
	{"a mood with a slip", BadMoods, "trust", []string{"angry, trust 3", "angry, §turst 3"}},
	{"no colour of heat", BadMoods, "", []string{"heat 6 angry", "§heat 6"}},
	{"a second colour of heat", BadMoods, "", []string{"gentle: heat 4", "gentle: heat 4 §angry"}},
	{"no comma between moods", BadMoods, "", []string{"heat 4, trust 5,", "heat 4, trust 5 §confusion 1,", " confusion 1, patience 18", " patience 18", "trust 5 §confusion 1, patience", "trust 5 §confusion 1, confusion 1, patience"}},
	{"a time without unit", BadSpan, "", []string{"soonest: 2 hours", "soonest: §2"}},
	{"a unit with a slip", BadSpan, "hours", []string{"soonest: 2 hours", "soonest: 2 §huors"}},
	{"latest before soonest", BadWindow, "", []string{"PROMISE", "§PROMISE", "latest: 2 days", "latest: 1 hour"}},
	{"a comma in a condition", BadCondition, "", []string{"trust 5 or open", "trust §5, open"}},
	{"a word with a slip in a condition", BadCondition, "settled", []string{"when: settled box", "when: §setled box"}},
	{"a condition that breaks off", BadCondition, "", []string{"and not given", "and not§"}},
	{"a mood without number", BadCondition, "", []string{"when: heat 5", "when: heat §high"}},
	{"patience in a condition", BadCondition, "", []string{"when: heat 5", "when: §patience 5"}},
	{"a behaviour in if", BadCondition, "", []string{"and not given", "and §own-it"}},
	{"a mood carried over", BadCondition, "", []string{"settled box, given", "settled box, given, §heat 5"}},
	{"a fact of no kind", BadFact, "want", []string{"says: want box \"my", "says: §wnat box \"my"}},
	{"a fact in other words", BadFact, "", []string{"it?\", feeling \"isn't", "it?\", §the feeling of \"isn't"}},
	{"a behaviour in two words", BadFact, "", []string{"open-question \"", "§open question \""}},
	{"a fact of two concerns", BadFact, "", []string{"want box \"my", "want box §school \"my"}},
	{"a concern with a slip", BadConcern, "hidden", []string{"hidden school", "§hiden school"}},
	{"a concern without its kind", BadConcern, "stated box", []string{"stated box:", "§box:"}},
	{"a concern without colon", BadConcern, "", []string{"stated box: The box", "stated §box The box"}},
	{"a tone that is not closed", BadCaller, "", []string{"CALLER (loud): Where", "CALLER §(loud: Where", "  when: heat 5\n  says: want box \"Where is it?\", feeling \"isn't here\"\n", ""}},
	{"a name before the colon", BadCaller, "", []string{"CALLER: Well.", "CALLER §osei: Well."}},
	{"no colon after CALLER", BadCaller, "", []string{"CALLER: Well.", "CALLER §Well then."}},
	{"a want of nothing", FactWithoutConcern, "", []string{"says: want box \"my", "says: §want \"my"}},
	{"a concern of another name", UnknownConcern, "box", []string{"settles: box", "settles: §bax"}},
	{"a concern of another name in a second call", UnknownConcern, "box", []string{"when: settled box", "when: settled §bax"}},
	{"a beat of another name", UnknownBeat, "close", []string{"moods: heat -1, trust +2\n  go: close", "moods: heat -1, trust +2\n  go: §colse"}},
	{"a beat that is missing, named twice", UnknownBeat, "", []string{"trust +2\n  go: close", "trust +2\n  go: §elsewhere", "-2\n  go: close", "-2\n  go: elsewhere"}},
	{"a beat of another call", OtherCall, "", []string{"  go: bye", "  go: §late-hello"}},
	{"no go", ReplyWithoutGo, "", []string{"> It left", "§> It left", "  patience: -2\n  go: close\n", "  patience: -2\n"}},
	{"no id", NoID, "", []string{"> It left", "§> It left", "  id: friday\n", ""}},
	{"an idiom without its words", BadGloss, "", []string{"CALLER: Well.", "CALLER: Well.\n  means: §all right"}},
	{"an idiom without meaning", BadGloss, "", []string{"CALLER: Well.", "CALLER: Well.\n  means: §\"Well\""}},
	{"an idiom that is not said", EvidenceNotFound, "Well", []string{"CALLER: Well.", "CALLER: Well.\n  means: \"§well\" all right"}},
	{"a variant with a slip", UnknownVariant, "lids", []string{"language: en", "language: en\nvariants: lids, pots", "client: Ms Osei", "client: Ms Osei\n  only: §lid\n  client: Mr Osei\n  only: lids"}},
	{"a variant nobody named", UnknownVariant, "", []string{"> It left on Friday.", "> It left on Friday.\n  only: §pots"}},
	{"two variants alike", VariantsAlike, "", []string{"language: en", "language: en\nvariants: lids, pots, §pans", "client: Ms Osei", "client: Ms Osei\n  only: lids"}},
	{"a beat of another variant", UnknownBeat, "", []string{"language: en", "language: en\nvariants: lids, pots", "  go: close", "  go: §aside\n  only: lids\n> Mine.\n  id: mine\n  go: close", "== close", "== aside\nonly: pots\nCALLER: Hm.\n> So?\n  id: so\n  go: close\n== close", "  patience: -2\n  go: close", "  patience: -2\n  go: close\n> That way.\n  id: way\n  only: pots\n  go: aside"}},
	{"one name in two variants that meet", TwiceNamed, "", []string{"language: en", "language: en\nvariants: lids, pots", "> It left", "§> It left", "id: friday", "id: mend\n  only: pots"}},
	{"only above the papers", MisplacedKey, "", []string{"language: en", "language: en\nvariants: lids, pots", "  client: Ms Osei", "  §only: lids\n  client: Ms Osei", "CALLER: Well.", "CALLER: Oh.\n  only: lids\nCALLER: Well."}},
	{"only twice", TwiceGiven, "", []string{"language: en", "language: en\nvariants: lids, pots", "client: Ms Osei", "client: Ms Osei\n  only: lids\n  §only: lids"}},
	{"a fragment without what follows", ThenMissing, "", []string{"trust +2\n  go: close", "trust +2\n  go: §who", "CALL kept", "FRAGMENT who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\nCALL kept"}},
	{"a fragment with a slip", UnknownBeat, "who", []string{"trust +2\n  go: close", "trust +2\n  go: who\n  then: close", "-2\n  go: close", "-2\n  go: §woh\n  then: close", "CALL kept", "FRAGMENT who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\nCALL kept"}},
	{"a beat after a fragment that is not there", UnknownBeat, "close", []string{"trust +2\n  go: close", "trust +2\n  go: who\n  then: §clos", "CALL kept", "FRAGMENT who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\nCALL kept"}},
	{"a way into the middle of a fragment", OtherCall, "", []string{"trust +2\n  go: close", "trust +2\n  go: who\n  then: close", "-2\n  go: close", "-2\n  go: §street", "CALL kept", "FRAGMENT who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\nCALL kept"}},
	{"a way out of a fragment", OtherCall, "", []string{"trust +2\n  go: close", "trust +2\n  go: who\n  then: close", "CALL kept", "FRAGMENT who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\n> Gone.\n  id: gone\n  go: §close\nCALL kept"}},
	{"a beat after a beat", ThenUnwanted, "", []string{"trust +2\n  go: close", "trust +2\n  go: close\n  then: §bye"}},
	{"a return from a call", ReturnOutside, "", []string{"trust +2\n  go: close", "trust +2\n  go: §return"}},
	{"a fragment without return", FragmentNoReturn, "", []string{"trust +2\n  go: close", "trust +2\n  go: who\n  then: close", "CALL kept", "FRAGMENT §who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: street\nCALL kept"}},
	{"a fragment nobody uses", FragmentUnused, "", []string{"CALL kept", "FRAGMENT §who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\nCALL kept"}},
	{"a fragment called return", BadName, "", []string{"CALL kept", "FRAGMENT §return\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\nCALL kept"}},
	{"a fragment without name", BadName, "", []string{"CALL kept", "§FRAGMENT\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\nCALL kept"}},
	{"a fragment with a slip in its heading", UnknownHeading, "FRAGMENT", []string{"trust +2\n  go: close", "trust +2\n  go: who\n  then: close", "CALL kept", "§FRAGMNT who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\nCALL kept"}},
	{"an empty fragment", EmptyCall, "", []string{"trust +2\n  go: close", "trust +2\n  go: who\n  then: close", "CALL kept", "FRAGMENT §who\nCALL kept"}},
	{"a fragment within itself", FragmentLoop, "", []string{"trust +2\n  go: close", "trust +2\n  go: who\n  then: close", "CALL kept", "FRAGMENT §who\n== street\nCALLER: Mill Lane.\n> Noted.\n  id: noted\n  go: return\n> Again?\n  id: again\n  go: who\n  then: street\nCALL kept"}},
	{"a call inside without its moods", MissingKey, "", []string{"CALL kept", "§CALL inside\nname: Ravi\nwhat: Ask.\ntemper: hurried\n== dispatch\nCALLER: Yes?\nending: asked\nCALL kept"}},
	{"a call inside without a name", MissingKey, "", []string{"CALL kept", "§CALL inside\nwhat: Ask.\ntemper: hurried\nmoods: heat 1, trust 5, confusion 0, patience 9\n== dispatch\nCALLER: Yes?\nending: asked\nCALL kept"}},
	{"a temper of the first call", MisplacedKey, "", []string{"CALL first\n", "CALL first\n§temper: hurried\n"}},
	{"a name of a second call", MisplacedKey, "", []string{"CALL late\n", "CALL late\n§name: Ravi\n"}},
	{"a promise inside the house", MisplacedKey, "", []string{"CALL kept", "CALL inside\nname: Ravi\nwhat: Ask.\ntemper: hurried\nmoods: heat 1, trust 5, confusion 0, patience 9\n== dispatch\nCALLER: Yes?\n§> Soon.\n  id: soon\n  promises: yes\n  go: asked\n== asked\nCALLER: Fine.\nending: asked\nCALL kept"}},
	{"a kind with a slip", UnknownWord, "no-hang-up", []string{"kind: angry customer", "kind: angry customer, §no-hangup"}},
	{"a kind with no promise that has one", PromiseUnwanted, "", []string{"kind: angry customer", "kind: angry customer, no-promise", "PROMISE", "§PROMISE"}},
	{"text that runs over", StrayText, "", []string{"> It left on Friday.", "> It left\n§on Friday."}},
	{"a key without colon", StrayText, "tempts:", []string{"tempts: It is", "§tempts It is"}},
	{"a reply outside of a beat", OutsideBeat, "", []string{"CALL first\n", "CALL first\n§> Hello?\n  id: hello\n  go: bye\n"}},
	{"a line outside of a beat", OutsideBeat, "", []string{"CALL first\n", "CALL first\n§CALLER: Hello?\n  when: heat 5\n"}},
	{"a line below the replies", MisplacedLine, "", []string{"== close\n", "§CALLER: More.\n  when: heat 3\n== close\n"}},
	{"evidence that was not said", EvidenceNotFound, "", []string{"\"my box\"", "\"§your box\""}},
	{"evidence in capitals", EvidenceNotFound, "my box", []string{"\"my box\"", "\"§My box.\""}},
	{"no evidence", MissingEvidence, "", []string{"shows: own-it \"ours to mend\"", "shows: §own-it"}},
	{"empty evidence", MissingEvidence, "", []string{"\"my box\"", "\"\"", "says: want box \"\"", "says: §want box \"\""}},
	{"a quotation mark without its other", UnclosedQuote, "", []string{"\"my box\"", "§\"my box"}},
	{"no comma between facts", MissingComma, "", []string{"open-question \"What was it for?\"", "open-question \"What was§\" ask-why \"it for?\""}},
	{"no comma between names", MissingComma, "", []string{"settles: box", "settles: box §school"}},
	{"no comma between flags", MissingComma, "", []string{"settled box, given", "settled box §given", "box and given", "box"}},
	{"neither replies nor ending", DeadEnd, "", []string{"== bye", "== §bye", "ending: a grudging trust\n", ""}},
	{"nothing said", BeatWithoutLine, "", []string{"== close", "== §close", "CALLER: Well.\n", ""}},
	{"an ending with replies", EndingWithReplies, "", []string{"== close", "== §close", "CALLER: Well.\n", "CALLER: Well.\nending: glad\n"}},
	{"a call without beats", EmptyCall, "", []string{"CALL late", "§CALL late", "== late-hello\nCALLER: You said ten.\nending: sore\n", ""}},
	{"no second call for late", MissingCall, "", []string{"PROMISE", "§PROMISE", "CALL late\nmoods: heat 5, trust 4, confusion 1, patience 12\n== late-hello\nCALLER: You said ten.\nending: sore\n", ""}},
	{"no call first", MissingCall, "", []string{"CALL first\n==", "§=="}},
	{"the first call below others", CallOrder, "", []string{
		"CALL first\n", "CALL kept\nmoods: heat 3, trust 6, confusion 1, patience 12\n== hey\nCALLER: Hey.\nending: glad\n§CALL first\n",
		"CALL kept\nmoods: heat 3, trust 6, confusion 1, patience 12\nreads: settled box, given\n== kept-hello\nCALLER: It came.\n  when: settled box and given\nCALLER: Hm.\nending: glad\n", "",
	}},
	{"second calls without promise", CallWithoutPromise, "", []string{"PROMISE\n  what: Ring back about the box.\n  soonest: 2 hours\n  latest: 2 days\n  grace: 20 minutes\n", "", "  promises: yes\n", "", "CALL kept", "§CALL kept"}},
	{"a promise nobody asks for", PromiseMissing, "", []string{"PROMISE\n  what: Ring back about the box.\n  soonest: 2 hours\n  latest: 2 days\n  grace: 20 minutes\n", "", "> I ring", "§> I ring", small[strings.Index(small, "CALL kept"):], ""}},
	{"a promise nobody makes", PromiseNeverMade, "", []string{"PROMISE", "§PROMISE", "  promises: yes\n", ""}},
	{"a gift nobody values", GivesWithoutValues, "", []string{"  values: delivering\n", "", "> That is ours", "§> That is ours"}},
	{"a flag that is not carried over", FlagNotRead, "", []string{"reads: settled box, given", "reads: settled box", "box and given", "box and §given"}},
	{"cut off in a reply", CutOff, "", []string{small[strings.Index(small, "  patience: -2"):], "  patience: -2§"}},
	{"cut off in a quotation", CutOff, "", []string{small[strings.Index(small, " to mend\", open"):], "§"}},
	{"cut off in a beat", CutOff, "", []string{small[strings.Index(small, "wants: own-it"):], "wants: own-it§\n"}},
	{"cut off in a word", CutOff, "", []string{small[strings.Index(small, "ending: lost"):], "endi§"}},
	{"cut off after a call's heading", CutOff, "", []string{small[strings.Index(small, "== late-hello"):], "§", "patience 12\n§", "patience 12§\n"}},
	{"a newer version", NewerVersion, "", []string{"version: 1", "version: §2"}},
	{"a byte that is not text", NotText, "", []string{"The late box", "The §\x00late box"}},
	{"another encoding", NotText, "", []string{"Where is my box?", "O\u00f9 §\xe9 is my box?"}},
	{"UTF-16", NotText, "", []string{small, "§\xff\xfev\x00e\x00"}},
	{"only comments", EmptyFile, "", []string{small, "§# soon\n\n"}},
	{"a giant file", TooBig, "", []string{small, "§" + strings.Repeat("# nothing\n", MaxFile/10+1)}},
	{"a giant line", TooLong, "", []string{"  client: Ms Osei", "§  client: " + strings.Repeat("x", maxLine)}},
	{"a giant list", TooMany, "", []string{"wants: own-it", "wants: own-it" + manyNames(maxItems) + ", §one-too-many"}},
}

// manyNames is the rest of a list of n names.
func manyNames(n int) string {
	var b strings.Builder
	for i := range n - 1 {
		b.WriteString(", b" + strconv.Itoa(i))
	}
	return b.String()
}

var small = func() string {
	src, err := os.ReadFile("testdata/small.call")
	if err != nil {
		panic(err)
	}
	return string(src)
}()

// marked makes the edits and returns the text without the mark, and its place.
func marked(t *testing.T, edits []string) (string, Pos) {
	t.Helper()
	text := small
	for i := 0; i < len(edits); i += 2 {
		if !strings.Contains(text, edits[i]) {
			t.Fatalf("the small script has no %q", edits[i])
		}
		text = strings.Replace(text, edits[i], edits[i+1], 1)
	}
	before, after, ok := strings.Cut(text, "§")
	if !ok {
		t.Fatal("no place is marked")
	}
	lines := strings.Split(before, "\n")
	return before + after, Pos{len(lines), utf8.RuneCountInString(lines[len(lines)-1]) + 1}
}

func TestSmallScriptIsSound(t *testing.T) {
	if s, ds := Parse("small.call", []byte(small)); s == nil || len(ds) > 0 {
		t.Fatalf("problems: %v", ds)
	}
}

func TestOneMistakeOneDiagnostic(t *testing.T) {
	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			src, at := marked(t, m.edits)
			s, ds := Parse("x.call", []byte(src))
			if len(ds) != 1 {
				t.Fatalf("want the one problem %s, got %v", m.code, ds)
			}
			d := ds[0]
			if d.Code != m.code || d.Line != at.Line || d.Col != at.Col {
				t.Errorf("got %s at %d:%d, want %s at %d:%d\n%v", d.Code, d.Line, d.Col, m.code, at.Line, at.Col, d)
			}
			if m.hint != d.Hint {
				t.Errorf("got the hint %q, want %q", d.Hint, m.hint)
			}
			if d.Message == "" || !strings.HasSuffix(d.Message, ".") {
				t.Errorf("the message is no sentence: %q", d.Message)
			}
			if lacks := []string{MissingHeading, MissingKey, MissingCall}; slices.Contains(lacks, m.code) && d.Missing == "" {
				t.Errorf("nothing says what is missing: %v", d)
			}
			if m.code == OutOfRange && d.Allowed == "" {
				t.Errorf("nothing says what may stand there: %v", d)
			}
			for _, word := range strings.FieldsFunc(d.Missing+","+d.Allowed, func(r rune) bool { return strings.ContainsRune(" ,…", r) }) {
				if !strings.Contains(d.Message, word) {
					t.Errorf("the message does not name %q: %v", word, d)
				}
			}
			refused := m.code == NewerVersion || m.code == NotText || m.code == TooBig
			if refused != (s == nil) {
				t.Errorf("scenario is nil: %v", s == nil)
			}
			if slices.Contains(warnings, m.code) != d.Warning {
				t.Errorf("warning is %v", d.Warning)
			}
			again, _ := Parse("x.call", bytes.ReplaceAll([]byte(src), []byte("\n"), []byte("\r\n")))
			if (again == nil) != (s == nil) {
				t.Error("with the line ends of Windows the result differs")
			}
		})
	}
}

func TestEveryCodeHasAMistake(t *testing.T) {
	file, err := goparser.ParseFile(token.NewFileSet(), "codes.go", nil, goparser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	// These have tests of their own, or a page with a whole script.
	tried := map[string]bool{TooManyProblems: true, FragmentDepth: true, FragmentSize: true, PromiseNotSaid: true, TranslationDiffers: true}
	for _, m := range mistakes {
		tried[m.code] = true
	}
	seen := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		code, _ := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
		if seen[code] || !isName(code) || !tried[code] {
			t.Errorf("%s: twice, badly named or without a mistake that shows it", code)
		}
		if doc := v.Doc.Text(); !strings.HasPrefix(doc, v.Names[0].Name) || !strings.HasSuffix(strings.TrimSpace(doc), ".") {
			t.Errorf("%s has no sentence", code)
		}
		seen[code] = true
		return true
	})
	for code := range tried {
		if !seen[code] {
			t.Errorf("codes.go has no %s", code)
		}
	}
}

func TestManyProblemsAreCutShort(t *testing.T) {
	_, ds := Parse("x.call", []byte(strings.Repeat("colour: x\n", 5000)))
	if len(ds) > maxProblems+1 || ds[len(ds)-1].Code != TooManyProblems {
		t.Errorf("got %d problems, the last %v", len(ds), ds[len(ds)-1])
	}
}

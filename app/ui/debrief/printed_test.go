package debrief

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/score/plays"
	"keepcool/app/solve"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/telling"
	"keepcool/scenarios"
)

// A printed play is what callscript play --json prints of one.
type printed struct {
	Hash    string        `json:"hash"`
	Variant string        `json:"variant"`
	Moves   []printedMove `json:"moves"`
	Card    score.Card    `json:"card"`
	Rule    string        `json:"rule"`
	Best    []string      `json:"best_line"`
}

type printedMove struct {
	Move          string
	Before, After struct{ Heat int }
	Evidence      []struct {
		Key, What string
		Points    int
		Words     string
	}
	Regret score.Points
	Cost   float64
	Better string
}

// A blessed play is one that is written beside a shipped scenario.
type blessed struct {
	file string // of the scenario
	plays.Play
	printed chan printed
}

func (b *blessed) name() string {
	return fmt.Sprintf("%s/%s-%s-line-%d", b.file, b.Kind, b.Variant, b.Line)
}

func allBlessed(t *testing.T) []*blessed {
	t.Helper()
	files, err := fs.Glob(scenarios.FS, "*.plays")
	if err != nil || len(files) == 0 {
		t.Fatalf("no plays: %v", err)
	}
	var all []*blessed
	for _, file := range files {
		src, err := scenarios.FS.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		read, problems := plays.Parse(src)
		if len(problems) > 0 {
			t.Fatal(file, problems)
		}
		for _, p := range read.Plays {
			all = append(all, &blessed{strings.TrimSuffix(file, ".plays") + ".call", p, make(chan printed, 1)})
		}
	}
	return all
}

// print has the author's tool print every play, one after the other, while the
// test goes on. What can't be printed is told and leaves its channel closed.
func printAll(t *testing.T, all []*blessed) {
	t.Helper()
	folder := t.TempDir()
	tool := filepath.Join(folder, "callscript")
	if out, err := exec.Command("go", "build", "-o", tool, "keepcool/cmd/callscript").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	written := map[string]bool{}
	for _, b := range all {
		if written[b.file] {
			continue
		}
		src, err := scenarios.FS.ReadFile(b.file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, b.file), src, 0o600); err != nil {
			t.Fatal(err)
		}
		written[b.file] = true
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, b := range all {
			var moves []string
			for _, m := range b.Moves {
				moves = append(moves, m.Text)
			}
			out, err := exec.Command(tool, "play", filepath.Join(folder, b.file), "--variant", b.Variant,
				"--setting", b.Setting.String(), "--moves", strings.Join(moves, ","), "--json").Output()
			var p printed
			if err == nil {
				err = json.Unmarshal(out, &p)
			}
			if err != nil {
				t.Errorf("%s: %v", b.name(), err)
			} else {
				b.printed <- p
			}
			close(b.printed)
		}
	}()
	t.Cleanup(func() { <-done })
}

// TestEveryFigureIsWhatCallscriptPrints plays every blessed play at the desk,
// reads what is drawn, and compares it with what the author's tool prints.
func TestEveryFigureIsWhatCallscriptPrints(t *testing.T) {
	all := allBlessed(t)
	printAll(t, all)
	set := open(t)
	set.Trainee("Ada Okafor")
	most := map[string]score.Points{}
	for _, b := range all {
		t.Run(b.name(), func(t *testing.T) {
			want, ok := <-b.printed
			if !ok {
				t.Fatal("it was not printed")
			}
			r := atTheDesk(t, set, b)
			sc := r.shown()
			if len(set.Failures) > 0 {
				t.Fatal(set.Failures)
			}
			if want.Hash != sc.r.Attempt.ScenarioHash {
				t.Fatal("another text was printed")
			}
			p := sheet{t, sc, want}
			p.top()
			at := fmt.Sprint(b.file, b.Variant, b.Setting)
			if _, known := most[at]; !known {
				x := solve.With(r.play.Case(), b.Setting, set.Desk().Shelf.Weights, r.x.Scale, solve.DefaultBudget)
				m, err := x.Outcome()
				must(err)
				most[at] = m
			}
			p.outcome(most[at])
			p.stands(all, b)
			for i := range want.Moves {
				p.move(i)
			}
			p.best()
		})
	}
}

// atTheDesk plays a blessed play as an attempt, moves, hours, notes and all.
func atTheDesk(t *testing.T, set *stage.Stage, b *blessed) *rehearsal {
	t.Helper()
	set.SetNow(stage.UsualNow)
	entry := set.Desk().Shelf.Entries[slices.IndexFunc(set.Desk().Shelf.Entries, func(e *trainer.Entry) bool { return e.File == b.file })]
	var r *rehearsal
	for r == nil {
		p, err := set.Desk().Begin(set.Who(), entry, b.Setting, trainer.Practice, false)
		if err != nil {
			t.Fatal(err)
		}
		if v, name := p.Scenario().Variant(); name == b.Variant || b.Variant == "" && v == 0 {
			r = rehearse(set, p)
		}
	}
	for _, written := range b.Moves {
		m, err := r.play.Case().ParseMove(written.Text)
		if err != nil {
			t.Fatal(err)
		}
		if m.Kind != call.FollowUp {
			r.do(m)
			r.write(4)
			continue
		}
		p, _ := r.play.Promise()
		set.SetNow(map[call.Word]time.Time{
			call.Kept: p.Hour, call.Late: p.Grace.Add(time.Minute), call.Missed: p.Late.Add(time.Minute), call.LapsedWord: p.Lapses.Add(time.Minute),
		}[m.Word])
		r.do(m)
		if r.play.Stage() == trainer.StageFile {
			must(r.play.Answer())
		}
	}
	return r.write(4)
}

// A sheet is a debrief as it is drawn, beside what was printed of the same play.
type sheet struct {
	*testing.T
	sc   *Screen
	want printed
}

// drawn is what is written within o, in the order of drawing.
func drawn(o fyne.CanvasObject) (all []string) {
	switch o := o.(type) {
	case *canvas.Text:
		if o.Visible() && strings.TrimSpace(o.Text) != "" {
			all = append(all, strings.TrimSpace(o.Text))
		}
	case *fyne.Container:
		for _, c := range o.Objects {
			if o.Visible() {
				all = append(all, drawn(c)...)
			}
		}
	case fyne.Widget:
		if o.Visible() {
			for _, c := range stage.RendererOf(o).Objects() {
				all = append(all, drawn(c)...)
			}
		}
	}
	return all
}

func words(o fyne.CanvasObject) string { return plainly(strings.Join(drawn(o), " ")) }

func plainly(s string) string { return strings.Join(strings.Fields(s), " ") }

func (p sheet) is(what, got, want string) {
	p.Helper()
	if plainly(got) != plainly(want) {
		p.Errorf("%s: drawn is\n%s\nprinted\n%s", what, got, want)
	}
}

func (p sheet) has(what, got, want string) {
	p.Helper()
	if !strings.Contains(got, plainly(want)) {
		p.Errorf("%s: %q is not drawn in %s", what, want, got)
	}
}

// top is the overall with the rule that decided, the four keys, and the
// caller's verdict.
func (p sheet) top() {
	parts, card := p.sc.body.Objects, p.want.Card
	name := "Overall"
	if !card.Keys[rubric.Follow].Final {
		name = "So far"
	}
	first := words(parts[0])
	if overall := strconv.Itoa(int(card.Overall)) + " " + name + " "; !strings.HasPrefix(first, overall) {
		p.Errorf("the overall: %q is not drawn first in %s", overall, first)
	}
	if card.Rule.Code != score.RuleCritical {
		p.has("the rule", first, p.want.Rule)
	}
	var keys string
	for k, s := range card.Keys {
		if s.Final {
			keys += fmt.Sprintf("%s %d %s of %d points ", telling.KeyName(rubric.Key(k)), int(s.Score), telling.Number(s.Points), s.Best)
		} else {
			keys += telling.KeyName(rubric.Key(k)) + " – " + p.sc.r.pendingWords() + " "
		}
	}
	at := 1
	if p.sc.offered() {
		at = 2
	}
	head := locale.Text("today.keys") + " " + locale.Text("compare.with") + " C "
	p.is("the keys", words(parts[at].(*fyne.Container).Objects[0]), head+keys)
	for _, o := range parts[at+1:] {
		if w := words(o); strings.Contains(w, "The caller's verdict") {
			p.has("the caller", w, p.sc.r.Caller()+" would say")
			said := regexp.MustCompile(`would say .*? (\d) of 5`).FindStringSubmatch(w)
			if said == nil || said[1] != strconv.Itoa(card.Caller) {
				p.Errorf("the caller: %q, printed %d", said, card.Caller)
			}
			return
		}
	}
	p.Error("the caller's verdict is not drawn")
}

// outcome is what was paid for the result, of what could have been.
func (p sheet) outcome(most score.Points) {
	paid := func(k rubric.Key) int { return p.want.Card.Keys[k].Outcome }
	var want []string
	for _, k := range []rubric.Key{rubric.Bases, rubric.Extra, rubric.Cool} {
		want = append(want, fmt.Sprintf("%s of %d", telling.Number(paid(k)), most[k]))
	}
	if p.sc.r.Case.Scenario.Promise != nil {
		want = append(want, map[bool]string{true: "+", false: ""}[paid(rubric.Follow) > 0]+telling.Number(paid(rubric.Follow)))
	}
	var got []string
	tag := regexp.MustCompile(`^([+−]?\d+|−?\d+ of \d+)$`)
	for _, text := range drawn(p.sc.outcome.slot) {
		if tag.MatchString(text) {
			got = append(got, text)
		}
	}
	if !slices.Equal(got, want) {
		p.Errorf("the outcome is drawn as %q, printed %q", got, want)
	}
	settled := map[string]bool{}
	var heat [2]int
	first := true
	for i, m := range p.want.Moves {
		if strings.HasPrefix(m.Move, "follow-up") || m.Move == "inside" {
			first = false
		}
		if i == 0 {
			heat[0] = m.Before.Heat
		}
		if first {
			heat[1] = m.After.Heat
		}
		for _, e := range m.Evidence {
			if strings.HasPrefix(e.What, "settled ") {
				settled[e.What] = true
			}
		}
	}
	for i, c := range p.sc.r.Case.Scenario.Concerns { // no line is printed of what pays nothing
		if c.Pays == 0 && p.sc.r.End.Has(call.Settled(i)) {
			settled[c.Text] = true
		}
	}
	w := words(p.sc.outcome.slot)
	p.has("the outcome", w, fmt.Sprintf("%d settled", len(settled)))
	p.has("the outcome", w, fmt.Sprintf("%d at the start, %d at the end", heat[0], heat[1]))
}

// stands is the line with the named plays and this call.
func (p sheet) stands(all []*blessed, b *blessed) {
	var want, got []string
	for _, kind := range []string{"beginner", "decent", "best"} {
		for _, o := range all {
			if o.file == b.file && o.Variant == b.Variant && o.Setting == b.Setting && o.Kind == kind && o.Want.Overall != nil {
				want = append(want, fmt.Sprintf("%s %d", playName(trainer.NamedPlay{Kind: kind}), o.Want.Overall.Tenths/10))
				break
			}
		}
	}
	if p.want.Card.Keys[rubric.Follow].Final {
		want = append(want, fmt.Sprintf("You %d", int(p.want.Card.Overall)))
	}
	for _, text := range drawn(p.sc.standing.slot) {
		if regexp.MustCompile(`^\D+ \d+$`).MatchString(text) {
			got = append(got, text)
		}
	}
	if !slices.Equal(got, want) {
		p.Errorf("on the line stand %q, printed %q", got, want)
	}
}

// move is one move with what it earned and cost, and the better reply.
func (p sheet) move(i int) {
	want := p.want.Moves[i]
	row := p.sc.rows.column.Objects[i+1]
	var got []string
	points := regexp.MustCompile(`^[+−]\d+$`)
	for _, text := range drawn(row) {
		if points.MatchString(text) {
			got = append(got, text)
		}
	}
	var printed []string
	w := words(row)
	for _, e := range want.Evidence {
		printed = append(printed, telling.Signed(e.Points))
		k, ok := rubric.ParseKey(e.Key)
		if !ok {
			p.Fatalf("there is no key %q", e.Key)
		}
		if _, is := p.sc.r.Case.Rubric.Find(e.What); is {
			p.has(want.Move, strings.ReplaceAll(w, " Critical ", " "), telling.BehaviourName(e.What, "")+" "+telling.KeyName(k))
		}
		if e.Words != "" {
			p.has(want.Move, w, e.Words)
		}
	}
	if !slices.Equal(got, printed) {
		p.Errorf("move %d, %s, is drawn with %q, printed with %q", i+1, want.Move, got, printed)
	}
	cost := regexp.MustCompile(`It cost (?:up to (\d+)|less than one) of the overall\.(?: Points out of reach after it: ([^.]*)\.)?`).FindStringSubmatch(w)
	if want.Better == "" && want.Cost <= 0 {
		if cost != nil || strings.Contains(w, "Better here") {
			p.Errorf("move %d, %s, costs nothing, drawn is %s", i+1, want.Move, w)
		}
		return
	}
	if cost == nil {
		p.Errorf("move %d, %s, costs %v, and that is not drawn in %s", i+1, want.Move, want.Cost, w)
		return
	}
	n := ""
	if round := int(math.Round(want.Cost)); round > 0 {
		n = strconv.Itoa(round)
	}
	var lost []string
	for k, regret := range want.Regret {
		if regret > 0 {
			lost = append(lost, fmt.Sprintf("%s %d", telling.KeyWord(rubric.Key(k)), regret))
		}
	}
	if cost[1] != n || cost[2] != strings.Join(lost, ", ") {
		p.Errorf("move %d, %s: drawn is %q, printed a cost of %v and %v", i+1, want.Move, cost[0], want.Cost, want.Regret)
	}
	if want.Better == "" {
		return
	}
	better, err := p.sc.r.Case.ParseMove(want.Better)
	if err != nil {
		p.Fatal(err)
	}
	p.has(want.Move, w, "Better here "+p.sc.r.BetterWords(p.sc.r.Moves[i], better))
}

// best is the best call, move by move, with the fork marked.
func (p sheet) best() {
	p.sc.toggleBest()
	defer p.sc.toggleBest()
	c := p.sc.r.Case
	var want string
	parted := false
	for i, id := range p.want.Best {
		m, err := c.ParseMove(id)
		if err != nil {
			p.Fatal(err)
		}
		if parted || i < len(p.want.Moves) && p.want.Moves[i].Move == id {
			want += fmt.Sprintf("%d %s ", i+1, telling.Quoted(c, m))
			continue
		}
		parted = true
		want += "Here the ways part Your reply " + p.mine(i) + " The best reply " + p.theirs(i, m) + " "
	}
	if !parted {
		want = "You played the best call there is, move for move. " + want
	}
	p.has("the best call", words(p.sc.best)+" ", want)
}

func (p sheet) mine(i int) string {
	if i >= len(p.want.Moves) {
		return "The call was over here."
	}
	return p.sc.r.MadeWords(p.sc.r.Moves[i])
}

func (p sheet) theirs(i int, best call.Move) string {
	if i < len(p.sc.r.Moves) && p.sc.r.Moves[i].Kind == best.Kind && p.sc.r.Moves[i].Reply == best.Reply {
		return p.sc.r.BetterWords(p.sc.r.Moves[i], best)
	}
	return telling.Quoted(p.sc.r.Case, best)
}

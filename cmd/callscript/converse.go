package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"keepcool/app/call"
)

// converse plays at the terminal until the case is over or the input ends.
func (r *recording) converse(in io.Reader, out io.Writer) error {
	sc := r.case_.Scenario
	fmt.Fprintf(out, "%s\n\n", sc.Title)
	for _, p := range sc.Papers {
		fmt.Fprintf(out, "  %s: %s\n", p.Kind, p.Text)
	}
	fmt.Fprintln(out, "\nType the number of a reply, or h hold, b breathe, r read back, x hang up, u take back, q quit.")
	lines := bufio.NewScanner(in)
	shown := 0
	for !r.state.Stage.Over() {
		fmt.Fprintln(out)
		shown = min(shown, len(r.said))
		var b strings.Builder
		for _, s := range r.said[shown:] {
			writeEntry(&b, r.entry(s))
		}
		shown = len(r.said)
		order := r.choices(&b)
		if _, err := io.WriteString(out, b.String()+"> "); err != nil {
			return err
		}
		if !lines.Scan() {
			break
		}
		word, quit := r.typed(strings.TrimSpace(lines.Text()), order)
		if quit {
			break
		}
		if err := r.one(word); err != nil {
			fmt.Fprintf(out, "That can't be done: %v.\n", err)
		}
	}
	fmt.Fprintln(out)
	return lines.Err()
}

// choices writes what can be done now and returns the order of the replies.
func (r *recording) choices(b *strings.Builder) []int {
	if r.state.Stage == call.Promised {
		b.WriteString("\n  The promise is due. 1 kept, 2 late, 3 missed, 4 never kept\n")
		if r.case_.CanRingInside(r.state) {
			k := r.case_.Calls[r.case_.InsideCall()].Script
			fmt.Fprintf(b, "  Before it, there is time for one call inside the house. 5 ring %s: %s\n", k.Name, k.What)
		}
		return nil
	}
	order := r.case_.Order(r.options.seed, r.state, nil)
	b.WriteString("\n")
	for i, n := range order {
		fmt.Fprintf(b, "  %d. %s\n", i+1, r.case_.Replies[n].Script.Text)
	}
	return order
}

// typed turns what was typed into a written move.
func (r *recording) typed(word string, order []int) (move string, quit bool) {
	n, err := strconv.Atoi(word)
	switch {
	case word == "q":
		return "", true
	case err == nil && r.state.Stage == call.Promised && n >= 1 && n <= 4:
		return [...]string{"follow-up:kept", "follow-up:late", "follow-up:missed", "follow-up:lapsed"}[n-1], false
	case n == 5 && r.case_.CanRingInside(r.state):
		return r.case_.Format(call.Move{Kind: call.RingInside}), false
	case err == nil && n >= 1 && n <= len(order):
		return r.case_.Replies[order[n-1]].ID, false
	}
	short := map[string]string{"h": "hold", "b": "breathe", "r": "read-back", "x": "hang-up", "u": "back"}
	if m, ok := short[word]; ok {
		return m, false
	}
	return word, false
}

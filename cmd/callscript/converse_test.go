package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// A call typed at the terminal offers what can be done, the call inside the
// house too; with --json the output is JSON alone.
func TestTypedCall(t *testing.T) {
	const house = "../../app/call/testdata/house.call"
	var out, talk bytes.Buffer
	typed := "hello.look\nname@more.noted\nmore.see\nclose.by-ten\n5\ndesk.which\n1\nq\n"
	s := streams{in: strings.NewReader(typed), out: &out, err: &talk}
	if err := play(s, []string{house, "--json", "--variant", "lids"}); err != nil {
		t.Fatal(err)
	}
	var told report
	if err := json.Unmarshal(out.Bytes(), &told); err != nil {
		t.Fatalf("%v in %s", err, out.Bytes())
	}
	if told.Variant != "lids" {
		t.Errorf("the variant is %q", told.Variant)
	}
	var moves []string
	for _, m := range told.Moves {
		moves = append(moves, m.Move)
	}
	if got := strings.Join(moves, " "); !strings.Contains(got, "close.by-ten inside desk.which follow-up:kept") {
		t.Errorf("the moves are %s", got)
	}
	if n := strings.Count(talk.String(), "5 ring Ravi, dispatch desk: "); n != 1 {
		t.Errorf("the call inside is offered %d times", n)
	}
}

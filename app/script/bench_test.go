package script_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"keepcool/app/script"
)

// large is a scenario of so many beats, with three replies each.
func large(beats int) []byte {
	var b strings.Builder
	b.WriteString(`version: 1
title: A long call
id: long-call
project: tests
kind: lost user, no-promise
difficulty: 3
language: en
FILE
  client: Somebody
CALLER sam
  moods: heat 6 angry, trust 3, confusion 2, patience 14
  gentle: heat 4, trust 5, confusion 1, patience 18
  hard: heat 8, trust 2, confusion 3, patience 11
  temper: hurried
  values: respect
CONCERNS
  stated box: The box is late.
  hidden school: The school is waiting.
    opens: trust 5 or open-question

CALL first

`)
	for i := range beats {
		fmt.Fprintf(&b, `== beat-%d
CALLER (loud, fast): Fourth evening on this thing, number %d! It's orange, orange, orange.
  when: heat 5 or confusion 7
  says: want box "orange, orange, orange", feeling "Fourth evening"
CALLER: Right. Still orange, and it is evening number %d.
> Four evenings of orange. What were you hoping to have running by now?
  id: hoping
  shows: acknowledge-feeling "Four evenings of orange", open-question "What were you hoping"
  settles: box
  moods: heat -1, trust +1
  go: beat-%d
> Orange means that it hasn't joined the network. Hold the button for ten seconds, please.
  id: button
  shows: rush-to-fix "Hold the button"
  tempts: You know the answer, and want to give him his evening back.
  patience: -1
  go: beat-%d
> [stay quiet and let him finish]
  id: wait
  shows: let-vent
  if: found box and not given
  go: beat-%d

`, i, i, i, min(i+1, beats-1), min(i+2, beats-1), min(i+7, beats-1))
	}
	text := b.String()
	// The last beat ends the call.
	last := strings.LastIndex(text, "== beat-")
	return []byte(text[:last] + fmt.Sprintf("== beat-%d\nCALLER: Good-bye.\nending: done\n", beats-1))
}

// BenchmarkParse reads and links a scenario of ten thousand beats and thirty
// thousand replies, on one core.
func BenchmarkParse(b *testing.B) {
	src := large(10_000)
	if _, problems := script.Parse("long.call", src); len(problems) > 0 {
		b.Fatal(problems[0])
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		script.Parse("long.call", src)
	}
}

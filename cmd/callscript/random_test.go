package main

import (
	"context"
	"strings"
	"testing"

	"keepcool/app/call"
)

// Who stops a long run is told what there is, and that it is not all.
func TestStoppedPlaysTellWhatTheyHave(t *testing.T) {
	by, err := shippedScoring()
	if err != nil {
		t.Fatal(err)
	}
	f := compile("../../app/script/testdata/small.call", by.rubric)
	if f.cases == nil {
		t.Fatal(f.problems)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var out, told strings.Builder
	err = playRandom(ctx, streams{nil, &out, &told}, f.cases[0], by.weights, playOptions{setting: call.Normal, random: 5000})
	if err == nil || !strings.HasPrefix(err.Error(), "stopped after 0 of 5,000 plays") {
		t.Errorf("the error is %v", err)
	}
	if !strings.Contains(out.String(), ": 0 random plays") || told.Len() > 0 {
		t.Errorf("told\n%s\n%s", out.String(), told.String())
	}
}

func TestNumbersAsTold(t *testing.T) {
	for n, want := range map[int]string{0: "0", 12: "12", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := thousands(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
	for n, want := range map[int]string{0: "0%", 1: "<0.1%", 25: "1.2%", 1000: "50%", 2000: "100%"} {
		if got := percent(n, 2000); got != want {
			t.Errorf("%d of 2000: %s, want %s", n, got, want)
		}
	}
	if got := small([11]int{8, 4, 1, 0, 0, 0, 0, 0, 0, 0, 8}); got != "█▄▁.......█" {
		t.Errorf("%s", got)
	}
}

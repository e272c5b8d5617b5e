package main

import (
	"testing"

	"keepcool/app/ui/locale"
)

// Each test tells a part of the book, so that none takes long: every story has
// to come from the catalogue, to be walked by keys, to fit at each size, and to
// come back as it was after it was hidden.

func TestRoom(t *testing.T)    { each(t, 1, all, ofRoom...) }
func TestDebrief(t *testing.T) { each(t, 1, all, ofDebrief...) }
func TestReplay(t *testing.T)  { each(t, 1, all, ofReplay...) }
func TestCompare(t *testing.T) { each(t, 1, all, ofCompare...) }
func TestRest(t *testing.T)    { each(t, 1, all) }

func TestRoomLarge(t *testing.T)    { each(t, 2, layout, ofRoom...) }
func TestDebriefLarge(t *testing.T) { each(t, 2, layout, ofDebrief...) }
func TestReplayLarge(t *testing.T)  { each(t, 2, layout, ofReplay...) }
func TestCompareLarge(t *testing.T) { each(t, 2, layout, ofCompare...) }
func TestRestLarge(t *testing.T)    { each(t, 2, layout) }

// TestProblemsInMalay: an author who reads Malay is told what is wrong with a
// file in Malay, and nothing of it in English.
func TestProblemsInMalay(t *testing.T) {
	locale.Use(locale.Malay)
	locale.Disguise(longer)
	t.Cleanup(func() {
		locale.Use(locale.English)
		locale.Disguise(longer)
	})
	each(t, 1, words, "library-problems", "library-not-scored")
}

// The parts, by how the names of their stories begin. What begins otherwise is
// the rest.
var (
	ofRoom    = []string{"call-", "first-", "file-", "wrap-up-"}
	ofDebrief = []string{"debrief-"}
	ofReplay  = []string{"replay-"}
	ofCompare = []string{"compare-", "progress-", "chart-"}
)

func all(t *testing.T, it told) {
	t.Helper()
	words(t, it)
	keys(t, it)
	layout(t, it)
	anew(t, it)
}

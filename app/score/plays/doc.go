// Package plays reads the plays written beside a scenario, makes their moves,
// compares the results with those blessed, and blesses new ones.
//
// A file of plays is text that a trainer writes by hand:
//
//	# A line that begins with a hash is a remark.
//	PLAY decent
//	  setting: normal
//	  moves: answer.here-now, nights.coat, paper.packed, away.with-you,
//	    told.quiet, read-back
//	  score: 84.6, cool 86.0, bases 71.9, extra 100, follow 89.9, passed
//	  ending: agreed (a grudging trust), follow-up open
//
// The word after PLAY is a kind (see BandOf) or any name. setting: is normal
// where it is left out; variant: names a variant of the scenario. Moves are
// written as call.Case.Format writes them, over as many lines as are needed.
// score: and ending: are the results. What they do not name is not compared,
// and a whole number stands for all that is shown as it.
//
// It is pure: it may import score, call, rubric, script and the standard
// library, and must never know a file's place, a clock, the engine or a window.
package plays

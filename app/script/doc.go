// Package script reads call scripts: the screenplay-like text in which a
// trainer writes a scenario. Parse turns text into a Scenario with positions
// and says everything that is wrong with it at once, in sentences for people
// who are no programmers. A Document holds what the text says besides, and is
// written again as the one canonical form (Format) or as JSON for other tools
// (call.schema.json).
//
// It may import the standard library only. It must never know the rubric, the
// rules of a call or a screen: whether a behaviour exists, whether a line can
// always be said and whether a call can be won are questions for others, who
// add diagnostics of the same type.
//
// A script is read line by line. A line is one of
//
//	key: value           a key of the place it stands in
//	FILE, CALL first     a heading, which opens a new place
//	== ring              a beat
//	CALLER (loud): text  what the caller says
//	> text               a reply
//	# text               a comment
//
// or blank. Indentation never matters, text runs verbatim to the end of its
// line and nothing is ever escaped. A line that is none of these is a problem
// and never silently becomes speech.
//
// One mistake is meant to give one diagnostic: a misspelt key with an obvious
// meaning is reported and then read as what was meant, so that nothing else
// seems to be missing because of it.
package script

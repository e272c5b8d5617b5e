package trainer

import "keepcool/app/call"

// hotEnd is the heat at the end of a call from which it counts as a hard one:
// the caller went as angry as most of them begin.
const hotEnd = 7

// Hard reports whether the attempt's last call was hard on the trainee: it
// broke off before its good-bye, whoever hung up, or the caller went hot. It
// judges nobody and touches no score.
func (v *Review) Hard() bool {
	if v.Case == nil || len(v.Moves) == 0 || v.Summary.Stage == StageCall || v.Summary.Stage == StageFile {
		return false
	}
	return v.brokeOff() || v.End.Heat >= hotEnd
}

// brokeOff reports whether the last call that ended was cut short.
func (v *Review) brokeOff() bool {
	broken := false
	for _, s := range v.Said {
		switch s.Event {
		case call.CallCut, call.CallDropped:
			broken = true
		case call.CallEnded:
			broken = false
		}
	}
	return broken
}

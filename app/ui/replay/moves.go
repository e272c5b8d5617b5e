package replay

import (
	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/telling"
)

// open are the moves that stood open at move i: the replies in the order in
// which the trainee saw them, or what could be done between two calls. The move
// that was made is among them, and so is the better one.
func open(r *telling.Reading, i int) []call.Move {
	var all []call.Move
	s := r.At(i)
	if s.Stage == call.Talking {
		for _, reply := range r.Case.Order(r.Attempt.Seed, s, nil) {
			all = append(all, call.Move{Kind: call.Reply, Reply: uint16(reply)})
		}
	} else {
		all = r.Case.Forward(s, nil)
	}
	all = with(all, r.Moves[i])
	if j, known := r.Judgement(i); known && j.HasBetter {
		all = with(all, j.Better)
	}
	return all
}

// with adds a move where it is not among the others.
func with(all []call.Move, m call.Move) []call.Move {
	for _, o := range all {
		if same(o, m) {
			return all
		}
	}
	return append(all, m)
}

// same reports whether two moves say or do the same, at whatever time and with
// whatever word.
func same(a, b call.Move) bool {
	return a.Kind == b.Kind && (a.Kind != call.Reply || a.Reply == b.Reply)
}

// heard is what the caller had said last before move i, and what has happened
// since. There may be no line of a caller: between two calls nobody speaks.
func heard(r *telling.Reading, i int) (line *trainer.Said, since []trainer.Said) {
	if s := r.At(i); s.Stage != call.Talking {
		return nil, told(r, i)
	}
	for t := i; t >= 0; t-- {
		said := r.Turns[t].Said
		for n := len(said) - 1; n >= 0; n-- {
			switch said[n].Voice {
			case trainer.TheCaller:
				return &said[n], since
			case trainer.Narrator:
				if !does(r, t-1, n) {
					since = append([]trainer.Said{said[n]}, since...)
				}
			}
		}
	}
	return nil, since
}

// does reports whether the nth thing told in move i is the move itself, done
// rather than said.
func does(r *telling.Reading, i, n int) bool {
	return n == 0 && i >= 0 && r.Moves[i].Kind == call.Reply
}

// told is what happened in the move before i, where nobody speaks any more.
func told(r *telling.Reading, i int) (all []trainer.Said) {
	for _, said := range r.Turns[i].Said {
		if said.Voice == trainer.Narrator {
			all = append(all, said)
		}
	}
	return all
}

// closes reports whether what the caller said to move i is shown nowhere else:
// the call ends with it.
func closes(r *telling.Reading, i int) bool {
	return i == len(r.Moves)-1 || r.After(i).Stage != call.Talking || r.HeadWords(i+1) != ""
}

// costs reports whether move i is one to stop at: it was a critical fault, or
// cost one of the overall or more. While the engine is at work, the points it
// lost stand for that.
func costs(r *telling.Reading, i int) bool {
	j, judged := r.Judgement(i)
	for _, it := range r.Turns[i+1].Items {
		if it.Critical || !judged && it.Points < 0 {
			return true
		}
	}
	return judged && j.Cost >= 0.5
}

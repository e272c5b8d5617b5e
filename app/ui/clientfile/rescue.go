package clientfile

import (
	"errors"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
)

// takesOver reports whether the call is to be taken over where it is: nothing
// rings, and nobody is greeted.
func (s *Screen) takesOver() bool { return s.play.Attempt().Mode == trainer.Rescue && !s.second() }

// rescueQuiet is what is said of a call that waits to be taken over.
func (s *Screen) rescueQuiet() (says, explain string) {
	switch {
	case s.engine == refused:
		return locale.Text("rescue.refused"), locale.Text("rescue.refused.why")
	case s.waits:
		return locale.Text("clientfile.waits"), locale.Text("rescue.waits.why")
	}
	explain = locale.Text("rescue.file.why", map[string]any{"Name": s.play.Who()})
	if s.long {
		explain += " " + locale.Text("rescue.working")
	}
	return locale.Text("rescue.file"), explain
}

// hopeless reports whether err says that the call can't be played.
func hopeless(err error) bool {
	return errors.Is(err, &trainer.Error{Code: trainer.NotScored}) || errors.Is(err, &trainer.Error{Code: trainer.NoRescue})
}

package team

import (
	"testing"

	"keepcool/app/store"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

// open sets up a stage over a store of its own.
func open(t testing.TB) *stage.Stage {
	t.Helper()
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stage.New(st, stage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); _ = st.Close() })
	return s
}

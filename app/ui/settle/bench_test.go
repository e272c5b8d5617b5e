package settle

import (
	"testing"
	"time"

	"keepcool/app/store"
	"keepcool/app/ui/stage"
)

// BenchmarkFrame is one picture of the pacer, of which there are 25 a second.
func BenchmarkFrame(b *testing.B) {
	st, err := store.Open(b.TempDir(), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	s, err := stage.New(st, stage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	s.Trainee("Ada")
	sc := New(s, nil)
	s.Show(sc)
	for i := 0; b.Loop(); i++ {
		sc.passed = time.Duration(i%400) * frame
		sc.course()
	}
}

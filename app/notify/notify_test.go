package notify

import (
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gen2brain/beeep"
)

const short = 50 * time.Millisecond

func TestShown(t *testing.T) {
	var told []string
	var with any
	d := over(func(title, body string, icon any) error {
		told, with = append(told, title+": "+body), icon
		return nil
	}, []byte("png"), time.Minute)
	if err := d.Notify("A promise is due", "Ring Mr Halloran back."); err != nil {
		t.Fatal(err)
	}
	if len(told) != 1 || told[0] != "A promise is due: Ring Mr Halloran back." || string(with.([]byte)) != "png" {
		t.Errorf("told %q with %v", told, with)
	}
}

func TestRefused(t *testing.T) {
	no := errors.New("no service")
	d := over(func(string, string, any) error { return no }, nil, time.Minute)
	for range 3 {
		if err := d.Notify("a", "b"); !errors.Is(err, no) {
			t.Fatalf("got %v", err)
		}
	}
}

func TestPanicIsAnError(t *testing.T) {
	d := over(func(string, string, any) error { panic("closed channel") }, nil, time.Minute)
	if err := d.Notify("a", "b"); err == nil || !strings.Contains(err.Error(), "closed channel") {
		t.Fatalf("got %v", err)
	}
}

func TestHangingIsGivenUp(t *testing.T) {
	free := make(chan struct{})
	var calls atomic.Int32
	d := over(func(string, string, any) error {
		calls.Add(1)
		<-free
		return nil
	}, nil, short)
	if err := d.Notify("a", "b"); !errors.Is(err, ErrLate) {
		t.Fatalf("got %v", err)
	}
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			if err := d.Notify("c", "d"); !errors.Is(err, ErrBusy) {
				t.Errorf("got %v", err)
			}
		})
	}
	all.Wait()
	if n := calls.Load(); n != 1 {
		t.Errorf("%d were begun while one hangs", n)
	}
	close(free)
	if err := d.Notify("e", "f"); err != nil { // the service is well again
		t.Errorf("got %v", err)
	}
}

func TestSeveralAtOnceAreAllShown(t *testing.T) {
	d := over(func(string, string, any) error { time.Sleep(time.Millisecond); return nil }, nil, time.Minute)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if err := d.Notify("a", "b"); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

func TestNameAndPatience(t *testing.T) {
	d := New("Keepcool", nil)
	if beeep.AppName != "Keepcool" || d.patience != 2*time.Second || d.picture() != "" {
		t.Errorf("%s, %v, %v", beeep.AppName, d.patience, d.picture())
	}
}

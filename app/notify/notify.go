// Package notify tells the trainee something through the desktop.
//
// It may import beeep and the standard library. It must never know what it
// tells, and it never keeps the program waiting: a notification service that
// is broken can hang for ever.
package notify

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/gen2brain/beeep"
)

// Patience is how long the desktop may take to accept a notification.
const Patience = 2 * time.Second

// What keeps a notification from the desktop, besides what the desktop says.
var (
	ErrLate = errors.New("notify: the desktop did not answer in time")
	ErrBusy = errors.New("notify: the desktop has not answered the one before")
)

// A Desktop shows notifications under the program's name and icon. It
// satisfies trainer.Notifier and is safe for use by many goroutines.
type Desktop struct {
	icon     []byte
	patience time.Duration
	show     func(title, body string, icon any) error
	under    chan struct{} // holds one place: the notification under way
}

// named guards beeep's name of the program: a process has one, and a
// notification that hangs may still read it.
var named sync.Once

// New returns the desktop for a program called name. Icon is a PNG.
func New(name string, icon []byte) *Desktop {
	named.Do(func() { beeep.AppName = name })
	return over(beeep.Notify, icon, Patience)
}

func over(show func(title, body string, icon any) error, icon []byte, patience time.Duration) *Desktop {
	return &Desktop{icon: icon, patience: patience, show: show, under: make(chan struct{}, 1)}
}

// Notify shows a notification. An error means that the trainee has not seen
// it and has to be told in another way; after ErrLate it may show all the
// same. It waits for the desktop, so it is not for the window's own thread.
// While one hangs, no other is begun.
func (d *Desktop) Notify(title, body string) error {
	deadline := time.NewTimer(d.patience)
	defer deadline.Stop()
	select {
	case d.under <- struct{}{}:
	case <-deadline.C:
		return ErrBusy
	}
	shown := make(chan error, 1)
	go func() {
		defer func() { <-d.under }()
		shown <- d.ask(title, body)
	}()
	select {
	case err := <-shown:
		return err
	case <-deadline.C:
		return ErrLate
	}
}

// ask asks the desktop. A panic in there must not end a call under way.
func (d *Desktop) ask(title, body string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("notify: the desktop's service panicked: %v", p)
		}
	}()
	if err := d.show(title, body, d.picture()); err != nil {
		return fmt.Errorf("notify: %w", err)
	}
	return nil
}

// picture is the icon as beeep takes it: bytes, or no name.
func (d *Desktop) picture() any {
	if len(d.icon) == 0 {
		return ""
	}
	return d.icon
}

package notify

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/png"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// A bus is a desktop's message bus with a notification service on it, as much
// of both as beeep needs.
type bus struct {
	notified chan []any // what Notify was called with
	silent   chan bool  // whether the service leaves its callers waiting, one per call
}

func (b *bus) serve(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go b.talk(c)
	}
}

// talk admits the caller and answers its calls.
func (b *bus) talk(c net.Conn) {
	defer c.Close()
	in := bufio.NewReader(c)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		answer := "ERROR"
		switch line = strings.Trim(line, "\x00\r\n"); {
		case line == "BEGIN":
			b.answer(in, c)
			return
		case line == "AUTH":
			answer = "REJECTED EXTERNAL"
		case strings.HasPrefix(line, "AUTH EXTERNAL"):
			answer = "OK 0123456789abcdef0123456789abcdef"
		}
		if _, err := c.Write([]byte(answer + "\r\n")); err != nil {
			return
		}
	}
}

func (b *bus) answer(in *bufio.Reader, c net.Conn) {
	for serial := uint32(1); ; serial++ {
		m, err := dbus.DecodeMessage(in)
		if err != nil {
			return
		}
		var body []any
		switch m.Headers[dbus.FieldMember].Value() {
		case "Hello":
			body = []any{":1.1"}
		case "Notify":
			b.notified <- m.Body
			if <-b.silent {
				continue
			}
			body = []any{uint32(7)}
		}
		if m.Flags&dbus.FlagNoReplyExpected != 0 {
			continue
		}
		if err := reply(c, m, serial, body); err != nil {
			return
		}
	}
}

func reply(c net.Conn, to *dbus.Message, serial uint32, body []any) error {
	m := &dbus.Message{Type: dbus.TypeMethodReply, Body: body, Headers: map[dbus.HeaderField]dbus.Variant{
		dbus.FieldReplySerial: dbus.MakeVariant(to.Serial()),
		dbus.FieldSender:      dbus.MakeVariant("org.freedesktop.DBus"),
		dbus.FieldDestination: dbus.MakeVariant(":1.1"),
	}}
	if len(body) > 0 {
		m.Headers[dbus.FieldSignature] = dbus.MakeVariant(dbus.SignatureOf(body...))
	}
	var out bytes.Buffer
	if err := m.EncodeTo(&out, binary.LittleEndian); err != nil {
		return err
	}
	wire := out.Bytes()
	binary.LittleEndian.PutUint32(wire[8:], serial) // the library gives numbers to its own messages only
	_, err := c.Write(wire)
	return err
}

// The real library, on a bus of our own: shown, then a service that hangs,
// then no bus at all.
func TestOnABus(t *testing.T) {
	t.Setenv("PATH", "") // no notify-send in its place
	address := filepath.Join(t.TempDir(), "bus")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+address)
	var icon bytes.Buffer
	if err := png.Encode(&icon, image.NewNRGBA(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	d := New("Keepcool", icon.Bytes())
	d.patience = 5 * time.Second
	if err := d.Notify("a", "b"); err == nil || errors.Is(err, ErrLate) {
		t.Errorf("without a bus: %v", err)
	}
	l, err := net.Listen("unix", address)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	b := &bus{notified: make(chan []any, 3), silent: make(chan bool, 3)}
	go b.serve(l)

	b.silent <- false
	if err := d.Notify("A promise is due", "Ring Mr Halloran back."); err != nil {
		t.Fatal(err)
	}
	got := <-b.notified
	if len(got) < 5 || got[0] != "Keepcool" || got[3] != "A promise is due" || got[4] != "Ring Mr Halloran back." {
		t.Errorf("the desktop was told %v", got)
	}

	b.silent <- true
	d.patience = 10 * short
	if err := d.Notify("a", "b"); !errors.Is(err, ErrLate) {
		t.Errorf("a service that hangs: %v", err)
	}
}

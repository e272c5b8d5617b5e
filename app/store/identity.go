package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// application marks a database as Keepcool's: "Keep".
const application = 0x4b656570

// An identity is what a file says of itself, read without SQLite: SQLite
// would already write to a file that has to be refused untouched.
type identity struct {
	absent      bool // no file, or an empty one
	sqlite      bool // its first page is SQLite's
	application uint32
	version     int
	broken      error // what keeps it from being opened
}

// The parts of a database's first page and of its write-ahead log, as SQLite
// documents its file format.
const (
	headerSize      = 100
	walHeaderSize   = 32
	frameHeaderSize = 24
)

var magic = []byte("SQLite format 3\x00")

// refuse says why a file cannot be opened by a program that knows schemas up
// to known, or nil.
func (id identity) refuse(path string, known int) error {
	switch {
	case id.broken != nil:
		return damaged(path, id.broken)
	case id.absent:
		return nil
	case !id.sqlite || id.application != application:
		return foreign(path, fmt.Errorf("store: application id %#x", id.application))
	case id.version > known:
		return newer(path, id.version, known)
	case id.version < 1:
		return damaged(path, fmt.Errorf("store: schema %d", id.version))
	}
	return nil
}

// identify reads who made the file at path: its first page, or that page as
// the write-ahead log beside it last committed it.
func identify(path string) (identity, error) {
	log, err := os.Open(path + "-wal")
	logged := err == nil
	if logged {
		defer log.Close()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return identity{}, err
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nothing(log, logged), nil
	}
	if err != nil {
		return identity{}, err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return identity{}, err
	}
	if st.IsDir() {
		return identity{}, nil
	}
	if st.Size() == 0 {
		return nothing(log, logged), nil
	}
	page := make([]byte, headerSize)
	n, err := io.ReadFull(f, page)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return identity{}, err
	}
	return read(page[:n], st.Size(), log, logged), nil
}

// nothing is an absent file, unless a log with committed moves lies there.
func nothing(log *os.File, logged bool) identity {
	id := identity{absent: true}
	if logged {
		if st, err := log.Stat(); err == nil && st.Size() > walHeaderSize {
			id.broken = errors.New("store: the file is gone, its log is there")
		}
	}
	return id
}

// read reads the first page of a file of size bytes with its log.
func read(page []byte, size int64, log *os.File, logged bool) identity {
	var id identity
	if logged {
		if newest := firstPage(log); newest != nil {
			page, size = newest, 0
		}
	}
	if !bytes.HasPrefix(page, magic) {
		if len(bytes.Trim(page, "\x00")) == 0 {
			id.broken = errors.New("store: the first page is empty")
		}
		return id
	}
	id.sqlite = true
	if len(page) < headerSize {
		id.broken = errors.New("store: the file ends in its header")
		return id
	}
	number := func(at int) uint32 { return binary.BigEndian.Uint32(page[at:]) }
	id.version = int(int32(number(60)))
	id.application = number(68)
	pages, exact := int64(number(28)), number(24) == number(92)
	if id.application == application && size > 0 && exact && size < pages*pageSize(page) {
		id.broken = fmt.Errorf("store: %d pages, but %d bytes", pages, size)
	}
	return id
}

func pageSize(page []byte) int64 {
	if n := int64(binary.BigEndian.Uint16(page[16:])); n != 1 {
		return n
	}
	return 65536
}

// firstPage is page 1 as the last transaction in a write-ahead log left it,
// nil when none changed it. Frames count up to the last commit whose
// checksums hold, as in SQLite's own recovery.
func firstPage(log io.Reader) []byte {
	head := make([]byte, walHeaderSize)
	if _, err := io.ReadFull(log, head); err != nil {
		return nil
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch binary.BigEndian.Uint32(head) {
	case 0x377f0683:
		order = binary.BigEndian
	case 0x377f0682:
	default:
		return nil
	}
	sum := checksum{}.add(order, head[:24])
	size := binary.BigEndian.Uint32(head[8:])
	if !sum.is(head[24:]) || size < 512 || size > 65536 {
		return nil
	}
	var found, held []byte // committed, and not yet
	frame := make([]byte, frameHeaderSize+size)
	for {
		if _, err := io.ReadFull(log, frame); err != nil {
			return found
		}
		sum = sum.add(order, frame[:8]).add(order, frame[frameHeaderSize:])
		if !bytes.Equal(frame[8:16], head[16:24]) || !sum.is(frame[16:]) {
			return found
		}
		if binary.BigEndian.Uint32(frame) == 1 {
			held = bytes.Clone(frame[frameHeaderSize:])
		}
		if commit := binary.BigEndian.Uint32(frame[4:]) != 0; commit && held != nil {
			found = held
		}
	}
}

// A checksum is the running one of a write-ahead log.
type checksum [2]uint32

func (c checksum) add(order binary.ByteOrder, b []byte) checksum {
	for ; len(b) >= 8; b = b[8:] {
		c[0] += order.Uint32(b) + c[1]
		c[1] += order.Uint32(b[4:]) + c[0]
	}
	return c
}

func (c checksum) is(b []byte) bool {
	return c[0] == binary.BigEndian.Uint32(b) && c[1] == binary.BigEndian.Uint32(b[4:])
}

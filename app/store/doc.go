// Package store keeps what people did in one SQLite file. What it has
// acknowledged is on the disk; what is damaged, newer or another program's is
// refused with a sentence and left as it is.
//
// It may import trainer, gorm and its drivers, and the standard library. gorm
// and its structs never leave it. It must never know a window, a rule of a
// call or a score. DESIGN.md in this folder says what is promised and why.
package store

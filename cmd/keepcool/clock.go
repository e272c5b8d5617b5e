package main

import (
	"os"
	"strings"
	"time"
	_ "time/tzdata" // a promise names its zone; not every machine has a list of them
)

// clock is the machine's clock in the trainee's zone, set off when --now is
// given.
type clock struct {
	zone *time.Location
	off  time.Duration
}

func newClock(now time.Time) clock {
	c := clock{zone: localZone()}
	if !now.IsZero() {
		c.off = time.Until(now)
	}
	return c
}

// Now implements trainer.Clock.
func (c clock) Now() time.Time { return time.Now().Add(c.off).In(c.zone) }

// localZone is the zone of the machine under its own name, Europe/Tallinn:
// Go knows it as Local only, and a promise has to keep its wall time on
// another machine too.
func localZone() *time.Location {
	candidates := []string{os.Getenv("TZ")}
	if to, err := os.Readlink("/etc/localtime"); err == nil {
		_, name, _ := strings.Cut(to, "zoneinfo/")
		candidates = append(candidates, name)
	}
	if text, err := os.ReadFile("/etc/timezone"); err == nil {
		candidates = append(candidates, strings.TrimSpace(string(text)))
	}
	for _, name := range candidates {
		name = strings.TrimPrefix(name, ":")
		if zone, err := time.LoadLocation(name); err == nil && name != "" && sameNow(zone) {
			return zone
		}
	}
	return time.Local
}

// sameNow reports whether a zone's clock agrees with the machine's.
func sameNow(zone *time.Location) bool {
	now := time.Now()
	_, a := now.In(zone).Zone()
	_, b := now.Local().Zone()
	return a == b
}

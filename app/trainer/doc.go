// Package trainer is what people do with Keepcool: profiles, attempts and
// their records, promises that come due, moments that come back, the shelf of
// scenarios, the team's table. It declares the small interfaces it needs of the
// world (Store, Notifier, Clock) and is handed them.
//
// It may import solve, score, call, rubric and script. It must never know a
// window, a database or a desktop.
package trainer

package store

import (
	"testing"

	"keepcool/app/trainer"
)

// Opening a full database is to cost no more than an empty one and 50 ms.

func BenchmarkOpenEmpty(b *testing.B) {
	folder := b.TempDir()
	opened(b, folder).Close()
	benchmarkOpen(b, folder)
}

func BenchmarkOpen10000(b *testing.B) {
	folder := b.TempDir()
	many(b, folder)
	benchmarkOpen(b, folder)
}

func benchmarkOpen(b *testing.B, folder string) {
	for b.Loop() {
		s, err := Open(folder, Options{})
		if err != nil {
			b.Fatal(explain(err))
		}
		b.StopTimer()
		s.Close()
		b.StartTimer()
	}
}

func BenchmarkAppend(b *testing.B) {
	s := opened(b, b.TempDir())
	a := begun(b, s, trainer.Attempt{Profile: person(b, s).ID})
	seq := 0
	for b.Loop() {
		seq++
		r := trainer.Record{Seq: seq, Kind: trainer.RecordMove, Text: "hoping.a:in-time", At: noon}
		if err := s.Append(a.ID, []trainer.Record{r}, trainer.Summary{Stage: trainer.StageCall, Changed: noon}); err != nil {
			b.Fatal(explain(err))
		}
	}
}

// The lists that the screens ask for.
func BenchmarkSummaries10000(b *testing.B) {
	folder := b.TempDir()
	many(b, folder)
	s := opened(b, folder)
	for name, q := range map[string]trainer.Query{
		"all": {}, "page": {Profile: 1, Limit: 50}, "pending": {Stages: []trainer.Stage{trainer.StagePending}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Summaries(q); err != nil {
					b.Fatal(explain(err))
				}
			}
		})
	}
}

// many begins 10,000 attempts with 20 records each, by SQL: move by move it
// would take minutes.
func many(b *testing.B, folder string) {
	b.Helper()
	s := opened(b, folder)
	defer s.Close()
	person(b, s)
	for _, statement := range []string{
		`CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT i FROM n`,
		`INSERT INTO attempts SELECT i, 1, 'scenario-' || i % 9, 'The light that stayed orange', hex(zeroblob(32)), hex(zeroblob(32)),
			hex(zeroblob(32)), 1, 'normal', 'assessed', i, 0, 1772452800000000 + i * 60000000, 'Europe/Warsaw', 0, 0 FROM n`,
		`INSERT INTO records SELECT n.i, m.i, 'move', 'beat-' || m.i || '.hoping:in-time', 1772452800000000, m.i * 1000000000
			FROM n, n AS m WHERE m.i <= 20 ORDER BY n.i, m.i`,
		`INSERT INTO summaries (attempt_id, records, stage, changed, scored, final, passed, failed, critical, clock_set,
			overall, cool, bases, extra, follow, rule)
		SELECT i, 20, 'final', 1772452800000000, 1, 1, i % 2, 1 - i % 2, 0, 0, 80.5, 81, 82, 83, 84,
			'Every key is over 60 and the overall is over 80.' FROM n`,
		`INSERT INTO cards (attempt_id, body) SELECT i, randomblob(4000) FROM n`,
		`DROP TABLE n`,
	} {
		if err := s.write.Exec(statement).Error; err != nil {
			b.Fatal(err)
		}
	}
}

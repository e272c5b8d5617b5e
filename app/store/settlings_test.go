package store

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/trainer"
)

// noted is a settling with every field filled.
func noted(profile int64) trainer.Settling {
	return trainer.Settling{
		Profile: profile, At: noon, After: true, Feeling: "nervous", Strength: 4, Now: 2, Thought: "know",
		Own: "They'll ask; I won't know.\n\"No idea\", and 100% red.", Turned: "Then I'll say so. 😀",
		Body: []string{"jaw", "hands"}, Ways: []trainer.Way{trainer.Breathing, trainer.Walk},
	}
}

func TestSettlingsComeBackAsTheyWere(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	ada, ben := person(t, s), person(t, s)
	want := noted(ada.ID)
	first, err := s.SaveSettling(want)
	if err != nil {
		t.Fatal(explain(err))
	}
	want.ID = first.ID
	second, err := s.SaveSettling(trainer.Settling{Profile: ada.ID, At: noon, Ways: []trainer.Way{trainer.Music}})
	if err != nil {
		t.Fatal(explain(err))
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	s = opened(t, folder)
	all, err := s.Settlings(ada.ID)
	if diff := cmp.Diff([]trainer.Settling{second, want}, all); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	if all, err := s.Settlings(ben.ID); err != nil || len(all) != 0 {
		t.Errorf("somebody else reads %v, %v", all, err)
	}
	_, err = s.SaveSettling(trainer.Settling{Profile: 999, At: noon})
	if err == nil {
		t.Error("nobody's settling was kept")
	}
}

func TestForgettingTakesOnesOwnAlone(t *testing.T) {
	s := opened(t, t.TempDir())
	ada, ben := person(t, s), person(t, s)
	for _, id := range []int64{ada.ID, ada.ID, ben.ID} {
		if _, err := s.SaveSettling(noted(id)); err != nil {
			t.Fatal(explain(err))
		}
	}
	if err := s.ForgetSettlings(ada.ID); err != nil {
		t.Fatal(explain(err))
	}
	mine, err := s.Settlings(ada.ID)
	theirs, err2 := s.Settlings(ben.ID)
	if err != nil || err2 != nil || len(mine) != 0 || len(theirs) != 1 {
		t.Errorf("left %d of one's own and %d of another's, %v %v", len(mine), len(theirs), err, err2)
	}
}

// TestSettlingsOfAnOlderFile: a file of an older schema has none, gets its
// backup, and takes them from then on.
func TestSettlingsOfAnOlderFile(t *testing.T) {
	for _, file := range []string{oldestFile, secondFile} {
		folder := t.TempDir()
		golden(t, folder, file)
		s := opened(t, folder)
		backups, _ := filepath.Glob(filepath.Join(folder, backupFolder, "before-schema-3-*.db"))
		if len(backups) != 1 {
			t.Fatalf("%s: backups %v", file, backups)
		}
		if id, err := identify(backups[0]); err != nil || id.version != 2 {
			t.Errorf("%s: the backup is %+v, %v", file, id, err)
		}
		people, err := s.Profiles()
		if err != nil || len(people) != 1 {
			t.Fatalf("%s: %v, %v", file, people, err)
		}
		if all, err := s.Settlings(people[0].ID); err != nil || len(all) != 0 {
			t.Errorf("%s: %v, %v", file, all, err)
		}
		if _, err := s.SaveSettling(noted(people[0].ID)); err != nil {
			t.Errorf("%s: %s", file, explain(err))
		}
	}
}

// TestSettlingsOutliveADamagedFile: they are read out of it beside the rest,
// and add up with those of the backup without counting twice.
func TestSettlingsOutliveADamagedFile(t *testing.T) {
	folder := t.TempDir()
	golden(t, folder, goldenFile)
	s := opened(t, folder)
	if _, err := s.Backup(context.Background()); err != nil {
		t.Fatal(explain(err))
	}
	people, err := s.Profiles()
	if err != nil {
		t.Fatal(explain(err))
	}
	if _, err := s.SaveSettling(noted(people[0].ID)); err != nil {
		t.Fatal(explain(err))
	}
	want, err := s.Settlings(people[0].ID)
	if err != nil || len(want) != 2 {
		t.Fatalf("%v, %v", want, err)
	}
	var page int // of the index by which they are found
	if err := s.read.Raw("SELECT rootpage FROM sqlite_schema WHERE name = 'settlings_profile'").Scan(&page).Error; err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	damage(t, filepath.Join(folder, FileName), (page-1)*4096, 4096)
	r, err := Recover(folder, Options{})
	if err != nil {
		t.Fatal(explain(err))
	}
	got, err := opened(t, folder).Settlings(people[0].ID)
	if diff := cmp.Diff(want, got); err != nil || diff != "" || r.LostAttempts != 0 {
		t.Errorf("%v, %v\n%s", r, err, diff)
	}
}

package library_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"

	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/library"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/scenarios"
)

func open(t *testing.T, opts stage.Options) *stage.Stage {
	t.Helper()
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stage.New(st, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); _ = st.Close() })
	s.Trainee("Ada")
	return s
}

func begun(t *testing.T, s *stage.Stage) trainer.Attempt {
	t.Helper()
	r := s.LastOpened()
	if r.Place != screen.ClientFile || r.Play == nil {
		t.Fatalf("opened %+v; the window says %q", r, s.Words())
	}
	return r.Play.Attempt()
}

func TestChooseAndBeginByKeys(t *testing.T) {
	s := open(t, stage.Options{})
	s.Show(library.New(s, "", "", nil))
	s.Press(fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn)
	a := begun(t, s)
	if a.Mode != trainer.Practice || a.Setting != "normal" {
		t.Errorf("began %+v", a)
	}
}

func TestChooseAndBeginByTaps(t *testing.T) {
	s := open(t, stage.Options{})
	s.Show(library.New(s, "", "", nil))
	s.TapText("Soup without lids")
	s.TapText("Hard")
	s.TapText("Read the file")
	if a := begun(t, s); a.Scenario != "soup-without-lids" || a.Setting != "hard" {
		t.Errorf("began %+v", a)
	}
}

func TestAssessedIsAlwaysNormal(t *testing.T) {
	s := open(t, stage.Options{})
	s.Show(library.New(s, "cold-rooms", "", nil))
	s.TapText("Hard")
	s.TapText("Assessed")
	if s.Shows("How hard") {
		t.Error("a setting is offered for an assessed call")
	}
	s.TapText("Read the file")
	if a := begun(t, s); a.Scenario != "cold-rooms" || a.Setting != "normal" || a.Mode != trainer.Assessed {
		t.Errorf("began %+v", a)
	}
}

func TestTheSearchFindsAndForgives(t *testing.T) {
	s := open(t, stage.Options{})
	s.Show(library.New(s, "", "", nil))
	s.Type("/")
	s.Type("dunne")
	if !s.Shows("Soup without lids") || s.Shows("One message only") {
		t.Errorf("searching for a caller shows %q", s.Words())
	}
	s.Type("zzz")
	if !s.Shows("Nothing here matches.") {
		t.Errorf("no match shows %q", s.Words())
	}
	s.TapText("Show all")
	if !s.Shows("One message only") {
		t.Errorf("all shows %q", s.Words())
	}
}

// The filters are shown on request, and named while they are hidden.
func TestFilters(t *testing.T) {
	s := open(t, stage.Options{})
	s.Show(library.New(s, "", "", nil))
	if s.Shows("All kinds") {
		t.Error("the filters are shown unasked")
	}
	s.TapText("Filter")
	s.TapText("Daun Kedua")
	if !s.Shows("Ten tables of eight") || s.Shows("Soup without lids") {
		t.Errorf("the filter shows %q", s.Words())
	}
	s.TapText("Filter: Daun Kedua")
	if s.Shows("All kinds") || s.Shows("Soup without lids") {
		t.Errorf("hidden, the filter shows %q", s.Words())
	}
}

// The list stands along the path, or under the names of the projects.
func TestOrders(t *testing.T) {
	s := open(t, stage.Options{})
	s.Show(library.New(s, "", "", nil))
	if !s.Shows("The path, from a first call to the hardest") || !s.Shows("Step 1 of") {
		t.Errorf("the window says %q", s.Words())
	}
	s.TapText("By project")
	words := s.Words()
	if strings.Contains(words, "The path, from") || !strings.Contains(words, "Harl and Moss") || strings.Index(words, "Daun Kedua") > strings.Index(words, "Sampai") {
		t.Errorf("by project it says %q", words)
	}
}

func TestAFileWithMistakesIsListedAndTheRestWorks(t *testing.T) {
	read := 0
	s := open(t, stage.Options{Own: fstest.MapFS{"mine.call": {Data: []byte("version: 1\ntitel: Mine\n")}}})
	s.Show(library.New(s, "", "", func() { read++ }))
	for _, words := range []string{"Files with problems", "mine.call:2:1", "titel: Mine", "Soup without lids"} {
		if !s.Shows(words) {
			t.Errorf("%q is missing in %q", words, s.Words())
		}
	}
	s.TapText("Read files again")
	if read != 1 {
		t.Error("the files are not read again")
	}
}

// TestProblemsInMalay: in another language than English a problem is the
// sentence of its code, with the words of the script that belong to it.
func TestProblemsInMalay(t *testing.T) {
	file := "version: 1\ntitle: Mine\nproject: x\nkind: angry customer, no-promise\ndifficulty: 9\nlanguage: en\nsumary: Short.\n" +
		"CALLER a\n  name: A\n  moods: heat 5 angry, trust 3, confusion 3, patience 14\n  gentle: heat 3, trust 4, confusion 3, patience 18\n  temper: hurried\n" +
		"CONCERNS\n  stated bill: The bill is wrong.\nCALL first\n== ring\nCALLER: Hello.\n> Hello.\n  go: nowhere\n"
	show := func() string {
		s := open(t, stage.Options{Own: fstest.MapFS{"mine.call": {Data: []byte(file)}}})
		s.Show(library.New(s, "", "", nil))
		return s.Words()
	}
	english := []string{"The difficulty goes from 1 to 5, so 9 is not possible.", "CALLER has no hard:.", "is not a key that is known here"}
	malay := []string{
		"Nombor ini terlalu kecil atau terlalu besar. Yang boleh ditulis di sini: 1 … 5", "mine.call:5:13 out-of-range", "difficulty: 9",
		"Baris yang mesti ada belum ditulis. Yang belum ada: hard:",
		"Perkataan sebelum titik bertindih ini tidak dikenali di sini.", "Adakah maksud anda \"summary\"?",
		"Balasan ini menuju ke babak yang tidak wujud.",
	}
	has := func(words string, wanted, unwanted []string) {
		t.Helper()
		for _, w := range wanted {
			if !strings.Contains(words, w) {
				t.Errorf("%q is missing in %q", w, words)
			}
		}
		for _, w := range unwanted {
			if strings.Contains(words, w) {
				t.Errorf("%q stands in %q", w, words)
			}
		}
	}
	has(show(), english, malay[:1])
	locale.Use(locale.Malay)
	t.Cleanup(func() { locale.Use(locale.English) })
	has(show(), malay, english)
}

// TestACaseThatCannotBeScoredIsListed: the engine did not finish it once, and
// since then it stands among the files with problems and is not offered.
func TestACaseThatCannotBeScoredIsListed(t *testing.T) {
	soup, err := scenarios.FS.ReadFile("soup-without-lids.call")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(soup), "id: soup-without-lids", "id: large", 1)
	text = strings.Replace(text, "title: Soup without lids", "title: Soup for the whole town", 1)
	opts := stage.Options{Own: fstest.MapFS{"large.call": {Data: []byte(text)}}}
	s := open(t, opts)
	s.Desk().Budget = 10
	s.Show(library.New(s, "large", "", nil))
	if s.Shows("Files with problems") {
		t.Fatal("it is listed before the engine was asked")
	}
	s.TapText("Read the file")
	if err := s.LastOpened().Play.Prepare(); err == nil {
		t.Fatal("a budget of ten states is enough")
	}
	s.Show(library.New(s, "large", "", nil))
	for _, words := range []string{"Files with problems", "large.call:1:1   not-scored", "too large for the engine", "Can't be played", "Soup without lids"} {
		if !s.Shows(words) {
			t.Errorf("%q is missing in %q", words, s.Words())
		}
	}
	if s.Shows("Soup for the whole town") {
		t.Error("it is offered all the same")
	}

	// The next start knows it from what is kept.
	next, err := stage.New(s.Desk().Store, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(next.Close)
	next.Desk().Budget = 10
	next.Enter(s.Who())
	next.Show(library.New(next, "", "", nil))
	if !next.Shows("not-scored") || next.Shows("Soup for the whole town") {
		t.Errorf("after a start: %q", next.Words())
	}
}

// A case in two languages stands twice, each with the name of its language.
func TestTranslationsAreToldApart(t *testing.T) {
	soup, err := scenarios.FS.ReadFile("soup-without-lids.call")
	if err != nil {
		t.Fatal(err)
	}
	malay := strings.NewReplacer("language: en", "language: ms", "title: Soup without lids", "title: Sup tanpa penutup").Replace(string(soup))
	s := open(t, stage.Options{Own: fstest.MapFS{"soup.ms.call": {Data: []byte(malay)}}})
	s.Show(library.New(s, "", "", nil))
	if !s.Shows("Sup tanpa penutup") || !s.Shows("Melayu") || !s.Shows("English") {
		t.Fatalf("the window says %q", s.Words())
	}
	s.TapText("Sup tanpa penutup")
	s.TapText("Read the file")
	if a := begun(t, s); a.Scenario != "soup-without-lids" || a.Title != "Sup tanpa penutup" {
		t.Errorf("began %+v", a)
	}
}

// Who comes from a case in a language is shown it in that language.
func TestTheAskedLanguageIsChosen(t *testing.T) {
	soup, err := scenarios.FS.ReadFile("soup-without-lids.call")
	if err != nil {
		t.Fatal(err)
	}
	malay := strings.NewReplacer("language: en", "language: ms", "title: Soup without lids", "title: Sup tanpa penutup").Replace(string(soup))
	for language, title := range map[string]string{"en": "Soup without lids", "ms": "Sup tanpa penutup", "fr": "Soup without lids"} {
		s := open(t, stage.Options{Own: fstest.MapFS{"soup.ms.call": {Data: []byte(malay)}}})
		s.Show(library.New(s, "soup-without-lids", language, nil))
		s.TapText("Read the file")
		if a := begun(t, s); a.Title != title {
			t.Errorf("asked for in %s, %q is begun", language, a.Title)
		}
	}
}

package script

import (
	"os"
	"strings"
	"testing"
)

// malay is the small scenario with other words.
func malay(edits ...string) string {
	src := strings.NewReplacer(
		"language: en", "language: ms",
		"title: The late box", "title: Kotak yang lewat",
		"The box is late.", "Kotak itu lewat.",
		"CALLER: Where is my box?", "CALLER: Di mana kotak saya?",
		`want box "my box"`, `want box "kotak saya"`,
		"> It left on Friday.", "> Ia dihantar hari Jumaat.",
		"ending: glad", "ending: gembira",
	).Replace(small)
	for i := 0; i < len(edits); i += 2 {
		src = strings.Replace(src, edits[i], edits[i+1], 1)
	}
	return src
}

// Concerns, beats and replies of different variants may bear one name, and are
// told apart in a translation too.
func TestATranslationWithTwinsOfVariants(t *testing.T) {
	src, err := os.ReadFile("../call/testdata/house.call")
	if err != nil {
		t.Fatal(err)
	}
	twins := strings.ReplaceAll(string(src), "jam", "market")
	original := parsed(t, twins)
	if found := Translation(original, parsed(t, strings.Replace(twins, "language: en", "language: ms", 1)), "house.call"); len(found) > 0 {
		t.Error(found)
	}
	other := strings.Replace(twins, "    opens: open-question\n    only: lids", "    opens: ask-why\n    only: lids", 1)
	if found := Translation(original, parsed(t, other), "house.call"); len(found) != 1 || !strings.Contains(found[0].Message, "The concern market of lids is not as in") {
		t.Error(found)
	}
}

func TestATranslationChangesWordsOnly(t *testing.T) {
	original := parsed(t, small)
	translated := parsed(t, malay())
	if found := Translation(original, translated, "small.call"); len(found) > 0 {
		t.Errorf("%v", found)
	}
	if original.Hash() == translated.Hash() {
		t.Error("other words have the same hash")
	}
	for _, tc := range []struct{ name, said, old, new string }{
		{"another project", "The top of the script is not as in small.call", "project: parcels", "project: boxes"},
		{"another paper", "Line 1 of the client file is not as in small.call", "  client: Ms Osei", "  note: Ms Osei"},
		{"another mood", "The caller is not as in small.call", "heat 6 angry", "heat 7 angry"},
		{"another concern", "The concern school is not as in small.call", "pays: 6", "pays: 7"},
		{"another window", "The promise is not as in small.call", "latest: 2 days", "latest: 3 days"},
		{"another second call", "The call late is not as in small.call", "heat 5, trust 4", "heat 6, trust 4"},
		{"another wish", "The beat ring is not as in small.call", "wants: own-it", "wants: open-question"},
		{"another fact", "Line 2 of the beat ring is not as in small.call", `want box "kotak`, `need box "kotak`},
		{"another behaviour", "The reply ring.mend is not as in small.call", `own-it "ours to mend", `, ""},
		{"another effect", "The reply ring.friday is not as in small.call", "patience: -2", "patience: -3"},
		{"a reply of another name", "The reply ring.friday of small.call is missing here", "id: friday", "id: jumaat"},
	} {
		found := Translation(original, parsed(t, malay(tc.old, tc.new)), "small.call")
		said := ""
		for _, d := range found {
			said += d.Message + "\n"
			if d.Code != TranslationDiffers || d.Line < 1 {
				t.Errorf("%s: %v", tc.name, d)
			}
		}
		if !strings.Contains(said, tc.said) || len(found) > 2 {
			t.Errorf("%s: %v", tc.name, found)
		}
	}
}

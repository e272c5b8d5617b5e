package assets

import (
	"bytes"
	"image/png"
	"testing"
)

func TestTheIconIsASquareOf192Pixels(t *testing.T) {
	picture, err := png.DecodeConfig(bytes.NewReader(IconPNG))
	if err != nil {
		t.Fatal(err)
	}
	if picture.Width != 192 || picture.Height != 192 {
		t.Errorf("the icon is %d by %d pixels, want 192 by 192", picture.Width, picture.Height)
	}
}

func TestFontsAreTrueType(t *testing.T) {
	fonts := map[string][]byte{
		"regular": FontRegular, "bold": FontBold, "italic": FontItalic, "bold italic": FontBoldItalic,
	}
	for name, font := range fonts {
		if !bytes.HasPrefix(font, []byte{0, 1, 0, 0}) {
			t.Errorf("the %s font is not a TrueType file", name)
		}
	}
}

func TestEveryDrawingTakesTheColourOfItsText(t *testing.T) {
	entries, err := icons.ReadDir("icons")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()[:len(entry.Name())-len(".svg")]
		if !bytes.Contains(Icon(name), []byte("currentColor")) {
			t.Errorf("the drawing %q has a colour of its own", name)
		}
	}
	if Icon("no-such-drawing") != nil {
		t.Error("an unknown drawing must be nil")
	}
}

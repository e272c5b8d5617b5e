package rubric

import (
	"encoding/json"
	"fmt"
	"slices"
)

// House is the From of a teaching that is this house's own practice.
const House = "house"

// A Row is one teaching, which behaviours and debriefs cite.
type Row struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Part   Part   `json:"part"`
	Screen string `json:"screen"` // carries it whatever the scenario (DESIGN section 8); "" where scenarios alone can
	Where  string `json:"where"`  // where in the program it is done
	From   string `json:"from"`   // the article, or House
}

// A Part is a heading that teachings stand under in METHODS.
type Part string

// The parts, in their order.
const (
	PartKeys    Part = "keys"
	PartBefore  Part = "before"
	PartDuring  Part = "during"
	PartSolving Part = "solving"
	PartAfter   Part = "after" // closing and after
)

var parts = []Part{PartKeys, PartBefore, PartDuring, PartSolving, PartAfter}

// ParseRows reads the teachings. The error is of type Problems and tells every
// mistake of the file.
func ParseRows(src []byte) ([]Row, error) {
	var ps Problems
	var f struct {
		Rows []json.RawMessage `json:"rows"`
	}
	if !ps.read("", src, &f) {
		return nil, ps
	}
	rows := make([]Row, 0, len(f.Rows))
	seen := map[string]bool{}
	for i, raw := range f.Rows {
		var row Row
		if !ps.read(fmt.Sprintf("row %d", i+1), raw, &row) {
			continue
		}
		where := "row " + row.ID
		if seen[row.ID] {
			ps.add("duplicate-id", where, "This row stands in the file twice.")
		}
		seen[row.ID] = true
		if row.ID == "" || row.Where == "" || row.From == "" {
			ps.add("empty-field", where, "A row needs an id, a text, where it is done, and where it is from.")
		}
		if !slices.Contains(parts, row.Part) {
			ps.add("unknown-part", where, "The part of a row is keys, before, during, solving or after.")
		}
		ps.sentence(where, row.Text)
		rows = append(rows, row)
	}
	if err := ps.err(); err != nil {
		return nil, err
	}
	return rows, nil
}

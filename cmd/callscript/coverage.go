package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"keepcool/app/coverage"
	"keepcool/app/rubric"
	"keepcool/app/script"
	"keepcool/scenarios"
)

const coverageUsage = "coverage PATH... [--require] [--json]"

// covered is the table: which scenario trains which teaching.
type covered struct {
	Scenarios []coveredScenario `json:"scenarios"`
	Rows      []coveredRow      `json:"rows"`
}

type coveredScenario struct {
	ID    string `json:"id"`
	Case  string `json:"case,omitempty"`
	Title string `json:"title"`
}

type coveredRow struct {
	ID      string                     `json:"id"`
	Text    string                     `json:"text"`
	Part    rubric.Part                `json:"part"`
	Screen  string                     `json:"screen,omitempty"`
	Asked   bool                       `json:"asked"`
	Chances map[string]coverage.Chance `json:"chances"` // by scenario
}

func (r coveredRow) thin() bool { return r.Asked && len(r.Chances) < coverage.Least }

// cover tells which teachings the scenarios among the paths train. With
// --require it fails where one is trained by fewer than two.
func cover(s streams, args []string) error {
	flags := newFlags("coverage")
	require := flags.Bool("require", false, "")
	asJSON := flags.Bool("json", false, "")
	left, err := parse(flags, args)
	if err != nil {
		return err
	}
	paths, err := scripts(left)
	if err != nil {
		return err
	}
	table, found, err := coverageOf(paths)
	if err != nil {
		return err
	}
	if len(found) > 0 {
		if err := printProblems(s.err, found, len(paths)); err != nil {
			return err
		}
		return errTold
	}
	if *asJSON {
		err = printJSON(s.out, table)
	} else {
		err = printText(s.out, table.String())
	}
	for _, r := range table.Rows {
		if err == nil && *require && r.thin() {
			err = errTold
		}
	}
	return err
}

// coverageOf reads the scripts; a translation trains what its original does
// and is passed over. Errors of scripts are returned as found.
func coverageOf(paths []string) (covered, []script.Diagnostic, error) {
	table := covered{Scenarios: []coveredScenario{}}
	by, err := shippedScoring()
	if err != nil {
		return table, nil, err
	}
	src, err := scenarios.FS.ReadFile("methods.json")
	if err != nil {
		return table, nil, fmt.Errorf("the teachings cannot be read: %w", err)
	}
	rows, err := rubric.ParseRows(src)
	if err != nil {
		return table, nil, fmt.Errorf("the teachings cannot be read: %w", err)
	}
	for _, r := range rows {
		table.Rows = append(table.Rows, coveredRow{r.ID, r.Text, r.Part, r.Screen, coverage.Asked(r), map[string]coverage.Chance{}})
	}
	var found []script.Diagnostic
	seen := map[string]bool{}
	for _, path := range paths {
		f := compile(path, by.rubric)
		if f.cases == nil {
			found = append(found, f.problems...)
			continue
		}
		if seen[f.scenario.ID] {
			continue
		}
		seen[f.scenario.ID] = true
		table.Scenarios = append(table.Scenarios, coveredScenario{f.scenario.ID, f.scenario.Case, f.scenario.Title})
		var variants []map[string]coverage.Chance
		for _, c := range f.cases {
			variants = append(variants, coverage.Of(c))
		}
		for row, chance := range coverage.Merge(variants) {
			for i := range table.Rows {
				if table.Rows[i].ID == row && chance.Any() {
					table.Rows[i].Chances[f.scenario.ID] = chance
				}
			}
		}
	}
	slices.SortStableFunc(table.Scenarios, func(a, b coveredScenario) int {
		return cmp.Or(cmp.Compare(a.order(), b.order()), cmp.Compare(a.ID, b.ID))
	})
	return table, found, nil
}

// order is the number of the case; scenarios of none come last.
func (s coveredScenario) order() int {
	n, err := strconv.Atoi(strings.TrimPrefix(s.Case, "C"))
	if err != nil {
		return math.MaxInt
	}
	return n
}

// label is how a column is headed: the case where the scenario names one.
func (s coveredScenario) label(n int) string {
	if s.Case != "" {
		return s.Case
	}
	return fmt.Sprintf("#%d", n+1)
}

// String draws the table. A cell is the number of beats at which a strength of
// the row is wanted; behind a ! those where a fault against it tempts.
func (t covered) String() string {
	var b strings.Builder
	for n, s := range t.Scenarios {
		fmt.Fprintf(&b, "%-4s %s (%s)\n", s.label(n), s.Title, s.ID)
	}
	b.WriteString("\n2!1: two beats want it, at one its opposite tempts\n")
	part := rubric.Part("")
	for _, r := range t.Rows {
		if r.Part == rubric.PartKeys {
			continue
		}
		if r.Part != part {
			part = r.Part
			fmt.Fprintf(&b, "\n%-8s", part)
			for n, s := range t.Scenarios {
				fmt.Fprintf(&b, "%5s", s.label(n))
			}
			b.WriteString("\n")
		}
		r.write(&b, t.Scenarios)
	}
	asked, thin := 0, []string{}
	for _, r := range t.Rows {
		if r.Asked {
			asked++
		}
		if r.thin() {
			thin = append(thin, r.ID)
		}
	}
	fmt.Fprintf(&b, "\n%d teachings are for scenarios to train; %d of them are trained by %d or more.\n", asked, asked-len(thin), coverage.Least)
	if len(thin) > 0 {
		fmt.Fprintf(&b, "Too few: %s.\n", strings.Join(thin, ", "))
	}
	return b.String()
}

func (r coveredRow) write(b *strings.Builder, columns []coveredScenario) {
	fmt.Fprintf(b, "  %-6s", r.ID)
	for _, s := range columns {
		cell := "."
		if chance, ok := r.Chances[s.ID]; ok {
			cell = ""
			if chance.Wanted > 0 {
				cell = fmt.Sprint(chance.Wanted)
			}
			if chance.Tempting > 0 {
				cell += fmt.Sprintf("!%d", chance.Tempting)
			}
		}
		fmt.Fprintf(b, "%5s", cell)
	}
	note := "  " + begin(r.Text, 48)
	if r.Screen != "" {
		note += " [" + r.Screen + "]"
	}
	b.WriteString(note + "\n")
}

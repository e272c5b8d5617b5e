package solve

import (
	"context"

	"keepcool/app/call"
)

// Bounds is how many states a search for the denominators holds.
func Bounds(c *call.Case, set call.Setting, limits Limits) (states int, err error) {
	crew := limits.hire()
	defer crew.leave()
	g, _, _, err := fromStart(context.Background(), crew, c, set, limits)
	if err != nil {
		return 0, err
	}
	return g.size(), nil
}

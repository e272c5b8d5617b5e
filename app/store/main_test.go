package store

import (
	"os"
	"testing"

	"keepcool/app/store/killtest"
)

func TestMain(m *testing.M) {
	if work, folder := killtest.Child(); work != "" {
		child(work, folder)
	}
	os.Exit(m.Run())
}

// Package killtest kills a process and lets the test look at what is left.
// The process is the test's own binary, started again: TestMain asks Child
// whether this is one, and if so does the work instead of the tests, saying
// each thing that it has been promised. The parent ends it with SIGKILL at a
// moment it chose and gets what had been said.
//
// It may import the standard library. It must never know what is kept.
package killtest

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

const (
	workVar   = "KEEPCOOL_KILLTEST_WORK"
	folderVar = "KEEPCOOL_KILLTEST_FOLDER"
)

// Child returns the work that this process was started for and the folder to
// do it in. Both are empty in a parent.
func Child() (work, folder string) {
	return os.Getenv(workVar), os.Getenv(folderVar)
}

// Say tells the parent something. It has been told when Say returns, even if
// the process is killed right after.
func Say(format string, args ...any) {
	if _, err := fmt.Fprintf(os.Stdout, format+"\n", args...); err != nil {
		os.Exit(3) // nobody listens any more
	}
}

// Fail ends a child that cannot go on; the parent's test fails with it.
func Fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(2)
}

// A Moment is when a child is killed: after it has said so many lines, and
// then so long after.
type Moment struct {
	Lines int
	Then  time.Duration
}

// A Life is what is known of a killed child.
type Life struct {
	Said  []string
	First time.Duration // from its start to the first line said, 0 when none was
}

// Live starts a child that does work in folder and kills it at the moment.
// The test fails when the child ends by itself.
func Live(t testing.TB, work, folder string, at Moment) Life {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), workVar+"="+work, folderVar+"="+folder)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { _ = cmd.Process.Kill() }
	if at.Lines == 0 {
		time.AfterFunc(at.Then, kill)
	}
	var life Life
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			break // a line cut off in the middle was not said
		}
		life.Said = append(life.Said, strings.TrimSuffix(line, "\n"))
		if len(life.Said) == 1 {
			life.First = time.Since(begun)
		}
		if len(life.Said) == at.Lines {
			time.AfterFunc(at.Then, kill)
		}
	}
	_ = cmd.Wait() // it was killed, which is an error
	if code := cmd.ProcessState.ExitCode(); code != -1 {
		t.Fatalf("the child ended by itself with %d: %s", code, complaint.String())
	}
	return life
}

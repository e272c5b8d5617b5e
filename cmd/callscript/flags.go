package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"keepcool/app/call"
)

// newFlags is a set of flags that tells its mistakes as errors only.
func newFlags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	return flags
}

// settingFlag adds --setting.
func settingFlag(flags *flag.FlagSet, set func(call.Setting)) {
	flags.Func("setting", "", func(name string) error {
		s, ok := call.ParseSetting(name)
		if !ok {
			return fmt.Errorf("there is no setting %q; there are gentle, normal and hard", name)
		}
		set(s)
		return nil
	})
}

// parse takes the flags out of the arguments, wherever they stand, and returns
// what is left; after -- all is left as it is.
func parse(flags *flag.FlagSet, args []string) (left []string, err error) {
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return nil, flagError(err)
		}
		taken := len(args) - flags.NArg()
		if taken > 0 && args[taken-1] == "--" {
			return append(left, flags.Args()...), nil
		}
		if args = flags.Args(); len(args) > 0 {
			left, args = append(left, args[0]), args[1:]
		}
	}
	return left, nil
}

// oneFile is the only argument left.
func oneFile(left []string, todo string) (string, error) {
	switch len(left) {
	case 0:
		return "", usageError{fmt.Errorf("name the file to %s", todo)}
	case 1:
		return left[0], nil
	}
	return "", usageError{fmt.Errorf("one file at a time; %q is one too many", left[1])}
}

// written is a flag as it is written: short ones with one hyphen.
func written(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// flagError says what the flag package found in our words.
func flagError(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		return usageError{fmt.Errorf("there is no flag --%s", strings.TrimLeft(name, "-"))}
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: -"); ok {
		return usageError{fmt.Errorf("the flag %s needs a value after it", written(name))}
	}
	var value, name string
	if n, _ := fmt.Sscanf(text, "invalid value %q for flag -%s", &value, &name); n == 2 {
		if _, ours, ok := strings.Cut(text, name+" "); ok && !strings.HasSuffix(text, "parse error") && !strings.HasSuffix(text, "value out of range") {
			return usageError{errors.New(ours)}
		}
		return usageError{fmt.Errorf("%s cannot be %q; it is a whole number, not below 0 and not too large to count to", written(strings.TrimSuffix(name, ":")), value)}
	}
	if n, _ := fmt.Sscanf(text, "invalid boolean value %q for -%s", &value, &name); n == 2 {
		return usageError{fmt.Errorf("the flag %s stands alone, without a value", written(strings.TrimSuffix(name, ":")))}
	}
	return usageError{err}
}

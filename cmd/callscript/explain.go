package main

import (
	"errors"
	"fmt"
	"strings"

	"keepcool/app/script"
)

const explainUsage = "explain [CODE]"

// explain prints the page of a diagnostic's code, or without one the titles of
// all pages.
func explain(s streams, args []string) error {
	codes, err := parse(newFlags("explain"), args)
	if err != nil {
		return err
	}
	text, err := explanation(codes)
	if err != nil {
		return usageError{err}
	}
	return printText(s.out, text)
}

func explanation(args []string) (string, error) {
	switch len(args) {
	case 0:
		return titles(script.Pages()), nil
	case 1:
	default:
		return "", errors.New("name one code at a time")
	}
	// As it is copied from a problem: in its brackets, or in a hurry.
	code := strings.ToLower(strings.Trim(args[0], "[]. "))
	if page, ok := script.Explain(code); ok {
		return page.String(), nil
	}
	codes := []string{}
	for _, p := range script.Pages() {
		codes = append(codes, p.Code)
	}
	hint := ""
	if near := script.Nearest(code, codes); near != "" {
		hint = fmt.Sprintf(". Did you mean %q?", near)
	}
	return "", fmt.Errorf("there is no code %q%s", args[0], hint)
}

// titles lists the pages, one in a line.
func titles(pages []script.Page) string {
	widest := 0
	for _, p := range pages {
		widest = max(widest, len(p.Code))
	}
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, "%-*s  %s\n", widest, p.Code, p.Title)
	}
	return b.String()
}

package main

import "testing"

// Each part of the book is told in a test of its own, so that none takes long.

func TestWords(t *testing.T) { each(t, 1, words, "") }

func TestKeys(t *testing.T) { each(t, 1, keys, "") }

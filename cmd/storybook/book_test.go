package main

import "testing"

func TestLayoutAll(t *testing.T) { each(t, 1, layout, "") }

func TestLayoutLarge(t *testing.T) { each(t, 2, layout, "") }

func TestWords(t *testing.T) { each(t, 1, words, "") }

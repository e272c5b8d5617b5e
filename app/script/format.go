package script

// Format is the canonical form of a script. It means what the script means,
// keeps every comment, and is its own canonical form. A script with errors has
// none: then only the diagnostics come back.
func Format(file string, src []byte) ([]byte, []Diagnostic) {
	d, found := Read(file, src)
	if d == nil {
		return nil, found
	}
	return d.Text(), found
}

// Package layered draws directed graphs in layers (Sugiyama, Tagawa and Toda,
// 1981): boxes of given sizes in ranks from top to bottom, edges with a label
// between them, those that close a cycle leading back up.
//
// It is pure geometry: it imports the standard library only, and must never
// know what a box stands for, a font or a file format. The same graph always
// gives the same drawing.
//
// What holds of every drawing: boxes and labels do not overlap, and no edge
// runs through a box or a label. Ranks are bands as high as their highest box.
// In a band an edge runs straight down, at a place kept free for it; sideways
// it runs in the gaps between the bands only.
package layered

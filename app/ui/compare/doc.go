// Package compare is the screen of two calls beside one another: what got
// better, the figures with their differences, what was shown in one and not in
// the other, and where both are of one version and setting their moves from
// where the ways part. Where only one call is given, it first asks for the
// other.
//
// It may import trainer, the screen contract, the telling of calls, the
// controls and the charts. It must never know another screen, and works out no
// difference itself.
package compare

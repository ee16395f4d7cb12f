/**
 * How texts are read and written: JSON in, JSON out, numbers as JavaScript writes them, errors and flags.
 * It reads the protocol for itself, so that it and the codec check each other.
 */
package io.hayate.venue.wire;

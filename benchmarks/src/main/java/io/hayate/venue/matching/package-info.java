/** The venue's matching, driven alone, and a book to compare it with. */
package io.hayate.venue.matching;

/** An order: what a client asks for, what has become of it, and the row that tells of it. */
package io.hayate.venue.order;

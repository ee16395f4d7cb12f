/**
 * A book of orders by price and time, and images of it as channels show them. Who takes, and why, is
 * left to others.
 */
package io.hayate.venue.book;

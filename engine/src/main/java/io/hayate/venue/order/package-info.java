/**
 * Orders: what clients ask of their accounts, the matching of their orders, the money that it moves, and
 * the frames that tell of it.
 */
package io.hayate.venue.order;

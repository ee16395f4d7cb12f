/**
 * What clients ask of their accounts, the matching of their orders, the money and positions that it moves,
 * and the frames that tell of it.
 */
package io.hayate.venue.matching;

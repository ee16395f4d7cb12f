/** What the venue keeps of orders and money: what is open, what has ended, positions, and where money went. */
package io.hayate.venue.ledger;

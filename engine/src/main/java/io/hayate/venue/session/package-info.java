/**
 * One conversation with a client each: its requests, its channels, its numbers, its heartbeats and its
 * end. What goes out goes into an {@link io.hayate.venue.session.Outbox}.
 */
package io.hayate.venue.session;

/**
 * The exchange as a state machine: clients, texts and time come in, texts and ends go out. It knows no
 * sockets and no threads. Its controls move its markets and make it misbehave.
 */
package io.hayate.venue.exchange;

/**
 * What the venue shall do wrong, and when: with frames, subscriptions, orders and connections. Those who
 * write a frame or answer a request ask here.
 */
package io.hayate.venue.fault;

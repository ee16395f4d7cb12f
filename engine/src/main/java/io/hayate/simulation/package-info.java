/**
 * A trading path and an exchange on one thread under one virtual clock: what one sends reaches the
 * other after a latency that a model gives, and nothing ever waits for real time.
 */
package io.hayate.simulation;

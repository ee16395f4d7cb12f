/**
 * The warm-up before a session: an engine plays against a venue of its own on loopback, so that the
 * first real tick meets loaded classes and compiled code. Keeps nothing and reaches nobody. Thread
 * {@code main}, and those of the engine that it starts and ends.
 */
package io.hayate.rehearsal;

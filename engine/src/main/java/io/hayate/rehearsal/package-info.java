/**
 * The warm-up before a session: engines trade with the embedded exchange on a loopback socket, so that
 * the first real tick meets loaded classes and compiled code. Keeps nothing and reaches nobody. Thread
 * {@code main}, a thread {@code rehearsal} for the exchange, and those of the engines that it starts and
 * ends. What the exchange says is left to {@code venue}.
 */
package io.hayate.rehearsal;

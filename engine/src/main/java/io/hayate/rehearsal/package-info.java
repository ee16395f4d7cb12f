/**
 * The warm-up before a session: engines trade with the embedded exchange on a loopback socket, so that
 * the first real tick meets loaded classes and compiled code; with strategies of ours, and those of the
 * user that opt in; and, while a session runs, what idle turns do to keep that code in the caches. Keeps nothing and reaches nobody. Thread {@code main}, a thread {@code rehearsal} for
 * the exchange, those of the engines that it starts and ends, and {@code rehearsal-strategies} and {@code
 * rehearsal-end} for what may never return. What the exchange says is left to {@code venue}.
 */
package io.hayate.rehearsal;

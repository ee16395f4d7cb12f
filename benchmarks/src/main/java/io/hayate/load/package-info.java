/**
 * The load to hold: the embedded venue tells hundreds of channels at a set rate, with bursts, while
 * the engine keeps their books, and everything that is lost, wrong, allocated or late is counted.
 */
package io.hayate.load;

/**
 * The words of the trading field as values: instruments, sides, order types and states. For every
 * thread and every package; knows nothing of wires, rings or files.
 */
package io.hayate.model;

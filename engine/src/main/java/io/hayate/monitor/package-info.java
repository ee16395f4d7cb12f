/**
 * What others may read of a running engine, written once a second by a thread that trades nothing: gauges and
 * states beside the counters that trading threads keep themselves, percentiles, the log of errors. Who shows
 * them, in this process or another, reads the counters' memory and not the engine.
 */
package io.hayate.monitor;

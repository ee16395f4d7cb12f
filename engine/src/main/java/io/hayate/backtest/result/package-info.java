/**
 * What came of a simulation: money and its causes, fills, places in queues, and curves over time, of
 * a bounded number of points however long it was. The simulation's thread fills it, any reads it then.
 */
package io.hayate.backtest.result;

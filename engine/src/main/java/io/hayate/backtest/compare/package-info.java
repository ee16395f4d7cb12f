/** Fills of two journals, held against each other: that of a live run, and that of a backtest. One thread. */
package io.hayate.backtest.compare;

/**
 * The page of a backtest: one file that needs nothing but a browser. Any thread but the trading ones.
 */
package io.hayate.backtest.page;

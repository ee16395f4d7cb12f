/**
 * Strategies on recordings: reads the texts once, gives them to an exchange that follows them in a {@link
 * io.hayate.simulation.Simulation}, one simulation a set of parameters and core, and tells what came
 * of it. A strategy sees what has come to it by then and nothing else: time goes on with the texts,
 * and there is no way to a later one. Starting thread and one thread a simulation.
 *
 * <pre>recording → TextSource → RecordedSchedule → exchange → engine → Ledger → BacktestResult</pre>
 */
package io.hayate.backtest;

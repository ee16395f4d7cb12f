/**
 * The terminal: tickers on a line or in a table that is rewritten in place, a line for each thing
 * that happens to an order or the session, and a prompt for commands.
 *
 * <p>Thread {@code view} alone reads the notices and writes to the terminal; thread {@code console}
 * reads what is typed and offers commands. Both may wait for the terminal, trading threads never do.
 * What lines say is left to {@code view.text}, what is typed to {@code view.command}; what a command
 * means, to the strategy thread and the loop; what counters say, to the engine. All of JLine that
 * touches a terminal is in here.
 */
package io.hayate.view.terminal;

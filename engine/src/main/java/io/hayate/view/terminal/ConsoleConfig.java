package io.hayate.view.terminal;

import io.hayate.model.ConfigException;
import io.hayate.number.Decimals;
import java.nio.file.Path;

/**
 * What the console offers.
 *
 * @param prompt whether commands are read, from a prompt or from standard input
 * @param buyAmount what {@code buy} without an amount buys, in the base currency of the first
 *     instrument; a multiple of 1e-8; of no use without a prompt
 * @param showOrders whether each message about an order makes a line; if not, only what a person
 *     should look at does
 * @param historyFile where typed lines are kept for the next time; null keeps them in memory
 * @param mark stands in the prompt and before each line about an order; empty for none
 */
public record ConsoleConfig(
        boolean prompt, double buyAmount, boolean showOrders, Path historyFile, String mark) {
    public static final ConsoleConfig DEFAULTS = new ConsoleConfig(true, 0.01, true, null, "");

    public ConsoleConfig {
        boolean isInexact = Decimals.toUnits(buyAmount) == Decimals.INEXACT;
        if (prompt && (isInexact || Decimals.toUnits(buyAmount) <= 0)) {
            throw new ConfigException(
                    "console.buy-amount must be above 0 and a multiple of 0.00000001: was "
                            + buyAmount);
        }
    }
}

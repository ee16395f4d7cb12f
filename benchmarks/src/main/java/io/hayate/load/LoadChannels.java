package io.hayate.load;

import io.hayate.settings.Overrides;
import java.util.ArrayList;
import java.util.List;

/** The channels of the load: ticker, trades and book of each of so many symbols. */
final class LoadChannels {
    private static final List<String> FIRST =
            List.of("BTCUSD", "ETHUSD", "XRPUSD", "ETHBTC", "DOGE:USD", "BTTUSD");
    private static final int LETTERS = 26;
    private static final int RAW_EVERY = 10;

    private LoadChannels() {}

    /** Settings that subscribe them; every tenth book is raw, 100 orders a side. */
    static Overrides overrides(int symbols) {
        List<String> names = new ArrayList<>();
        List<String> books = new ArrayList<>();
        for (int i = 0; i < symbols; i++) {
            String name = symbol(i);
            names.add(name);
            boolean raw = i % RAW_EVERY == RAW_EVERY - 1;
            books.add(name + (raw ? " R0 F0 100" : " P0 F0 25"));
        }
        return new Overrides()
                .prompt(false)
                .set("--symbols", "subscriptions.tickers", names)
                .set("--symbols", "subscriptions.trades", names)
                .set("--symbols", "subscriptions.books", books);
    }

    /** Known ones, then made-up ones. */
    static String symbol(int index) {
        return index < FIRST.size()
                ? FIRST.get(index)
                : "X" + letter(index / LETTERS) + letter(index) + "USD";
    }

    private static char letter(int index) {
        return (char) ('A' + index % LETTERS);
    }
}

package io.hayate.view.command;

import io.hayate.view.text.Figures;

/** The answer to {@code help}. */
public final class HelpText {
    private HelpText() {}

    public static String of(Symbols symbols, double buyAmount) {
        String amount = Figures.exact(buyAmount);
        String symbol = symbols.first() == null ? "SYMBOL" : symbols.first().displayName();
        return String.join(
                "\n",
                orders(amount + " " + symbol),
                "show SYMBOL         the latest ticker; the symbol alone does the same",
                "book SYMBOL [P0]    the book, kept up to date; book off ends it",
                "trades SYMBOL       the latest prints",
                "candles SYMBOL 1m   candles as a chart; candles off ends it",
                "tickers             tickers again, instead of a book or candles",
                "channels [WORD]     health, rate, age and checksums of each channel",
                "subscribe CHANNEL   such as: subscribe book BTCUSD P0 F0 25",
                "unsubscribe CHANNEL such as: unsubscribe trades BTCUSD",
                "orders              orders of this session",
                "wallets             balances of the account's wallets",
                "positions, pnl      what is held, and what it has brought and cost",
                "offers              funding offers of the account",
                "history [N]         the latest fills",
                "explain N           the whole story of order N, or of: explain last",
                ofTrading());
    }

    private static String ofTrading() {
        return """
                strategies          name, state, orders and profit of each strategy
                web                 a link to the page of this run, where --web serves one
                strategy NAME stop  stop it; start starts it anew
                  .. set slow=30    start it anew with other parameters; slow= sets one back
                status              counters, positions and latency
                trace on, off       show each frame that comes and goes
                reconnect           a fresh connection of the account; with --trade the
                                    exchange cancels what rests
                kill                halt trading at once, and cancel our open orders
                kill account N      the same, and cancel the N open orders of others
                resume N            let orders leave again; N orders are open
                forget N            give up order N, whose outcome is unknown
                adopt BTC 0.5       take what the wallet holds beside our books as it is
                help                this list
                quit, exit          end""";
    }

    private static String orders(String usual) {
        return String.join(
                "\n",
                "buy AMOUNT SYMBOL   buy at the market, such as: buy " + usual,
                "buy                 the same as: buy " + usual,
                "sell AMOUNT SYMBOL  sell at the market",
                "  .. limit 97010    at this price or better; with postonly, hidden, oco 98000",
                "  .. stop 95000     at the market once traded there; stop 95000 limit 94900",
                "  .. trailing 250   a stop at this distance; ioc 97010, fok 97010: at once",
                "  .. group 7 expires 5m round   of a group; for a time; price of 5 digits",
                "update N price 97005   change order N: price, amount, by, limit, trailing, ..",
                "cancel N            cancel order N; cancel group 7; cancel all");
    }
}

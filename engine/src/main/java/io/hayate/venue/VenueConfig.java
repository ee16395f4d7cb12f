package io.hayate.venue;

import java.util.List;
import java.util.function.Consumer;

/**
 * What the simulated venue is and how fast it moves.
 *
 * @param listen where it listens
 * @param seed the same seed gives the same prices, ids and answers
 * @param traded what is traded, and by whom beside clients
 * @param clients how it treats connections
 * @param accounts who trades
 * @param books how books are told
 * @param bursts when its time runs faster
 * @param faults what goes wrong on purpose from the start
 */
public record VenueConfig(
        ListenConfig listen,
        long seed,
        TradedConfig traded,
        ClientConfig clients,
        AccountsConfig accounts,
        BookConfig books,
        BurstConfig bursts,
        FaultConfig faults) {
    /** A few known symbols, five tickers a second each: enough for a person to see movement. */
    public static final VenueConfig DEFAULTS =
            new VenueConfig(
                    new ListenConfig("127.0.0.1", 0, TlsConfig.OFF),
                    1,
                    new TradedConfig(
                            List.of(
                                    "tBTCUSD",
                                    "tETHUSD",
                                    "tXRPUSD",
                                    "tETHBTC",
                                    "tDOGE:USD",
                                    "tBTTUSD",
                                    "tBTCF0:USTF0",
                                    "fUSD",
                                    "tBTCEUR",
                                    "tBTCUST",
                                    "tTESTBTC:TESTUSD",
                                    "tTESTBTCF0:TESTUSDTF0"),
                            5,
                            false,
                            false),
                    ClientConfig.DEFAULTS,
                    AccountsConfig.DEMO,
                    BookConfig.DEFAULTS,
                    BurstConfig.DEFAULTS,
                    FaultConfig.NONE);

    /** What is traded and lent, such as {@code tBTCUSD} and {@code fUSD}. */
    public List<String> symbols() {
        return traded.symbols();
    }

    /** Tickers of each symbol; 0 while the market stands still, as it does when it is quiet. */
    public double tickersPerSecond() {
        return traded.quiet() ? 0 : traded.tickersPerSecond();
    }

    /** These settings on another address, where others may reach it, too. */
    public VenueConfig withHost(String value) {
        return with(draft -> draft.listen = listen.withHost(value));
    }

    /** These settings on another port; 0 takes any that is free. */
    public VenueConfig withPort(int value) {
        return with(draft -> draft.listen = listen.withPort(value));
    }

    /** These settings with this TLS. */
    public VenueConfig withTls(TlsConfig value) {
        return with(draft -> draft.listen = listen.withTls(value));
    }

    /** These settings with another seed. */
    public VenueConfig withSeed(long value) {
        return with(draft -> draft.seed = value);
    }

    /** These settings with something else traded. */
    public VenueConfig withTraded(TradedConfig value) {
        return with(draft -> draft.traded = value);
    }

    /** These settings where only clients trade, or others, too. */
    public VenueConfig withQuiet(boolean value) {
        return withTraded(traded.withQuiet(value));
    }

    /** These settings with, or without, amounts next to nothing. */
    public VenueConfig withDust(boolean value) {
        return withTraded(traded.withDust(value));
    }

    /** These settings with other accounts. */
    public VenueConfig withAccounts(AccountsConfig value) {
        return with(draft -> draft.accounts = value);
    }

    /** These settings with another rate of each symbol. */
    public VenueConfig withTickersPerSecond(double value) {
        return withTraded(traded.withTickersPerSecond(value));
    }

    /** These settings with other symbols. */
    public VenueConfig withSymbols(List<String> value) {
        return withTraded(traded.withSymbols(value));
    }

    /** These settings with connections treated in another way. */
    public VenueConfig withClients(ClientConfig value) {
        return with(draft -> draft.clients = value);
    }

    /** These settings with another time between heartbeats; 0 never beats. */
    public VenueConfig withHeartbeatMs(int value) {
        return withClients(clients.withHeartbeatMs(value));
    }

    /** These settings with another bound on channels. */
    public VenueConfig withSubscriptionsMax(int value) {
        return withClients(clients.withSubscriptionsMax(value));
    }

    /** These settings with another time after which an idle connection is dropped. */
    public VenueConfig withIdleTimeoutMs(int value) {
        return withClients(clients.withIdleTimeoutMs(value));
    }

    /** These settings with another bound on what waits for a client. */
    public VenueConfig withOutboundBytesMax(int value) {
        return withClients(clients.withOutboundBytesMax(value));
    }

    /** These settings with other limits of REST: 0 is none, 1 those of the real venue. */
    public VenueConfig withRestLimitFactor(double value) {
        return withClients(clients.withRestLimitFactor(value));
    }

    /** These settings with other bounds of all that it takes. */
    public VenueConfig withLimits(VenueLimits value) {
        return withClients(clients.withLimits(value));
    }

    /** These settings with books told in another way. */
    public VenueConfig withBooks(BookConfig value) {
        return with(draft -> draft.books = value);
    }

    /** These settings with faster times at other times. */
    public VenueConfig withBursts(BurstConfig value) {
        return with(draft -> draft.bursts = value);
    }

    /** These settings with other faults. */
    public VenueConfig withFaults(FaultConfig value) {
        return with(draft -> draft.faults = value);
    }

    private VenueConfig with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.config();
    }

    /** Settings on the way to others. */
    private static final class Draft {
        private ListenConfig listen;
        private long seed;
        private TradedConfig traded;
        private ClientConfig clients;
        private AccountsConfig accounts;
        private BookConfig books;
        private BurstConfig bursts;
        private FaultConfig faults;

        private Draft(VenueConfig from) {
            listen = from.listen;
            seed = from.seed;
            traded = from.traded;
            clients = from.clients;
            accounts = from.accounts;
            books = from.books;
            bursts = from.bursts;
            faults = from.faults;
        }

        private VenueConfig config() {
            return new VenueConfig(listen, seed, traded, clients, accounts, books, bursts, faults);
        }
    }
}

package io.hayate.session;

import io.hayate.codec.DecoderConfig;
import io.hayate.codec.DecoderKind;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.LoopPort;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.engine.TradingPath;
import io.hayate.engine.TradingPathBuilder;
import io.hayate.event.Commands;
import io.hayate.event.DecisionClock;
import io.hayate.event.Event;
import io.hayate.event.EventRing;
import io.hayate.event.EventType;
import io.hayate.event.Notices;
import io.hayate.event.SharedReads;
import io.hayate.event.Tracer;
import io.hayate.event.TradingHalt;
import io.hayate.event.TradingState;
import io.hayate.event.VenueMaintenance;
import io.hayate.intake.MarketConfig;
import io.hayate.intake.VenueClock;
import io.hayate.journal.TestJournal;
import io.hayate.market.HistoryConfig;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Clocks;
import io.hayate.model.IdleMode;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.SessionState;
import io.hayate.order.ClientOrderIds;
import io.hayate.order.OrderEvents;
import io.hayate.order.OrderKeeping;
import io.hayate.order.OrderManager;
import io.hayate.order.Positions;
import io.hayate.outbound.OrderEntry;
import io.hayate.outbound.OrderSender;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskLimits;
import io.hayate.session.pool.Sessions;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.transport.CapturingTransport;
import io.hayate.transport.DisconnectCause;
import io.hayate.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A session over a transport and a clock that the test holds; the test also consumes its ring. */
final class SessionRig {
    static final Credentials KEY = new Credentials("demo-key", "demo-secret");
    static final String INFO = "{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}";
    static final String AUTH_OK = "{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0}";
    private static final int ORDERS_KEPT = 1_024; // a rig is made the faster
    static final int RING_SIZE = 256;

    private static final TickToTrade UNREAD_TIMES = new TickToTrade(); // large: one for all rigs
    private static final Notices UNREAD = new Notices();

    final CapturingTransport transport; // the primary session's
    final List<CapturingTransport> transports = new ArrayList<>();
    final MarketChannels channels;
    final ChannelStatistics statistics;
    final VenueClock venueClock;
    final Commands commands;
    final Counters counters;
    final List<String> outcomes = new ArrayList<>();
    final TestNonces nonces = new TestNonces();
    final TradingPath path;
    final EventRing ring;
    final Instruments instruments;
    final Sessions sessions;
    final Session session;

    long wallStepMs; // by how much the wall clock was set
    private long nowNs = 1_000_000_000L;

    /** One connection for the tickers of all symbols. */
    SessionRig(Credentials credentials, boolean mayTrade, String... symbols) {
        this(SessionConfig.DEFAULTS.withOneConnection(25), credentials, mayTrade, symbols);
    }

    SessionRig(SessionConfig config, Credentials credentials, boolean mayTrade, String... symbols) {
        this(config, credentials, mayTrade, MarketConfig.DEFAULTS, tickers(symbols));
    }

    /** One connection without account that hears channels. */
    SessionRig(MarketConfig market, ChannelSpec... specs) {
        this(Credentials.NONE, market, specs);
    }

    /** One connection that hears channels. */
    SessionRig(Credentials credentials, MarketConfig market, ChannelSpec... specs) {
        this(
                SessionConfig.DEFAULTS.withOneConnection(25),
                credentials,
                false,
                market,
                List.of(specs));
    }

    SessionRig(
            SessionConfig config,
            Credentials credentials,
            boolean mayTrade,
            MarketConfig market,
            List<ChannelSpec> specs) {
        path =
                new TradingPathBuilder(config(config, mayTrade, market, specs), clocks())
                        .account(credentials, nonces)
                        .ordersKept(ORDERS_KEPT)
                        .clientOrderIds(new ClientOrderIds(atLeast -> atLeast, 0))
                        .random(new SplittableRandom(1))
                        .loops(List.of(LoopPort.of(this::transport)))
                        .outcome(new Outcome())
                        .build(new Strategy() {});
        channels = path.channels();
        statistics = path.statistics();
        venueClock = path.venueClock();
        commands = path.commands();
        counters = path.counters();
        ring = path.ring();
        instruments = path.instruments();
        sessions = path.sessions().get(0);
        session = path.session();
        transport = transports.get(0);
    }

    /** Orders of this session, without limits, numbered from 20,000,000. */
    OrderManager orders(OrderSender sender, int kept, Positions positions, OrderEvents told) {
        ClientOrderIds ids = new ClientOrderIds(atLeast -> Math.max(atLeast, 20_000_000L), 0);
        return orders(sender, ids, kept, positions, told);
    }

    /** As above, numbered otherwise. */
    OrderManager orders(
            OrderSender sender,
            ClientOrderIds ids,
            int kept,
            Positions positions,
            OrderEvents told) {
        OrderEntry entry =
                new OrderEntry(
                        sender,
                        UNREAD_TIMES,
                        new Tracer(UNREAD, false),
                        new TradingState(
                                session.doubt(),
                                path.standing(),
                                new VenueMaintenance(),
                                new TradingHalt(),
                                SharedReads.PLAIN),
                        new DecisionClock(this::nowNs),
                        TestJournal.inMemory(instruments));
        return new OrderManager(
                instruments,
                entry,
                new RiskGate(RiskLimits.DEFAULTS.withoutLimits(), QuoteLimits.DEFAULTS),
                ids,
                new OrderKeeping(kept, 3_000),
                positions,
                counters,
                told);
    }

    private static PathConfig config(
            SessionConfig session, boolean mayTrade, MarketConfig market, List<ChannelSpec> specs) {
        return new PathConfig(
                specs,
                session,
                market,
                HistoryConfig.DEFAULTS,
                new DecoderConfig(DecoderKind.SCANNER, 1 << 20),
                new LoopConfig(Topology.ONE_THREAD, IdleMode.YIELDING, RING_SIZE, 10, 1),
                new OrderConfig(limits(mayTrade), CancelOnStop.NONE),
                StrategyConfig.DEFAULTS);
    }

    private static RiskLimits limits(boolean mayTrade) {
        return mayTrade ? RiskLimits.DEFAULTS.withoutLimits() : RiskLimits.DEFAULTS;
    }

    private Clocks clocks() {
        return new Clocks(() -> nowNs, () -> TimeUnit.NANOSECONDS.toMillis(nowNs) + wallStepMs);
    }

    private static List<ChannelSpec> tickers(String... symbols) {
        return Stream.of(symbols).map(ChannelSpec::ticker).toList();
    }

    private Transport transport(SessionRole role) {
        CapturingTransport made = new CapturingTransport();
        transports.add(made);
        return made;
    }

    /** Lets time pass in steps of a tick, a turn of the loop each. */
    void pass(long ms) {
        for (long step = 0; step < ms; step += 10) {
            nowNs += TimeUnit.MILLISECONDS.toNanos(10);
            turn();
        }
    }

    long nowNs() {
        return nowNs;
    }

    void turn() {
        transports.forEach(each -> each.look(nowNs));
        sessions.doWork();
    }

    /** The loop is held up for so long, and does what is due before it looks at its sockets again. */
    void holdUp(long ms) {
        nowNs += TimeUnit.MILLISECONDS.toNanos(ms);
        sessions.doWork();
    }

    void receive(String text) {
        transport.receive(text, nowNs);
    }

    /** Texts that come by one read. */
    void receiveInOneRead(String... texts) {
        transport.receiveInOneRead(List.of(texts), nowNs);
    }

    /** Lets the session connect and greets it. */
    void greet() {
        turn();
        transport.acceptConnect();
        receive(INFO);
    }

    /** Brings a session without account and with these channel ids live. */
    void comeLive(int... channelIds) {
        greet();
        if (!transport.sent().stream().noneMatch(text -> text.contains("\"auth\""))) {
            receive(AUTH_OK);
            tellAccount();
        }
        for (int i = 0; i < channelIds.length; i++) {
            receive(subscribed(channelIds[i], channels.get(i).spec()));
        }
        drain();
    }

    /** The venue tells the account whole: it has nothing. */
    void tellAccount() {
        receive("[0,\"ps\",[]]");
        receive("[0,\"ws\",[]]");
        receive("[0,\"os\",[]]");
    }

    /** The venue's answer to a subscription. */
    static String subscribed(int channelId, ChannelSpec spec) {
        return "{\"event\":\"subscribed\",\"chanId\":" + channelId + "," + words(spec) + "}";
    }

    /** The venue's refusal of a subscription. */
    static String refused(int code, String message, ChannelSpec spec) {
        return "{"
                + words(spec)
                + ",\"event\":\"error\",\"msg\":\""
                + message
                + "\",\"code\":"
                + code
                + "}";
    }

    private static String words(ChannelSpec spec) {
        String channel = "\"channel\":\"" + spec.channel().wireName() + "\"";
        if (!spec.key().isEmpty()) {
            return channel + ",\"key\":\"" + spec.key() + "\"";
        }
        String symbol = channel + ",\"symbol\":\"" + spec.symbol() + "\"";
        return spec.precision() == null ? symbol : symbol + bookWords(spec);
    }

    private static String bookWords(ChannelSpec spec) {
        return ",\"prec\":\""
                + spec.precision()
                + "\",\"freq\":\""
                + spec.frequency()
                + "\",\"len\":\""
                + spec.length()
                + "\"";
    }

    static String subscribed(int channelId, String symbol) {
        return "{\"event\":\"subscribed\",\"channel\":\"ticker\",\"chanId\":"
                + channelId
                + ",\"symbol\":\""
                + symbol
                + "\"}";
    }

    /** The venue, or the network, ends the connection. */
    void lose(DisconnectCause cause, String detail) {
        transport.disconnect(cause, detail);
    }

    /** What was sent since the start, or since it was cleared, but pings. */
    List<String> requests() {
        return transport.sent().stream().filter(text -> !text.contains("\"ping\"")).toList();
    }

    SessionState state() {
        return session.state();
    }

    long count(Counter counter) {
        return counters.get(counter);
    }

    /** Takes all that the ring holds, in words; the time and the health of channels are left out. */
    List<String> drain() {
        return drain(event -> event.type() != EventType.CHANNEL_STATUS);
    }

    /** Takes all that the ring holds, in words; the time is left out. */
    List<String> drainAll() {
        return drain(event -> true);
    }

    private List<String> drain(Predicate<Event> wanted) {
        List<String> words = new ArrayList<>();
        ring.poll(
                event -> {
                    boolean told =
                            event.type() != EventType.TIME_TICK && event.type() != EventType.NONE;
                    if (told && wanted.test(event)) {
                        words.add(EventWords.of(event));
                    }
                },
                RING_SIZE);
        return words;
    }

    /** Keeps how the session ended. */
    private final class Outcome implements SessionOutcome {
        @Override
        public void onClosed() {
            outcomes.add("closed");
        }

        @Override
        public void onUnreachable(String reason) {
            outcomes.add("unreachable: " + reason);
        }

        @Override
        public void onNothingSubscribed(String reason) {
            outcomes.add("nothing subscribed: " + reason);
        }
    }
}

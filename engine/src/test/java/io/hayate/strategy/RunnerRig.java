package io.hayate.strategy;

import io.hayate.codec.DecoderConfig;
import io.hayate.codec.DecoderKind;
import io.hayate.codec.FrameDecoder;
import io.hayate.codec.FrameKind;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.LoopPort;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.engine.TradingPath;
import io.hayate.engine.TradingPathBuilder;
import io.hayate.event.AccountStanding;
import io.hayate.event.Command;
import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.Event;
import io.hayate.event.EventRing;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Notices;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.TimeTick;
import io.hayate.intake.MarketConfig;
import io.hayate.market.HistoryConfig;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Incidents;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Clocks;
import io.hayate.model.IdleMode;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import io.hayate.model.SessionState;
import io.hayate.order.ClientOrderIds;
import io.hayate.order.Order;
import io.hayate.order.OrderFrames;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderRefusals;
import io.hayate.order.Positions;
import io.hayate.risk.RiskLimits;
import io.hayate.session.SessionConfig;
import io.hayate.transport.CapturingTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A strategy on its real runner, ring, orders and codec; the socket is a list, and the test writes the
 * ring and holds the clock. Each event is handled before its method returns.
 */
public final class RunnerRig {
    public static final int BTCUSD = 0;
    public static final int ETHUSD = 1;
    static final long FIRST_ID = 20_000_000L;
    static final long START_NS = TimeUnit.HOURS.toNanos(30);

    public final List<String> sent = new ArrayList<>();
    final Counters counters;
    final Incidents incidents;
    final Notices notices;
    final Positions positions;
    final MarketChannels channels;
    final ChannelStatistics statistics;
    final Commands commands;
    final TickToTrade tickToTrade;
    final Instruments instruments;
    final EventRing ring;
    final OrderManager orders;
    final StrategyRunner runner;
    final ClientOrderIds ids;
    boolean socketFull;
    long waitedNs; // between the receipt of an event and its callback
    private boolean capturing = true;

    private final FrameDecoder decoder;
    private final AccountStanding standing;
    private final MarketChannel tickers =
            new MarketChannels().register(ChannelSpec.ticker("tBTCUSD"), new Instruments());
    private final Command command = new Command();
    private long nowNs = START_NS;
    private long nowMs = OrderFrames.NOON_MS;
    private long connection;
    private long claimed;

    /** A runner of a strategy that stops at an exception. */
    public RunnerRig(Strategy strategy) {
        this(strategy, true, false);
    }

    RunnerRig(Strategy strategy, boolean stopOnException, boolean cancelConsoleOrders) {
        this(strategy, stopOnException, cancelConsoleOrders, 64);
    }

    /** A runner of several strategies, with these limits each. */
    RunnerRig(List<Strategy> strategies, RiskLimits each) {
        this(strategies, config(strategies.size(), each), 64);
    }

    RunnerRig(
            Strategy strategy, boolean stopOnException, boolean cancelConsoleOrders, int capacity) {
        this(
                List.of(strategy),
                config(
                        stopOnException,
                        cancelConsoleOrders ? CancelOnStop.ALL : CancelOnStop.STRATEGY),
                capacity);
    }

    private RunnerRig(List<Strategy> strategies, PathConfig config, int capacity) {
        long[] next = {FIRST_ID};
        ids = new ClientOrderIds(atLeast -> next[0] += ClientOrderIds.BLOCK_SIZE, 0);
        TradingPath path =
                new TradingPathBuilder(config, new Clocks(() -> nowNs + waitedNs, () -> nowMs))
                        .clientOrderIds(ids)
                        .ordersKept(capacity)
                        .random(new SplittableRandom(1))
                        .loops(List.of(LoopPort.of(role -> new CapturingTransport())))
                        .sender(session -> this::send)
                        .build(strategies);
        counters = path.counters();
        incidents = path.incidents();
        notices = path.notices();
        positions = path.positions();
        channels = path.channels();
        statistics = path.statistics();
        commands = path.commands();
        tickToTrade = path.tickToTrade();
        instruments = path.instruments();
        List.of("tBTCUSD", "tETHUSD").forEach(instruments::register);
        ring = path.ring();
        standing = path.standing();
        orders = path.orders();
        runner = path.runner();
        decoder = new FrameDecoder(instruments, 1 << 16);
    }

    private static PathConfig config(boolean stopOnException, CancelOnStop canceled) {
        return config(
                canceled,
                new StrategyConfig(
                        "tested", Map.of(), stopOnException, List.of(), Path.of("none")));
    }

    private static PathConfig config(int count, RiskLimits each) {
        List<StrategyMember> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(new StrategyMember("s" + i, "tested", Map.of(), each));
        }
        return config(
                CancelOnStop.STRATEGY,
                new StrategyConfig(
                        "none", Map.of(), true, List.of(), Path.of("none"), 5_000, members));
    }

    private static PathConfig config(CancelOnStop canceled, StrategyConfig strategy) {
        RiskLimits limits =
                new RiskLimits(true, Long.MAX_VALUE, RiskLimits.UNLIMITED, RiskLimits.UNLIMITED);
        return new PathConfig(
                List.of(),
                SessionConfig.DEFAULTS,
                MarketConfig.DEFAULTS,
                new HistoryConfig(32, 32),
                new DecoderConfig(DecoderKind.SCANNER, 1 << 16),
                new LoopConfig(Topology.ONE_THREAD, IdleMode.YIELDING, 1_024, 10, 1),
                new OrderConfig(limits, canceled),
                strategy);
    }

    private boolean send(long number, long id, DirectBuffer text, int offset, int length) {
        return !socketFull
                && (!capturing || sent.add(text.getStringWithoutLengthAscii(offset, length)));
    }

    /** What was refused here. */
    public OrderRefusals refusals() {
        return orders.refusals();
    }

    /** The instrument of this number. */
    public Instrument instrument(int id) {
        return instruments.get(id);
    }

    /** Writes orders down no more, as that allocates. */
    void captureNothing() {
        capturing = false;
    }

    /** A price of the first instrument, the first tick, then the session up to LIVE. */
    public RunnerRig live() {
        watch();
        Event event = claim().instrumentId(BTCUSD);
        new Ticker().wrap(event).bidPrice(100).askPrice(100.5);
        publish(event, EventType.TICKER);
        return bare();
    }

    /** As {@link #live}, but nobody tells a price, so that no order may leave. */
    public RunnerRig bare() {
        tick(0);
        comeLive();
        return this;
    }

    /** The tickers of both instruments are subscribed and heard, whatever the time. */
    public RunnerRig watch() {
        for (int id = 0; id <= ETHUSD; id++) {
            ChannelSpec spec = ChannelSpec.ticker(instruments.get(id).symbol());
            hear(channels.register(spec, instruments));
        }
        return this;
    }

    /** A channel is subscribed and heard, whatever the time. */
    public void hear(MarketChannel channel) {
        statistics.set(channel.id(), Figure.WANTED, 1);
        statistics.set(channel.id(), Figure.HEARD_NS, Long.MAX_VALUE / 2);
    }

    public void comeLive() {
        connection++;
        standing.onToldWhole();
        status(SessionState.CONNECTING, false);
        status(SessionState.LIVE, true);
    }

    public void lose() {
        status(SessionState.DISCONNECTED, false);
    }

    void status(SessionState state, boolean authenticated) {
        Event event = claim();
        SessionStatus status = new SessionStatus().wrap(event).connection(connection).code(0);
        status.isPrimary(true).number(0);
        status.state(state).previousState(state).isAuthenticated(authenticated).text("");
        status.isAccountTold(authenticated);
        publish(event, EventType.SESSION_STATUS);
    }

    /** Lets time pass and publishes it. */
    public void tick(long ms) {
        nowNs += TimeUnit.MILLISECONDS.toNanos(ms);
        nowMs += ms;
        Event event = claim();
        new TimeTick().wrap(event).timeNs(nowNs).timeMs(nowMs).accountSeenNs(nowNs + waitedNs);
        publish(event, EventType.TIME_TICK);
    }

    /** A ticker of the pair with this last price. */
    public void ticker(int instrumentId, double last) {
        byte[] frame =
                ("[7,[" + last + ",1," + last * 1.0001 + ",1,0,0," + last + ",1,1,1]]")
                        .getBytes(StandardCharsets.US_ASCII);
        Event event = claim().instrumentId(instrumentId);
        try {
            decoder.begin(new UnsafeBuffer(frame), 0, frame.length);
            decoder.decodeMarketRow(tickers, event);
            decoder.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        publish(event, EventType.TICKER);
    }

    public void btc(double last) {
        ticker(BTCUSD, last);
    }

    void command(CommandType type, int instrumentId, double amount) {
        Event event = claim().instrumentId(instrumentId);
        command.wrap(event).type(type).amount(amount);
        publish(event, EventType.COMMAND);
    }

    void noOpenOrders() {
        Event event = claim();
        new ExecutionReport().wrap(event).clear().kind(ReportKind.NO_OPEN_ORDERS);
        publish(event, EventType.EXECUTION_REPORT);
    }

    /** An account frame, whole, as the session publishes it. */
    public void receive(String frame) {
        byte[] bytes = frame.getBytes(StandardCharsets.US_ASCII);
        try {
            if (decoder.begin(new UnsafeBuffer(bytes), 0, bytes.length) != FrameKind.ACCOUNT) {
                throw new AssertionError("no account frame: " + frame);
            }
            int rows = decoder.rows();
            long last = ring.claim(rows);
            EventType type = EventType.NONE;
            for (int i = 0; i < rows; i++) {
                Event event = ring.slot(last - rows + 1 + i).begin(Instrument.NONE, nowNs);
                type = decoder.decodeRow(event.place(i == 0, i == rows - 1));
                event.type(type);
            }
            decoder.end();
            ring.publish(last - rows + 1, last);
        } catch (IOException e) {
            throw new UncheckedIOException(frame, e);
        }
        run();
    }

    long nowNs() {
        return nowNs;
    }

    /** The commands for the loop that wait, each with its channel. */
    public List<String> asked() {
        List<String> asked = new ArrayList<>();
        commands.poll(
                (type, id, amount, timeNs) -> asked.add(type + " " + channels.get(id).spec()));
        return asked;
    }

    /** What the session knows against a channel now. */
    public void channelHealth(MarketChannel channel, int words) {
        statistics.set(channel.id(), ChannelStatistics.Figure.HEALTH, words);
    }

    /** A copy of that event. Allocates nothing. */
    void publish(Event prepared) {
        Event event = claim();
        event.copyFrom(prepared);
        publish(event, prepared.type());
    }

    private Event claim() {
        claimed = ring.claim(1);
        return ring.slot(claimed).begin(Instrument.NONE, nowNs);
    }

    private void publish(Event event, EventType type) {
        event.type(type);
        ring.publish(claimed, claimed);
        run();
    }

    private void run() {
        while (runner.doWork() > 0) {}
    }

    /** The order sent last, as the venue speaks of it under that number. */
    public OrderFrames venue(long orderId) {
        Order order = orders.lastOrder();
        double signed = order.side().sign() * order.amount();
        return OrderFrames.of(order.clientOrderId(), orderId, order.instrument().symbol(), signed);
    }

    /** Fills the order sent last as a whole, at that price. */
    public void fill(long number, double price) {
        OrderFrames frames = venue(number);
        Order order = orders.lastOrder();
        receive(frames.accepted());
        receive(frames.fill(number, order.side().sign() * order.amount(), price));
        receive(frames.executed(price));
    }

    public List<String> notices() {
        return NoticeWords.of(notices);
    }

    List<String> incidents() {
        List<String> told = new ArrayList<>();
        incidents.drain(incident -> told.add(incident.what() + ": " + incident.cause()));
        return told;
    }

    long count(Counter counter) {
        return counters.get(counter);
    }
}

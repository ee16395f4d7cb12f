package io.hayate.venue.exchange;

import io.hayate.venue.feed.Feeds;
import io.hayate.venue.feed.MarketBooks;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.FaultRuleParser;
import io.hayate.venue.rule.FaultScope;
import io.hayate.venue.rule.FaultWhen;
import io.hayate.venue.session.VenueSession;
import io.hayate.venue.session.VenueSessions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the venue misbehave, as real ones do. Any thread; each call has taken effect when it
 * returns, and frames already handed to the socket are not called back.
 */
public final class VenueControls {
    private final Consumer<Runnable> thread;
    private final FaultControls faults;
    private final VenueSessions sessions;
    private final MarketClock clock;
    private final MarketBooks books;
    private final Feeds feeds;
    private final DataControls data;

    VenueControls(
            Consumer<Runnable> thread,
            FaultControls faults,
            VenueSessions sessions,
            MarketClock clock,
            MarketBooks books,
            Feeds feeds) {
        this.thread = thread;
        this.faults = faults;
        this.sessions = sessions;
        this.clock = clock;
        this.books = books;
        this.feeds = feeds;
        data = new DataControls(thread, faults, sessions, feeds);
    }

    /** The whole vocabulary of faults. */
    public FaultControls faults() {
        return faults;
    }

    /** What makes the venue do wrong with market data. */
    public DataControls data() {
        return data;
    }

    /** Sends nothing at all on any connection, heartbeats and pongs included, until set back. */
    public void silent(boolean silent) {
        faults.set("silent", silent ? rule(FaultKind.SILENT) : null);
    }

    /** Sends this text, whatever it is, to every connection. */
    public void sendText(String text) {
        sendBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a text frame whose bytes are no UTF-8 to every connection. */
    public void sendInvalidUtf8() {
        once("invalid-utf8");
    }

    /** Sends one text frame of so many bytes, a JSON string, to every connection. */
    public void sendHuge(int bytes) {
        once("oversize bytes=" + bytes);
    }

    /** A fault that acts once, now. */
    private void once(String line) {
        faults.remove(faults.add(line));
    }

    private static FaultRule rule(FaultKind kind) {
        return FaultRule.of(kind, FaultWhen.ALWAYS, FaultScope.everything());
    }

    /** The rule of this line for the next so many occasions; null for none. */
    private static FaultRule next(int count, String line) {
        return count == 0 ? null : FaultRuleParser.parse(line + " times=" + count);
    }

    private void sendBytes(byte[] bytes) {
        each(session -> session.writer().exit().raw(bytes, bytes.length));
    }

    /** Sends this text masked, which no server may, to every connection. */
    public void sendMasked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        each(session -> session.writer().exit().masked(bytes));
    }

    /** Sends an {@code info} with this code, such as 20051, 20060 or 20061. */
    public void sendInfo(int code) {
        each(session -> FaultDeeds.info(code, List.of(session)));
    }

    /** Cuts every text into frames of so many bytes; 0 sends texts whole. */
    public void fragmentTexts(int bytes) {
        faults.set(
                "fragments",
                bytes == 0 ? null : FaultRuleParser.parse("fragmented bytes=" + bytes));
    }

    /** Drops all connections without a closing handshake. */
    public void dropConnections() {
        each(VenueSession::drop);
    }

    /** Closes all connections with this code. */
    public void closeConnections(int code, String reason) {
        each(session -> session.writer().exit().close(code, reason));
    }

    /**
     * Closes one connection with this code.
     *
     * @param index in the order in which the open ones were opened, from 0; none there, none closed
     */
    public void closeConnection(int index, int code, String reason) {
        one(index, session -> session.writer().exit().close(code, reason));
    }

    /** Drops one connection without a closing handshake; its index as in {@link #closeConnection}. */
    public void dropConnection(int index) {
        one(index, VenueSession::drop);
    }

    /** Answers the next so many connections with an HTTP status such as 429 or 503. */
    public void refuseConnections(int count, int status) {
        faults.set("refused", next(count, "refused-connection status=" + status));
    }

    /** Hangs up in the handshake of the next so many connections. */
    public void closeHandshakes(int count) {
        faults.set("handshakes", next(count, "closed-handshake"));
    }

    /** The version in the first {@code info} of connections to come; 2 is right. */
    public void infoVersion(int version) {
        faults.set("version", FaultRuleParser.parse("wrong-version version=" + version));
    }

    /** The platform status in the first {@code info} of connections to come; 0 is maintenance. */
    public void platformStatus(int status) {
        faults.set("status", FaultRuleParser.parse("platform-status status=" + status));
    }

    /** Requests of these events, such as {@code conf}, stay without answer and effect. */
    public void holdAnswers(String... events) {
        String types = String.join(",", events);
        faults.set(
                "held",
                types.isEmpty() ? null : FaultRuleParser.parse("lost-request type=" + types));
    }

    /**
     * Drops the connection at each of the next so many orders, without an answer.
     *
     * @param filled true when the order is carried out all the same
     */
    public void swallowOrders(int count, boolean filled) {
        faults.set("swallowed", next(count, "swallowed-order filled=" + filled));
    }

    /** Steps every market so many times, now, whatever the configured rate. */
    public void advance(int steps) {
        run(() -> clock.advance(steps));
    }

    /** So many ticks of every book, now, whatever the configured interval. */
    public void advanceBooks(int ticks) {
        run(() -> books.advance(ticks));
    }

    /** Liquidates a position in this derivative; those who listen hear of it now and again. */
    public void liquidate(String symbol) {
        run(() -> feeds.liquidate(symbol));
    }

    /** Lets the venue's time run so many times as fast: steps, bursts and what makers do. */
    public void pace(double factor) {
        run(() -> clock.pace(factor));
    }

    private void each(Consumer<VenueSession> action) {
        run(() -> sessions.present().forEach(action));
    }

    private void one(int index, Consumer<VenueSession> action) {
        run(() -> sessions.present().stream().skip(index).limit(1).forEach(action));
    }

    private void run(Runnable action) {
        thread.accept(action);
    }
}

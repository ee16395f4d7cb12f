package io.hayate.replay;

import io.hayate.codec.ControlMessage;
import io.hayate.engine.PathConfig;
import io.hayate.event.TrafficTap;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.replay.compare.SentTexts;
import io.hayate.strategy.Strategy;
import io.hayate.transport.DisconnectCause;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Drives a trading path with a recording of market data alone, such as others make: what came comes again at
 * its time, the strategy decides, and nothing is compared, as nothing is known of what was sent.
 *
 * <p>All connections of the recording are one here. The engine's requests go nowhere; a channel is granted
 * when the recording has it. It opens with the first text, by an {@code info} of our own where the recording
 * has none, and is lost when the recording's last connection is. What comes before the engine has asked for
 * it again waits until then.
 *
 * <p>One thread.
 */
public final class MarketReplay {
    private static final byte[] INFO =
            ChannelNumbers.bytes("{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}");
    private static final String SUBSCRIBE = "\"event\":\"subscribe\"";
    private static final int WAITING_MAX = 100_000;
    private static final int SLACK_BYTES = 8; // decoders may read behind a text
    private static final long QUIET_NS = TimeUnit.HOURS.toNanos(1); // longer is passed over
    private static final long GRACE_NS = TimeUnit.SECONDS.toNanos(1);

    private final EntrySource source;
    private final boolean isJoined;
    private final ReplayedPath path;
    private final ReplaySeeds seeds;
    private final ControlReader events = new ControlReader();
    private final ChannelNumbers numbers = new ChannelNumbers();
    private final DataText data = new DataText();
    private final Set<Integer> open = new HashSet<>();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final MarketReplayTotals totals = new MarketReplayTotals();
    private byte[] info = INFO;
    private boolean isAsked; // for channels, since they were granted last

    /**
     * A replay that has not begun.
     *
     * @param source the recording
     * @param isJoined several of its connections are open at one time: their texts lose their numbers,
     *     which count on each by itself
     * @param config with the recording's channels on one connection
     * @throws IOException when it cannot be read
     */
    public MarketReplay(
            EntrySource source, boolean isJoined, PathConfig config, List<Strategy> strategies)
            throws IOException {
        this.source = source;
        this.isJoined = isJoined;
        seeds = ReplaySeeds.of(source);
        ReplayedPath.Ahead clock = new ReplayedPath.Ahead(this::nowNs, null, null);
        path = new ReplayedPath(config.alone(), false, strategies, seeds, clock, new Deciding());
    }

    private long nowNs() {
        return path == null ? 0 : path.clock().nanoTime();
    }

    /**
     * Goes through the recording to its end.
     *
     * @param pacer asked before each moment at which anything happens
     * @return what came of it
     */
    public MarketReplayTotals run(Replay.Pacer pacer) throws IOException {
        boolean isMore = seeds.isEntryAhead();
        while (isMore) {
            passUntil(source.entry().timeNs(), pacer);
            take(source.entry());
            isMore = source.next();
        }
        passUntil(nowNs() + GRACE_NS, pacer);
        return totals.end(path.path().counters(), path.handled());
    }

    /** Lets time go by, tick by tick; of a time in which nothing comes the first hour. */
    private void passUntil(long timeNs, Replay.Pacer pacer) {
        long tickNs = path.first().sessions().nextTickNs();
        long lastNs = Math.min(timeNs, nowNs() + QUIET_NS);
        while (tickNs <= lastNs) {
            pacer.await(tickNs);
            at(tickNs);
            int unused = path.first().sessions().doWork();
            turn();
            path.refill();
            tickNs = Math.max(path.first().sessions().nextTickNs(), tickNs + 1);
        }
        pacer.await(timeNs);
        at(timeNs);
    }

    private void at(long timeNs) {
        path.first().at(timeNs);
        path.first().seenUntil(nowNs());
    }

    private void turn() {
        path.turnAll();
        ReplayTransport transport = path.first().only();
        if (transport.isAsked() && transport.isClosing()) {
            transport.end(DisconnectCause.CLOSED_BY_US, "");
            path.turnAll();
        }
        if (isAsked && transport.isConnected()) {
            isAsked = false;
            grantAll();
        }
        while (!waiting.isEmpty() && transport.isAsked() && !transport.isDeclined()) {
            bring(waiting.removeFirst());
        }
    }

    private void take(RecordedEntry entry) {
        switch (entry.kind()) {
            case OPEN -> open.add(entry.connection());
            case IN -> onText(entry);
            case CLOSE -> onClosed(entry);
            default -> {} // what somebody else sent, or a run's own
        }
    }

    private void onText(RecordedEntry entry) {
        open.add(entry.connection());
        ControlMessage event = events.read(entry);
        if (event != null) {
            onEvent(entry, event);
            return;
        }
        long id = data.wrap(entry.text(), entry.textOffset(), entry.textLength());
        if (id == 0) {
            totals.onLeftOut(); // of an account
        } else if (id == DataText.NONE) {
            give(text(entry)); // the path says what is wrong with it
        } else {
            give(data.with(numbers.number(entry.connection(), id), isJoined));
        }
    }

    private static byte[] text(RecordedEntry entry) {
        byte[] text = new byte[entry.textLength()];
        entry.text().getBytes(entry.textOffset(), text);
        return text;
    }

    private void onEvent(RecordedEntry entry, ControlMessage event) {
        int connection = entry.connection();
        switch (event.kind()) {
            case INFO -> onInfo(text(entry), event.code() == 0);
            case SUBSCRIBED ->
                    giveAll(numbers.grant(connection, event.channelId(), entry.textString()));
            case UNSUBSCRIBED -> giveAll(numbers.end(connection, event.channelId()));
            default -> totals.onLeftOut(); // answers to what others asked
        }
    }

    private void onInfo(byte[] text, boolean isWelcome) {
        if (!isWelcome) {
            give(text);
        } else if (path.first().only().isConnected()) {
            totals.onLeftOut(); // of one more connection
        } else {
            info = text; // it opens with it
        }
    }

    private void giveAll(List<String> texts) {
        texts.forEach(text -> give(ChannelNumbers.bytes(text)));
    }

    /** A text comes now, or, where the engine has yet to ask for the connection, once it has. */
    private void give(byte[] text) {
        if (!path.first().only().isAsked()) {
            turn();
        }
        if (path.first().only().isAsked()
                && waiting.isEmpty()
                && !path.first().only().isDeclined()) {
            bring(text);
        } else if (waiting.size() < WAITING_MAX) {
            waiting.addLast(text);
        } else {
            totals.onMissed(1);
        }
    }

    private void bring(byte[] text) {
        ReplayTransport transport = path.first().only();
        if (!transport.isConnected()) {
            transport.open(nowNs());
            put(info);
            grantAll();
        }
        put(text);
    }

    /** Says of each channel that it is there: one that is heard already is not asked for anew by that. */
    private void grantAll() {
        numbers.granted().forEach(granted -> put(ChannelNumbers.bytes(granted)));
    }

    private void put(byte[] text) {
        byte[] roomy = Arrays.copyOf(text, text.length + SLACK_BYTES);
        path.first().only().bring(new UnsafeBuffer(roomy), 0, text.length, nowNs(), nowNs());
        path.first().only().endRead();
        path.turnAll();
    }

    private void onClosed(RecordedEntry entry) {
        open.remove(entry.connection());
        List<String> ended = numbers.end(entry.connection());
        if (!open.isEmpty()) {
            giveAll(ended);
            return;
        }
        totals.onMissed(waiting.size());
        waiting.clear();
        info = INFO;
        if (path.first().only().isConnected()) {
            path.first().only().end(causeOf(entry), entry.textString());
            turn();
        }
    }

    /** What made it has words of its own for some ends. */
    private static DisconnectCause causeOf(RecordedEntry entry) {
        for (DisconnectCause cause : DisconnectCause.values()) {
            if (cause.name().equals(entry.cause())) {
                return cause;
            }
        }
        return DisconnectCause.LOST;
    }

    /** Hears what is decided, and asked for. */
    private final class Deciding implements TrafficTap {
        @Override
        public void onTextOut(
                int connection, DirectBuffer text, int offset, int length, long timeNs) {
            isAsked |= SentTexts.text(text, offset, length).contains(SUBSCRIBE);
        }

        @Override
        public void onDecision(long event, String verdict, long clientOrderId, long timeNs) {
            totals.onDecision(verdict);
        }
    }
}

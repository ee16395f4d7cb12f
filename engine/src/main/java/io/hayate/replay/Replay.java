package io.hayate.replay;

import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.event.CommandType;
import io.hayate.event.OrderIntent;
import io.hayate.event.TrafficTap;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.capture.RecordedCommand;
import io.hayate.recording.capture.RecordedNumber;
import io.hayate.recording.capture.RecordedRest;
import io.hayate.recording.capture.RecordedStrategy;
import io.hayate.strategy.Strategy;
import io.hayate.transport.DisconnectCause;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/**
 * Drives a trading path with a recording: what came comes again, at the times and in the order of then, the
 * strategy's side decides by the clock as it read it then, and what is sent is compared with what was sent.
 *
 * <p>A recording of one thread replays without a difference. Where the strategy had a thread of its own, it
 * sees here what the loop had done by its readings of the clock; what it looked at between those may differ.
 *
 * <p>One thread.
 */
public final class Replay {
    private static final long LATE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int NONE = 0;

    private final EntrySource source;
    private final Readings readings;
    private final ReplayedPath path;
    private final ReplayedInputs inputs;
    private final ReplaySeeds seeds;
    private final boolean isSplit;
    private final Map<Integer, SentTexts> sent = new TreeMap<>();
    private final Decisions decisions = new Decisions();
    private final ReplayTotals totals = new ReplayTotals();
    private int reading = NONE; // the connection whose read has not ended
    private long readNs;
    private String difference = "";

    /**
     * A replay that has not begun.
     *
     * @param source the recording
     * @param own the same once more: read on its own
     * @param hasAccount true where it is of an account
     * @param strategies those that it began with
     * @param maker makes those that were started while it went on
     * @throws IOException when it cannot be read
     */
    public Replay(
            EntrySource source,
            EntrySource own,
            PathConfig config,
            boolean hasAccount,
            List<Strategy> strategies,
            StrategyMaker maker)
            throws IOException {
        this.source = source;
        seeds = ReplaySeeds.of(source);
        readings = new Readings(own, this::present);
        isSplit = config.loop().topology() == Topology.SPLIT;
        path = new ReplayedPath(config, hasAccount, strategies, seeds, readings, new Sending());
        inputs = new ReplayedInputs(path, totals, maker, isSplit);
    }

    private long present() {
        return path == null ? 0 : path.handled();
    }

    /** Waits until the time of an entry has come. */
    @FunctionalInterface
    public interface Pacer {
        /** Waits, or returns at once. */
        void await(long timeNs);
    }

    /** Goes through the recording to its end, or to the first difference, as fast as possible. */
    public ReplayTotals run() throws IOException {
        return run(timeNs -> {});
    }

    /**
     * Goes through the recording to its end, or to the first difference.
     *
     * @param pacer asked before each entry
     * @return what came of it
     */
    public ReplayTotals run(Pacer pacer) throws IOException {
        boolean isMore = seeds.isEntryAhead();
        while (isMore && difference.isEmpty()) {
            pacer.await(source.entry().timeNs());
            isMore = take(source.entry()) && source.next();
        }
        if (difference.isEmpty()) {
            endRead();
            checkOverdue(Long.MAX_VALUE - LATE_NS, Long.MAX_VALUE - LATE_NS);
        }
        totals.answers(path.history().read());
        return totals.end(sent.values(), decisions.equal(), path.handled(), difference);
    }

    /** What differs first, in words; empty while nothing does. */
    public String difference() {
        return difference;
    }

    /** False when nothing behind the entry is compared. */
    private boolean take(RecordedEntry entry) throws IOException {
        totals.onEntry();
        switch (entry.kind()) {
            case OPEN, IN, CLOSE -> onConnection(entry);
            case OUT -> onSent(entry);
            case TICK -> onTick(entry);
            case COMMAND -> {
                return onCommand(entry);
            }
            case LATE -> onLate(entry);
            case NUMBER -> onNumber(entry);
            case READING, HANDLED -> onStrategy(entry);
            case DECISION -> check(decisions.onRecorded(entry.textString(), source.place()));
            case LOST -> differ(source.place() + ": " + entry.count() + " entries are lost here");
            case END -> {
                return entry.count() > 0; // the run goes on in the next file
            }
            case RECORDING -> {
                return entry.count() > 1; // another run begins
            }
            case STRATEGY -> checkHere(inputs.onPlugged(RecordedStrategy.of(entry)));
            case REST -> path.history().onAnswer(RecordedRest.of(entry));
            case PAST -> {} // taken up before the start
        }
        checkHere(readings.difference());
        return true;
    }

    private void onNumber(RecordedEntry entry) throws IOException {
        RecordedNumber drawn = RecordedNumber.of(entry);
        if (drawn.name().equals(TrafficTap.OTHERS)) {
            endRead();
            path.history().onOthers((int) drawn.value());
        } else if (drawn.name().startsWith(TrafficTap.CHANNEL)) {
            path.register(drawn.name().substring(TrafficTap.CHANNEL.length()));
        } else if (!seeds.take(drawn)) {
            endRead();
            path.onTold(drawn.name(), drawn.value());
        }
    }

    private void onConnection(RecordedEntry entry) {
        boolean isSameRead =
                entry.kind() == EntryKind.IN
                        && entry.connection() == reading
                        && entry.timeNs() == readNs;
        if (!isSameRead) {
            endRead();
        }
        path.clock().at(entry.timeNs());
        ReplayTransport transport = transport(entry.connection());
        if (transport == null) {
            return;
        }
        switch (entry.kind()) {
            case OPEN -> transport.open(entry.timeNs());
            case IN -> bring(transport, entry);
            default -> end(transport, entry);
        }
        reading = entry.connection();
        readNs = entry.timeNs();
    }

    /** The connection that the path has asked for, if need be by now; null when it has not. */
    private ReplayTransport transport(int connection) {
        ReplayTransport transport = path.transport(connection);
        if (transport == null || !transport.isAsked()) {
            turn();
            transport = path.transport(connection);
        }
        if (transport == null || !transport.isAsked()) {
            differ(source.place() + ": connection " + connection + " is not asked for now");
            return null;
        }
        return transport;
    }

    private void bring(ReplayTransport transport, RecordedEntry entry) {
        if (transport.isDeclined()) {
            turn(); // it was read on by now
        }
        totals.onFrame();
        transport.bring(
                entry.text(),
                entry.textOffset(),
                entry.textLength(),
                entry.lookedTimeNs(),
                entry.timeNs());
    }

    private static void end(ReplayTransport transport, RecordedEntry entry) {
        transport.end(DisconnectCause.valueOf(entry.cause()), entry.textString());
    }

    /** Whatever the last read brought is there: then the loop, and the strategy on it, have their turn. */
    private void endRead() {
        if (reading != NONE) {
            path.transport(reading).endRead();
            reading = NONE;
            turn();
        }
    }

    private void turn() {
        if (isSplit) {
            while (path.turnLoop() > 0) {
                catchUp();
            }
        } else {
            path.turnAll();
        }
    }

    /** A full ring would hold the loop up where it did not. */
    private void catchUp() {
        while (path.path().ring().size() > path.path().ring().capacity() / 2 && path.handleOne()) {
            totals.onCaughtUp();
        }
    }

    private void onTick(RecordedEntry entry) {
        endRead();
        long nowNs = path.clock().nanoTime();
        path.clock()
                .set(entry.timeNs()); // before what its turn took up first, if the turn was long
        String[] parts = entry.textString().split("[\\[,\\]]");
        tell(parts);
        int unused = path.sessions().doWork();
        path.clock().at(nowNs);
        path.clock().wall(Long.parseLong(parts[1]));
        turn();
        path.refill();
        checkOverdue(entry.timeNs() - LATE_NS, entry.timeNs() - LATE_NS);
    }

    /** {@code [wall clock ms, seen until ns, turn]}. */
    private void tell(String[] parts) {
        path.clock().wall(Long.parseLong(parts[1]));
        path.seenUntil(Long.parseLong(parts[2]));
        path.sessions().turn(Integer.parseInt(parts[3]));
    }

    private boolean onCommand(RecordedEntry entry) throws IOException {
        endRead();
        path.clock().at(entry.timeNs());
        if (totals.onCommand()) {
            RecordedCommand asked = RecordedCommand.of(entry);
            if (asked.type() == CommandType.STOP_STRATEGY) {
                return false;
            }
            checkHere(inputs.onCommand(asked));
            path.path().commands().hold(false);
            int unused = path.turnLoop();
            path.path().commands().hold(true);
            turn();
        }
        return true;
    }

    private void onLate(RecordedEntry entry) throws IOException {
        endRead();
        path.clock().at(entry.timeNs());
        checkHere(inputs.onLate(RecordedNumber.eventOf(entry)));
        turn();
    }

    private void onSent(RecordedEntry entry) {
        String text = entry.textString();
        SentTexts.Sent was = new SentTexts.Sent(text, entry.timeNs(), source.place());
        SentTexts texts = sentOn(entry.connection());
        check(texts.onRecorded(was));
        if (texts.isAwaited() && reading == NONE) {
            path.clock().at(entry.timeNs());
            turn();
        }
    }

    private SentTexts sentOn(int connection) {
        return sent.computeIfAbsent(connection, number -> new SentTexts());
    }

    /** The strategy's side is where it was. */
    private void onStrategy(RecordedEntry entry) {
        if (!isSplit) {
            endRead();
            return;
        }
        long target = Readings.number(entry);
        handleUpTo(target);
        if (path.handled() < target) { // what the loop did behind its read was there by then
            endRead();
            turn();
            handleUpTo(target);
        }
        checkHere(readings.missed());
        if (path.handled() < target) {
            String words = ": the strategy had event " + target + " here, there are ";
            differ(source.place() + words + path.handled() + " now");
        }
    }

    private void handleUpTo(long target) {
        boolean isThere = true;
        while (isThere && path.handled() < target) {
            isThere = path.handleOne();
        }
    }

    private void checkOverdue(long recordedNs, long nowNs) {
        for (SentTexts texts : sent.values()) {
            check(texts.overdue(recordedNs, nowNs));
        }
    }

    private void check(String found) {
        if (found != null && !found.isEmpty()) {
            differ(found);
        }
    }

    private void checkHere(String found) {
        if (!found.isEmpty()) {
            differ(source.place() + ": " + found);
        }
    }

    private void differ(String words) {
        difference = difference.isEmpty() ? words : difference;
    }

    /** Hears what the path does now. */
    private final class Sending implements TrafficTap {
        @Override
        public void onTextOut(
                int connection, DirectBuffer text, int offset, int length, long timeNs) {
            String words = SentTexts.text(text, offset, length);
            check(sentOn(connection).onNow(new SentTexts.Sent(words, timeNs, "")));
        }

        @Override
        public void onCommand(
                CommandType type,
                int targetId,
                double amount,
                OrderIntent intent,
                long madeNs,
                long timeNs) {
            totals.onCommandTaken();
        }

        @Override
        public void onDecision(long event, String verdict, long clientOrderId, long timeNs) {
            check(decisions.onNow(Decisions.text(event, verdict, clientOrderId)));
        }
    }
}

package io.hayate.replay;

import io.hayate.engine.PathConfig;
import io.hayate.engine.Topology;
import io.hayate.event.CommandType;
import io.hayate.event.SharedValue;
import io.hayate.event.TrafficTap;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;
import io.hayate.recording.capture.RecordedCommand;
import io.hayate.recording.capture.RecordedNumber;
import io.hayate.recording.capture.RecordedRead;
import io.hayate.recording.capture.RecordedRest;
import io.hayate.recording.capture.RecordedStrategy;
import io.hayate.recording.capture.RecordedTick;
import io.hayate.replay.ahead.Lookahead;
import io.hayate.replay.ahead.Readings;
import io.hayate.replay.ahead.ReplayedReads;
import io.hayate.replay.compare.Decisions;
import io.hayate.replay.compare.SentByAll;
import io.hayate.replay.compare.SentTexts;
import io.hayate.strategy.Strategy;
import io.hayate.transport.DisconnectCause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Drives a trading path with a recording: what came comes again, at the times and in the order of then, the
 * strategy's side decides by the clock as it read it then, and what is sent is compared with what was sent.
 *
 * <p>Where the strategy had a thread of its own, it sees here what the loop had done by its readings of the
 * clock, and each thread is given what it had read of the others. Of several loops each has its own time, and
 * their events are brought into the ring in the order of then.
 *
 * <p>One thread.
 */
public final class Replay {
    private static final long LATE_NS = TimeUnit.SECONDS.toNanos(1);
    private final EntrySource source;
    private final Readings readings;
    private final ReplayedReads reads;
    private final ReplayedPath path;
    private final ReplayedInputs inputs;
    private final ReplaySeeds seeds;
    private final boolean isSplit;
    private final SentByAll sent;
    private final Decisions decisions = new Decisions();
    private final ReplayTotals totals = new ReplayTotals();
    private boolean isStopped; // nothing but what is sent on the way out is compared
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
        isSplit = config.loop().topology() == Topology.SPLIT || config.loop().loops() > 1;
        sent = new SentByAll(isSplit);
        Lookahead ahead = new Lookahead(own);
        readings = new Readings(ahead, this::present);
        reads = new ReplayedReads(ahead, this::present, this::addChannel);
        path =
                new ReplayedPath(
                        config,
                        hasAccount,
                        strategies,
                        seeds,
                        new ReplayedPath.Ahead(readings, ahead, reads),
                        new ReplayedTap(sent, decisions, this::check, this::onCommandTaken));
        inputs = new ReplayedInputs(path, totals, maker, isSplit);
    }

    private void onCommandTaken(int loop) {
        path.loops().get(loop).onCommandTaken();
    }

    private void addChannel(String words) {
        path.register(words);
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
        try {
            return runAll(pacer);
        } catch (UncheckedIOException e) { // where the path itself reads on
            throw e.getCause();
        }
    }

    private ReplayTotals runAll(Pacer pacer) throws IOException {
        boolean isMore = seeds.isEntryAhead();
        while (isMore && difference.isEmpty()) {
            pacer.await(source.entry().timeNs());
            isMore = take(source.entry()) && source.next();
        }
        if (difference.isEmpty()) {
            if (!isStopped) {
                path.loops().forEach(this::endRead);
            }
            check(sent.overdue(Long.MAX_VALUE - LATE_NS));
        }
        totals.answers(path.history().read());
        return totals.end(sent.equal(), decisions.equal(), path.handled(), difference);
    }

    /** What differs first, in words; empty while nothing does. */
    public String difference() {
        return difference;
    }

    /** False when nothing behind the entry is compared. */
    private boolean take(RecordedEntry entry) throws IOException {
        if (isStopped) {
            return isStillSent(entry);
        }
        totals.onEntry();
        switch (entry.kind()) {
            case OPEN, IN, CLOSE -> onConnection(entry);
            case OUT -> onSent(entry);
            case TICK -> onTick(entry);
            case COMMAND -> onCommand(entry);
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
            case READ -> onRead(entry);
            case PAST, PLACES -> {} // taken up before the start, or ahead
        }
        reads.check();
        checkHere(readings.difference());
        return true;
    }

    /** It was given ahead, but for what lets a loop go on. */
    private void onRead(RecordedEntry entry) throws RecordingException {
        RecordedRead read = RecordedRead.of(entry);
        ReplayedLoop loop = path.loop(read.loop());
        if (read.what() == SharedValue.RING_EASED) {
            endRead(loop);
            loop.at(entry.timeNs());
            loop.goOn(read.value());
            turn(loop);
        }
    }

    /** What was sent now may have been sent then only as the run ended; true while nothing else is. */
    private boolean isStillSent(RecordedEntry entry) {
        if (entry.kind() == EntryKind.OUT) {
            String text = entry.textString();
            SentTexts texts = sent.of(entry.connection(), text);
            if (texts.isSentNow()) {
                check(texts.onRecorded(new SentTexts.Sent(text, entry.timeNs(), source.place())));
            }
        }
        return entry.kind() != EntryKind.RECORDING;
    }

    private void onNumber(RecordedEntry entry) throws IOException {
        RecordedNumber drawn = RecordedNumber.of(entry);
        if (drawn.name().equals(TrafficTap.OTHERS)) {
            endRead(path.first());
            path.history().onOthers((int) drawn.value());
        } else if (drawn.name().startsWith(TrafficTap.CHANNEL)) {
            path.register(drawn.name().substring(TrafficTap.CHANNEL.length()));
        } else if (ReplayedPath.isOfLoop(drawn.name())) {
            endRead(path.first());
            path.first().at(entry.timeNs());
            path.onFound(drawn);
        } else if (drawn.name().equals(TrafficTap.READ_ON)) {
            ReplayedLoop loop = path.loopOf((int) drawn.value());
            endRead(loop);
            loop.at(entry.timeNs());
            checkHere(loop.readOn((int) drawn.value()));
        } else if (!seeds.take(drawn)) {
            path.onTold(drawn.name(), drawn.value()); // another thread's: no read ends with it
        }
    }

    private void onConnection(RecordedEntry entry) {
        ReplayedLoop loop = path.loopOf(entry.connection());
        if (!loop.isSameRead(entry)) {
            endRead(loop);
        }
        loop.at(entry.timeNs());
        ReplayTransport transport = transport(loop, entry.connection());
        if (transport == null) {
            return;
        }
        switch (entry.kind()) {
            case OPEN -> transport.open(entry.timeNs());
            case IN -> bring(transport, entry);
            default -> transport.end(DisconnectCause.valueOf(entry.cause()), entry.textString());
        }
        loop.onRead(entry);
    }

    /** The connection that the path has asked for, if need be by now; null when it has not. */
    private ReplayTransport transport(ReplayedLoop loop, int connection) {
        ReplayTransport transport = loop.transport(connection);
        if (transport == null || !transport.isAsked()) {
            turn(loop);
            transport = loop.transport(connection);
        }
        if (transport == null || !transport.isAsked()) {
            differ(source.place() + ": connection " + connection + " is not asked for now");
            return null;
        }
        return transport;
    }

    private void bring(ReplayTransport transport, RecordedEntry entry) {
        if (transport.isDeclined()) {
            differ(source.place() + ": there is no room now for the text before it");
            return;
        }
        if (isSplit) {
            catchUp(); // the strategy's side went on while the loop read
        }
        totals.onFrame();
        transport.bring(
                entry.text(),
                entry.textOffset(),
                entry.textLength(),
                entry.lookedTimeNs(),
                entry.timeNs());
    }

    /** Whatever the last read brought is there: then the loop, and the strategy on it, have their turn. */
    private void endRead(ReplayedLoop loop) {
        if (loop.endRead()) {
            turn(loop);
        }
    }

    private void turn(ReplayedLoop loop) {
        if (!isSplit) {
            path.turnAll();
            return;
        }
        while (loop.turn() > 0) {
            catchUp();
        }
        catchUp();
    }

    /** The strategy's side had handled by now whatever the ring would have had no room for. */
    private void catchUp() {
        path.order();
        while (path.waiting() > path.path().ring().capacity() && path.handleOne()) {
            totals.onCaughtUp();
            path.order();
        }
    }

    private void onTick(RecordedEntry entry) throws RecordingException {
        RecordedTick tick = RecordedTick.of(entry);
        ReplayedLoop loop = path.loop(tick.loop());
        endRead(loop);
        checkHere(reads.onTick(tick.loop()));
        loop.tick(tick, entry.timeNs());
        turn(loop);
        if (tick.loop() == 0) {
            path.refill();
        }
        check(sent.overdue(entry.timeNs() - LATE_NS));
    }

    private void onCommand(RecordedEntry entry) throws IOException {
        RecordedCommand asked = RecordedCommand.of(entry);
        ReplayedLoop loop = path.loop(asked.loop());
        endRead(loop);
        loop.at(entry.timeNs());
        if (loop.onCommandTold()) {
            if (asked.type() == CommandType.STOP_STRATEGY) {
                isStopped = true;
                return;
            }
            checkHere(inputs.onCommand(asked));
            int unused = loop.turn(); // takes it, before the strategy's side goes on
            turn(loop);
        }
    }

    private void onLate(RecordedEntry entry) throws IOException {
        endRead(path.first());
        path.first().at(entry.timeNs());
        checkHere(inputs.onLate(RecordedNumber.eventOf(entry)));
        turn(path.first());
    }

    private void onSent(RecordedEntry entry) {
        String text = entry.textString();
        SentTexts.Sent was = new SentTexts.Sent(text, entry.timeNs(), source.place());
        SentTexts texts = sent.of(entry.connection(), text);
        check(texts.onRecorded(was));
        ReplayedLoop loop = path.loopOf(entry.connection());
        if (texts.isAwaited() && !loop.isReading()) {
            loop.at(entry.timeNs());
            turn(loop);
        }
    }

    /** The strategy's side is where it was. */
    private void onStrategy(RecordedEntry entry) {
        if (!isSplit) {
            endRead(path.first());
            return;
        }
        long target = Lookahead.number(entry);
        handleUpTo(target);
        ReplayedLoop awaited = path.awaited();
        while (path.handled() < target && awaited != null && awaited.isReading()) {
            endRead(awaited); // what the loop did behind its read was there by then
            handleUpTo(target);
            awaited = path.awaited();
        }
        checkHere(readings.missed());
        checkHere(reads.onEvent(target));
        if (path.handled() < target) {
            String words = ": the strategy had event " + target + " here, there are ";
            differ(source.place() + words + path.handled() + " now");
        }
    }

    private void handleUpTo(long target) {
        boolean isThere = true;
        while (isThere && path.handled() < target) {
            path.order();
            isThere = path.handleOne();
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
}

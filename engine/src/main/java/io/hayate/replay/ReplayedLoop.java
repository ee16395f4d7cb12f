package io.hayate.replay;

import io.hayate.engine.LoopPort;
import io.hayate.engine.TradingPath;
import io.hayate.event.Commands;
import io.hayate.event.EventRing;
import io.hayate.recording.EntryKind;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.capture.RecordedCommand;
import io.hayate.recording.capture.RecordedTick;
import io.hayate.session.SessionRole;
import io.hayate.session.pool.Sessions;
import io.hayate.transport.Transport;
import java.util.HashMap;
import java.util.Map;

/** One loop of a replayed path: its connections, the read that it is in, and its time. One thread. */
final class ReplayedLoop {
    private final int index;
    private final ReplayClock clock;
    private final EventRing ring; // where its events wait for their places
    private final Map<Integer, ReplayTransport> transports = new HashMap<>();
    private Sessions sessions;
    private Commands commands;
    private boolean isFollowed;
    private ReplayTransport reading; // whose read has not ended; null for none
    private int readConnection;
    private long readNs;
    private long nowNs;
    private long told; // commands of the recording
    private long taken; // commands of now

    /**
     * A loop without a path.
     *
     * @param index from 0
     * @param ring where its events wait for their places; the path's where it is alone
     */
    ReplayedLoop(int index, ReplayClock clock, EventRing ring) {
        this.index = index;
        this.clock = clock;
        this.ring = ring;
    }

    /** What the path is given of it. */
    LoopPort port() {
        return LoopPort.of(this::make, ring);
    }

    private Transport make(SessionRole role) {
        return transports.computeIfAbsent(role.connection(), number -> new ReplayTransport());
    }

    /**
     * The path is made: it stands still.
     *
     * @param isFollowed the recording says when the loop takes a command, and when it reads on behind a pause
     */
    void join(TradingPath path, boolean isFollowed) {
        sessions = path.sessions().get(index);
        commands = path.commandsOfLoops().get(index);
        if (isFollowed) {
            commands.hold();
        }
        this.isFollowed = isFollowed;
        nowNs = clock.nanoTime();
    }

    Sessions sessions() {
        return sessions;
    }

    EventRing ring() {
        return ring;
    }

    /** The connection of this number; null while the path has none. */
    ReplayTransport transport(int connection) {
        return transports.get(connection);
    }

    /** The one of a path that has one connection. */
    ReplayTransport only() {
        return transports.values().iterator().next();
    }

    /** All that the venue sent until then was read. */
    void seenUntil(long timeNs) {
        transports.values().forEach(transport -> transport.seenUntil(timeNs));
    }

    /** Its time is this, never before what it was; so is that of the path. */
    void at(long timeNs) {
        nowNs = Math.max(nowNs, timeNs);
        clock.set(nowNs);
    }

    /** True for another text of the read that it is in. */
    boolean isSameRead(RecordedEntry entry) {
        return entry.kind() == EntryKind.IN
                && reading != null
                && entry.connection() == readConnection
                && entry.timeNs() == readNs;
    }

    /** It is in a read of this entry's connection from now on. */
    void onRead(RecordedEntry entry) {
        reading = transport(entry.connection());
        readConnection = entry.connection();
        readNs = entry.timeNs();
    }

    boolean isReading() {
        return reading != null;
    }

    /** Whatever the read brought is there; false when it is in none. */
    boolean endRead() {
        if (reading == null) {
            return false;
        }
        clock.set(nowNs);
        reading.endRead();
        reading = null;
        return true;
    }

    /** Lets it do what is due, the next tick of time left out; returns what there was to do. */
    int turn() {
        clock.set(Math.min(nowNs, sessions.nextTickNs() - 1));
        int work = sessions.doWork();
        clock.set(nowNs);
        for (ReplayTransport transport : transports.values()) {
            work += !isFollowed && transport.offerAgain() ? 1 : 0;
        }
        return work;
    }

    /** What had no room goes on, as these parts of the ring had eased. */
    void goOn(long parts) {
        int unused = sessions.goOn(parts);
    }

    /** It goes on with the text of a connection that was declined; empty for nothing wrong. */
    String readOn(int connection) {
        ReplayTransport transport = transport(connection);
        if (transport == null || !transport.isDeclined()) {
            return "no text of connection " + connection + " waits now";
        }
        reading = transport;
        readConnection = connection;
        readNs = transport.declinedNs();
        boolean unused = transport.readOn();
        return "";
    }

    /** The time is told, before what its turn took up first, if the turn was long. */
    void tick(RecordedTick tick, long timeNs) {
        clock.set(timeNs);
        clock.wall(tick.timeMs());
        seenUntil(tick.seenNs());
        sessions.turn(tick.turn());
        int unused = sessions.doWork();
        at(timeNs);
        clock.wall(tick.timeMs());
    }

    /** The command that waits longest is the next one that it takes; false when it is not this. */
    boolean isReleased(RecordedCommand asked) {
        boolean isNext = commands.isNext(asked.type(), asked.target());
        if (isNext) {
            commands.release();
        }
        return isNext;
    }

    /** A command comes before all that wait; false when there is no room. */
    boolean isPut(RecordedCommand asked) {
        return asked.intent() == null
                ? commands.putFirst(asked.type(), asked.target(), asked.amount(), asked.madeNs())
                : commands.putFirst(asked.intent(), asked.madeNs());
    }

    /** A command of the recording; false when it was taken already. */
    boolean onCommandTold() {
        told++;
        return taken < told;
    }

    /** It takes a command now. */
    void onCommandTaken() {
        taken++;
    }
}

package io.hayate.recording.tool;

import io.hayate.model.ChannelSpec;
import io.hayate.model.Counts;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Follows a recording entry by entry: which connections are open, what is subscribed on them, their
 * books, and what is wrong.
 */
final class Hearing {
    private static final long APART_NS = 1_000_000_000; // threads that record may be so far apart

    private final Findings findings;
    private final Map<Integer, HeardConnection> open = new LinkedHashMap<>();
    private final Map<ChannelSpec, ChannelSums> sums = new LinkedHashMap<>();
    private final FrameHearing frames;
    private long opened;
    private boolean hasTime;
    private long latestNs;

    Hearing(Findings findings) {
        this.findings = findings;
        frames = new FrameHearing(findings, sums);
    }

    /** Takes the entry that the source stands at. */
    void onEntry(EntrySource source) {
        RecordedEntry entry = source.entry();
        if (entry.kind() == EntryKind.RECORDING) {
            onHead(entry);
            return;
        }
        checkTime(source, entry);
        switch (entry.kind()) {
            case OPEN -> onOpen(source, entry);
            case CLOSE -> onClose(source, entry);
            case IN -> onIn(source, entry);
            case OUT -> connection(source, entry);
            case LOST -> onLost(source, entry);
            default -> {}
        }
    }

    private void onHead(RecordedEntry entry) {
        if (entry.count() <= 1) { // of another run
            open.clear();
            hasTime = false;
        }
    }

    private void checkTime(EntrySource source, RecordedEntry entry) {
        HeardConnection of = open.get(entry.connection());
        boolean isInOrder =
                of == null || of.isInOrder(entry.timeNs(), entry.kind() == EntryKind.OUT);
        if (!isInOrder || (hasTime && latestNs - entry.timeNs() > APART_NS)) {
            String whose = isInOrder ? "the recording" : "its connection";
            findings.add(
                    Flaw.TIME, source.place(), "is earlier than the entry of " + whose + " before");
        }
        boolean isLater = hasTime && isInOrder && latestNs > entry.timeNs();
        latestNs = isLater ? latestNs : entry.timeNs();
        hasTime = true;
    }

    private void onOpen(EntrySource source, RecordedEntry entry) {
        HeardConnection made = new HeardConnection(entry);
        made.isInOrder(entry.timeNs(), false);
        opened++;
        if (open.put(entry.connection(), made) != null) {
            findings.add(
                    Flaw.CHANNEL,
                    source.place(),
                    "connection " + entry.connection() + " opens, and it was open");
        }
    }

    private void onClose(EntrySource source, RecordedEntry entry) {
        if (open.remove(entry.connection()) == null) {
            findings.add(
                    Flaw.CHANNEL,
                    source.place(),
                    "connection " + entry.connection() + " closes, and it was not open");
        }
    }

    private void onIn(EntrySource source, RecordedEntry entry) {
        frames.onFrame(connection(source, entry), source, entry);
    }

    private HeardConnection connection(EntrySource source, RecordedEntry entry) {
        HeardConnection known = open.get(entry.connection());
        if (known != null) {
            return known;
        }
        findings.add(
                Flaw.CHANNEL,
                source.place(),
                "connection " + entry.connection() + " has a text, and it was not opened");
        onOpen(source, entry);
        return open.get(entry.connection());
    }

    private void onLost(EntrySource source, RecordedEntry entry) {
        findings.add(
                Flaw.LOST,
                source.place(),
                Counts.of(entry.count(), "entry", "entries") + " found no room before this one");
        open.values().forEach(HeardConnection::onMissed);
    }

    /** The connections that are open. */
    Collection<HeardConnection> open() {
        return open.values();
    }

    HeardConnection openOf(int number) {
        return open.get(number);
    }

    /** How many connections have been opened. */
    long opened() {
        return opened;
    }

    /** Every channel that was subscribed, in the order in which they were first. */
    Collection<ChannelSums> channels() {
        return sums.values();
    }

    /** Frames of channels that were heard on no subscription, and of the account. */
    FrameHearing frames() {
        return frames;
    }
}

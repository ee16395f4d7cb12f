package io.hayate.recording.export;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What a first reading of a recording tells: which book of each pair is exported, and the clocks. */
final class ExportPlan {
    private static final long US_PER_MS = 1_000;

    private final Map<String, BookKind> books = new HashMap<>();
    private long leastLagUs = Long.MAX_VALUE;

    static ExportPlan of(EntrySource source) throws IOException {
        ExportPlan plan = new ExportPlan();
        PublicFrame frame = new PublicFrame();
        while (source.next()) {
            if (source.entry().kind() == EntryKind.IN && isRead(frame, source.entry())) {
                plan.onFrame(frame, source.entry());
            }
        }
        return plan;
    }

    /** False for a text that cannot be read. */
    static boolean isRead(PublicFrame frame, RecordedEntry entry) {
        try {
            frame.read(entry);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void onFrame(PublicFrame frame, RecordedEntry entry) {
        String symbol = frame.field("symbol");
        if (isBook(frame) && symbol.startsWith("t")) {
            books.merge(symbol, BookKind.of(frame), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        if (frame.timeMs() != PublicFrame.NO_TIME && frame.channelId() != 0) {
            leastLagUs = Math.min(leastLagUs, entry.wallUs() - frame.timeMs() * US_PER_MS);
        }
    }

    private static boolean isBook(PublicFrame frame) {
        return frame.field("event").equals("subscribed") && frame.field("channel").equals("book");
    }

    /** Which book of a pair is exported; null where none was subscribed. */
    BookKind book(String symbol) {
        return books.get(symbol);
    }

    /** By how much receipt was before sending at most, as the clocks told it, in microseconds. */
    long behindUs() {
        return leastLagUs == Long.MAX_VALUE ? 0 : Math.max(0, -leastLagUs);
    }
}

package io.hayate.backtest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a recording covers, and what it lacks. */
final class Coverage {
    /** A stretch of time without any text. */
    record Gap(long fromMs, long lengthMs) {}

    /** The exchange beats each 15 s: after this long something is missing. */
    static final long GAP_MS = 60_000;

    private static final int GAPS_KEPT = 1_000;

    private final List<Gap> gaps = new ArrayList<>();
    private long firstMs = -1;
    private long lastMs;
    private long texts;
    private long bytes;
    private long lost;
    private long reordered;
    private long gapMs;

    void writeTo(DataOutputStream out) throws IOException {
        for (long each : new long[] {firstMs, lastMs, texts, bytes, lost, reordered, gapMs}) {
            out.writeLong(each);
        }
        out.writeInt(gaps.size());
        for (Gap gap : gaps) {
            out.writeLong(gap.fromMs());
            out.writeLong(gap.lengthMs());
        }
    }

    /** Fills an empty one with what another has written. */
    void readFrom(DataInputStream in) throws IOException {
        firstMs = in.readLong();
        lastMs = in.readLong();
        texts = in.readLong();
        bytes = in.readLong();
        lost = in.readLong();
        reordered = in.readLong();
        gapMs = in.readLong();
        int count = Math.min(in.readInt(), GAPS_KEPT);
        for (int i = 0; i < count; i++) {
            gaps.add(new Gap(in.readLong(), in.readLong()));
        }
    }

    void onText(long wallMs, int length) {
        texts++;
        bytes += length;
        if (firstMs < 0) {
            firstMs = wallMs;
        } else if (wallMs - lastMs > GAP_MS) {
            gapMs += wallMs - lastMs;
            if (gaps.size() < GAPS_KEPT) {
                gaps.add(new Gap(lastMs, wallMs - lastMs));
            }
        }
        lastMs = Math.max(lastMs, wallMs);
    }

    void onLost(long count) {
        lost += count;
    }

    void onReordered() {
        reordered++;
    }

    /** When it begins, since 1970. */
    long firstMs() {
        return Math.max(0, firstMs);
    }

    long lastMs() {
        return lastMs;
    }

    long spanMs() {
        return lastMs - firstMs();
    }

    long texts() {
        return texts;
    }

    long bytes() {
        return bytes;
    }

    /** Texts that the recorder had no room for. */
    long lost() {
        return lost;
    }

    /** Texts whose time was before that of the one before. */
    long reordered() {
        return reordered;
    }

    /** The first of them. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** All of them together. */
    long gapMs() {
        return gapMs;
    }
}

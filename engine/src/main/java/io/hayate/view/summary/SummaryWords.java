package io.hayate.view.summary;

import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.model.Counts;
import io.hayate.number.Rounded;
import java.util.List;
import java.util.stream.Stream;

/** What counters say of a run, as the parts of its lines. For any thread but the trading ones. */
public final class SummaryWords {
    private final Counters counters;

    /** The words for these. */
    public SummaryWords(Counters counters) {
        this.counters = counters;
    }

    /** Frames that came in. */
    public List<String> frames() {
        return parts(
                count(Counter.FRAMES) + " in",
                more(Counter.FRAMES_MALFORMED),
                more(Counter.FRAMES_UNKNOWN),
                more(Counter.TYPES_UNKNOWN),
                more(Counter.SEQUENCE_GAPS));
    }

    /** Events that were made of them, and lines that the view had no room for. */
    public List<String> events(long linesDropped) {
        return parts(
                count(Counter.EVENTS) + " published",
                told(Counter.TICKERS_CONFLATED),
                more(Counter.READS_PAUSED),
                linesDropped == 0 ? "" : Counts.of(linesDropped, "line") + " dropped");
    }

    /** Orders and fills; how many are open of ours and of others. */
    public List<String> orders(long open, long foreign) {
        return parts(
                count(Counter.ORDERS_SENT) + " sent",
                told(Counter.FILLS),
                open + " open",
                more(Counter.ORDERS_REFUSED),
                more(Counter.ORDERS_REJECTED),
                more(Counter.ORDERS_UNKNOWN),
                more(Counter.FILLS_INEXACT),
                more(Counter.FILLS_ADOPTED),
                more(Counter.FILLS_REFUSED),
                more(Counter.STRATEGY_EXCEPTIONS),
                foreign == 0 ? "" : foreign + " open of others");
    }

    /** The account's state in words; empty when there is nothing to say. */
    public String account(boolean isLive, String doubt, String missing) {
        long doubts = count(Counter.ACCOUNT_DOUBTS);
        if (!doubt.isEmpty()) {
            return "IN DOUBT, no new order leaves" + doubt;
        } else if (isLive && !missing.isEmpty()) {
            return "not ready, no new order leaves: " + missing;
        } else if (doubts == 0) {
            return "";
        }
        return "in doubt " + (doubts == 1 ? "once" : Counts.of(doubts, "time")) + ", not now";
    }

    /**
     * The connection.
     *
     * @param offsetMs of the venue's clock; NaN while it is not known
     */
    public List<String> connection(String state, double offsetMs, double roundTripMs) {
        return parts(
                state,
                told(Counter.RECONNECTS),
                Double.isNaN(offsetMs) ? "" : "clock " + signed(offsetMs) + " ms",
                Double.isNaN(offsetMs) ? "" : "round trip " + Rounded.text(roundTripMs, 1) + " ms");
    }

    private static String signed(double ms) {
        String text = Rounded.text(ms, 1);
        return (text.startsWith("-") ? "" : "+") + text;
    }

    /**
     * Bytes that trading threads allocated, as of the last sample, a tenth of a second old at most. What
     * happens once is told apart from what happens with every event by the samples that had any: few of
     * them, or most.
     */
    public static List<String> allocated(long bytes, long events, long some, long samples) {
        if (events == 0) {
            return List.of("not measured: the session was not live and warm");
        }
        String average = Rounded.text((double) bytes / events, 2);
        return parts(
                average + " bytes per event on the trading threads",
                bytes + " B in all",
                bytes == 0 ? "" : within(some, samples));
    }

    private static String within(long some, long all) {
        return "all of it in "
                + some
                + " of "
                + Counts.of(all, "sample")
                + " of 0.1 s; 0 B in the others";
    }

    /** Those that say something. */
    private static List<String> parts(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).toList();
    }

    private long count(Counter counter) {
        return counters.get(counter);
    }

    private String told(Counter counter) {
        return count(counter) + " " + counter.title(count(counter));
    }

    private String more(Counter counter) {
        return count(counter) == 0 ? "" : told(counter);
    }
}

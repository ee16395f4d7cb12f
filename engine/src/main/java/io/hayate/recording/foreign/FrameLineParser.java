package io.hayate.recording.foreign;

import io.hayate.recording.foreign.ForeignLine.Kind;
import io.hayate.recording.line.LineReader;

/**
 * Frames, one a line, and nothing else. Their time is what {@link FrameTime} finds in them, else one
 * millisecond behind the line before. What only a client sends is taken as sent.
 *
 * <pre>
 * {"event":"subscribed","channel":"ticker","chanId":204778,"symbol":"tBTCUSD","pair":"BTCUSD"}
 * [204778,[118940,43.23,118950,44.36,-3710,-0.03,118910,372.1,122620,117190]]
 * </pre>
 */
public final class FrameLineParser implements ForeignLineParser {
    /** How much later a frame without a time is than the one before it. */
    public static final long STEP_NS = 1_000_000;

    private static final String RULE = "must be a frame: a JSON array or object";
    private static final byte[][] SENT = {
        Bytes.ascii("{\"event\":\"subscribe\","),
        Bytes.ascii("{\"event\":\"unsubscribe\","),
        Bytes.ascii("{\"event\":\"ping\""),
        Bytes.ascii("{\"event\":\"conf\",\"flags\""),
        Bytes.ascii("{\"event\":\"auth\",\"apiKey\"")
    };
    private static final byte[] ACCOUNT = Bytes.ascii("[0,\"");
    private static final byte[] NO_ID = Bytes.ascii("\",null,");

    private long timeNs;

    /**
     * A parser of a file.
     *
     * @param startNs the time of its first frame, if that has none itself; in ns since 1970 UTC
     */
    public FrameLineParser(long startNs) {
        timeNs = startNs - STEP_NS;
    }

    /** True when a text begins as a frame does. */
    public static boolean begins(byte[] bytes, int length) {
        return length > 1
                && ((bytes[0] == '[' && Bytes.isDigit(bytes[1]))
                        || (bytes[0] == '{' && bytes[1] == '"'));
    }

    @Override
    public String parse(LineReader line, ForeignLine to) {
        byte[] bytes = line.bytes();
        int from = line.offset();
        int end = Bytes.trimmedEnd(bytes, from, from + line.length());
        if (from == end) {
            to.set(Kind.NOTHING);
            return null;
        }
        if (bytes[from] != '[' && bytes[from] != '{') {
            return RULE;
        }
        timeNs = Math.max(timeNs + STEP_NS, FrameTime.of(bytes, from, end));
        Kind kind = isSent(bytes, from, end) ? Kind.OUT : Kind.IN;
        to.set(kind).timeNs(timeNs).text(line.buffer(), from, end - from);
        return null;
    }

    private static boolean isSent(byte[] bytes, int from, int end) {
        for (byte[] each : SENT) {
            if (Bytes.startsWith(bytes, from, end, each)) {
                return true;
            }
        }
        if (!Bytes.startsWith(bytes, from, end, ACCOUNT)) {
            return false;
        }
        int at = from + ACCOUNT.length;
        while (at < end && bytes[at] != '"') {
            at++;
        }
        return Bytes.startsWith(bytes, at, end, NO_ID);
    }
}

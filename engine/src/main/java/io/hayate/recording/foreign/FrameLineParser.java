package io.hayate.recording.foreign;

import io.hayate.recording.foreign.ForeignLine.Kind;
import io.hayate.recording.line.LineReader;

/**
 * Frames, one a line, and nothing else. Their time is what {@link FrameTime} finds in them, else one
 * millisecond behind the line before. Also what wscat prints: its prompts are no part of a frame.
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
    private static final byte[][] TOLD = {
        Bytes.ascii("wscat "), Bytes.ascii("Connected (press CTRL+C to quit)")
    };
    private static final byte[] DISCONNECTED = Bytes.ascii("Disconnected (code: ");

    private long timeNs;

    /**
     * A parser of a file.
     *
     * @param startNs the time of its first frame, if that has none itself; in ns since 1970 UTC
     */
    public FrameLineParser(long startNs) {
        timeNs = startNs - STEP_NS;
    }

    /** True when a text begins as a frame does, or what wscat prints. */
    public static boolean begins(byte[] bytes, int length) {
        int from = frameAt(bytes, 0, length);
        int second = Bytes.skipBlanks(bytes, from + 1, length);
        return isTold(bytes, 0, length)
                || (second < length && bytes[from] == '[' && Bytes.isDigit(bytes[second]))
                || (second < length && bytes[from] == '{' && bytes[second] == '"');
    }

    /** Where the frame of a line begins: behind the prompt of wscat, where there is one. */
    public static int frameAt(byte[] bytes, int from, int end) {
        int at = Bytes.skipBlanks(bytes, from, end);
        boolean isPrompted =
                at + 1 < end && (bytes[at] == '<' || bytes[at] == '>') && bytes[at + 1] == ' ';
        return isPrompted ? Bytes.skipBlanks(bytes, at + 1, end) : at;
    }

    private static boolean isTold(byte[] bytes, int from, int end) {
        for (byte[] each : TOLD) {
            if (Bytes.startsWith(bytes, from, end, each)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String parse(LineReader line, ForeignLine to) {
        byte[] bytes = line.bytes();
        int end = Bytes.trimmedEnd(bytes, line.offset(), line.offset() + line.length());
        int from = frameAt(bytes, line.offset(), end);
        if (from == end || isTold(bytes, from, end)) {
            to.set(Kind.NOTHING);
            return null;
        } else if (Bytes.startsWith(bytes, from, end, DISCONNECTED)) {
            to.set(Kind.DISCONNECT).timeNs(timeNs);
            return null;
        } else if (bytes[from] != '[' && bytes[from] != '{') {
            return RULE;
        }
        timeNs = Math.max(timeNs + STEP_NS, FrameTime.of(bytes, from, end));
        to.set(Kind.IN).timeNs(timeNs).text(line.buffer(), from, end - from);
        return null;
    }
}

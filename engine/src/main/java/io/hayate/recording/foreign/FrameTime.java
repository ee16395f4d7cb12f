package io.hayate.recording.foreign;

/**
 * Finds in a frame when the exchange sent it: the time behind it, which it has with the flag TIMESTAMP
 * on, or the time of the print that it tells.
 *
 * <pre>
 * [17470,[7616.5,...],1234,1618677543951]
 * [146481,"te",[658733916,1617643611128,0.7574881,230890],394]
 * </pre>
 */
public final class FrameTime {
    /** Where a frame says nothing of it. */
    public static final long NONE = 0;

    private static final byte[][] PRINTS = {
        Bytes.ascii(",\"te\",["),
        Bytes.ascii(",\"tu\",["),
        Bytes.ascii(",\"fte\",["),
        Bytes.ascii(",\"ftu\",[")
    };
    private static final int MS_DIGITS = 13; // from 2001 to 2286
    private static final long MS_NS = 1_000_000;

    private FrameTime() {}

    /** The time in ns since 1970 UTC. */
    public static long of(byte[] bytes, int from, int end) {
        if (end - from < MS_DIGITS || bytes[from] != '[') {
            return NONE;
        }
        int digits = end - 1 - MS_DIGITS;
        if (bytes[end - 1] == ']' && isBehindComma(bytes, digits, from)) {
            long behind = ms(bytes, digits, end - 1);
            if (behind != NONE) {
                return behind;
            }
        }
        return ofPrint(bytes, from, end);
    }

    private static boolean isBehindComma(byte[] bytes, int at, int from) {
        int before = at - 1;
        while (before > from && bytes[before] == ' ') {
            before--;
        }
        return before > from && bytes[before] == ',';
    }

    private static long ofPrint(byte[] bytes, int from, int end) {
        int at = Bytes.skipDigits(bytes, Bytes.skipBlanks(bytes, from + 1, end), end);
        for (byte[] each : PRINTS) {
            int row = Bytes.behindJson(bytes, at, end, each);
            if (row >= 0) {
                int id = Bytes.skipDigits(bytes, Bytes.skipBlanks(bytes, row, end), end);
                int digits = Bytes.skipBlanks(bytes, id + 1, end);
                return ms(bytes, digits, Bytes.skipDigits(bytes, digits, end));
            }
        }
        return NONE;
    }

    private static long ms(byte[] bytes, int from, int to) {
        return to - from == MS_DIGITS
                        && Bytes.skipDigits(bytes, from, to) == to
                        && bytes[from] != '0'
                ? Bytes.number(bytes, from, to) * MS_NS
                : NONE;
    }
}

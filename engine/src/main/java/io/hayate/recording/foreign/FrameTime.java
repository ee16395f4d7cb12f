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

    private static final byte[] EXECUTED = Bytes.ascii("\"te\",[");
    private static final byte[] UPDATED = Bytes.ascii("\"tu\",[");
    private static final int MS_DIGITS = 13; // from 2001 to 2286
    private static final long MS_NS = 1_000_000;

    private FrameTime() {}

    /** The time in ns since 1970 UTC. */
    public static long of(byte[] bytes, int from, int end) {
        if (end - from < MS_DIGITS || bytes[from] != '[') {
            return NONE;
        }
        int digits = end - 1 - MS_DIGITS;
        if (bytes[end - 1] == ']' && digits > from && bytes[digits - 1] == ',') {
            long behind = ms(bytes, digits, end - 1);
            if (behind != NONE) {
                return behind;
            }
        }
        return ofPrint(bytes, from, end);
    }

    private static long ofPrint(byte[] bytes, int from, int end) {
        int at = Bytes.skipDigits(bytes, from + 1, end) + 1;
        if (!Bytes.startsWith(bytes, at, end, EXECUTED)
                && !Bytes.startsWith(bytes, at, end, UPDATED)) {
            return NONE;
        }
        int id = at + EXECUTED.length;
        int digits = Bytes.skipDigits(bytes, id, end) + 1;
        return ms(bytes, digits, Bytes.skipDigits(bytes, digits, end));
    }

    private static long ms(byte[] bytes, int from, int to) {
        return to - from == MS_DIGITS
                        && Bytes.skipDigits(bytes, from, to) == to
                        && bytes[from] != '0'
                ? Bytes.number(bytes, from, to) * MS_NS
                : NONE;
    }
}

package io.hayate.recording.foreign;

/**
 * Tells of a text who sent it, by how it begins: what only a client sends is taken as sent, in whatever
 * file it stands. Blanks between its tokens do not matter.
 */
public final class FrameText {
    private static final byte[] WELCOME = Bytes.ascii("{\"event\":\"info\",\"version\"");
    private static final byte[][] SENT = {
        Bytes.ascii("{\"event\":\"subscribe\","),
        Bytes.ascii("{\"event\":\"unsubscribe\","),
        Bytes.ascii("{\"event\":\"ping\""),
        Bytes.ascii("{\"event\":\"conf\",\"flags\""),
        Bytes.ascii("{\"event\":\"auth\",\"apiKey\"")
    };
    private static final byte[] ACCOUNT = Bytes.ascii("[0,\"");
    private static final byte[] NO_ID = Bytes.ascii("\",null,");

    private FrameText() {}

    /** True for the text that the exchange sends first on each connection. */
    public static boolean isWelcome(byte[] bytes, int from, int end) {
        return Bytes.behindJson(bytes, from, end, WELCOME) >= 0;
    }

    /** True for a request of a client. */
    public static boolean isSent(byte[] bytes, int from, int end) {
        for (byte[] each : SENT) {
            if (Bytes.behindJson(bytes, from, end, each) >= 0) {
                return true;
            }
        }
        int at = Bytes.behindJson(bytes, from, end, ACCOUNT);
        if (at < 0) {
            return false;
        }
        while (at < end && bytes[at] != '"') {
            at++;
        }
        return Bytes.behindJson(bytes, at, end, NO_ID) >= 0;
    }
}

package io.hayate.transport.websocket;

/** The close codes of RFC 6455 that we send or read. */
public final class CloseCode {
    static final int PROTOCOL = 1002;
    static final int UNACCEPTABLE = 1003;

    /** Stands for a close frame without a code; never on the wire. */
    static final int NONE = 1005;

    static final int NOT_UTF8 = 1007;

    /** For what is over the bound, or finds no memory. */
    public static final int TOO_LARGE = 1009;

    private CloseCode() {}

    /** True for codes that may stand in a close frame. */
    static boolean maySend(int code) {
        return isWithin(code, 1000, 1003)
                || isWithin(code, 1007, 1014)
                || isWithin(code, 3000, 4999);
    }

    private static boolean isWithin(int code, int first, int last) {
        return code >= first && code <= last;
    }
}

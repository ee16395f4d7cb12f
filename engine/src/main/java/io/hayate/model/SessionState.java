package io.hayate.model;

/** How far the conversation with the venue has come. Orders may leave in {@link #LIVE} alone. */
public enum SessionState {
    DISCONNECTED(0),
    /** Connecting, shaking hands, and waiting for the venue's {@code info}. */
    CONNECTING(1),
    AUTHENTICATING(2),
    SUBSCRIBING(3),
    /** Every subscription is answered and, with keys, the account is ours. */
    LIVE(4),
    /** The venue said 20060: it is resynchronising; no order may leave. */
    PAUSED(5);

    private static final SessionState[] VALUES = values();

    private final int code;

    SessionState(int code) {
        this.code = code;
    }

    /** Number that stands for it in a buffer. */
    public int code() {
        return code;
    }

    /** True when a session of this state may come into {@code next}. */
    public boolean canBecome(SessionState next) {
        return switch (this) {
            case DISCONNECTED -> next == CONNECTING;
            case CONNECTING -> isFirstStep(next) || next == DISCONNECTED;
            case AUTHENTICATING -> next == SUBSCRIBING || isEnd(next);
            case SUBSCRIBING -> next == LIVE || isEnd(next);
            case LIVE -> next == SUBSCRIBING || isEnd(next);
            case PAUSED -> isFirstStep(next) || next == DISCONNECTED;
        };
    }

    private static boolean isFirstStep(SessionState next) {
        return next == AUTHENTICATING || next == SUBSCRIBING;
    }

    private static boolean isEnd(SessionState next) {
        return next == PAUSED || next == DISCONNECTED;
    }

    /** The state with this code. */
    public static SessionState ofCode(int code) {
        return VALUES[code];
    }
}

package io.hayate.engine;

/** What the process answers to the shell. Stable: scripts rely on them. */
public final class ExitCodes {
    /** Ended as asked, Ctrl-C and SIGTERM included. */
    public static final int OK = 0;

    /** A check failed. */
    public static final int CHECK_FAILED = 1;

    /** Wrong usage or setting, a port in use, a missing or broken plug-in. */
    public static final int USAGE = 2;

    /** Could not connect or authenticate. */
    public static final int NOT_CONNECTED = 3;

    /** Stopped by a broken invariant, or for want of memory while running. */
    public static final int BROKEN_INVARIANT = 4;

    /** Ended as asked, and orders are open or of unknown outcome that were not to stay. */
    public static final int ORDERS_LEFT = 5;

    private ExitCodes() {}
}

package io.hayate.venue.server;

import io.hayate.model.Printable;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs errors of ours. Whatever a client can bring about makes so many lines at most. */
final class VenueErrors {
    private static final Logger LOG = LoggerFactory.getLogger(VenueErrors.class);
    private static final AtomicInteger TOLD = new AtomicInteger();
    private static final int TOLD_MAX = 100;
    private static final int LENGTH_MAX = 200;

    private VenueErrors() {}

    static void tell(String what, Throwable cause) {
        int number = TOLD.incrementAndGet();
        if (number <= TOLD_MAX) {
            String line = line(what, cause);
            LOG.error(number < TOLD_MAX ? line : line + " (the last that is told)");
        } else {
            TOLD.set(TOLD_MAX); // and never round
        }
    }

    /** An error as one line of bounded length: what it is, and where it comes from. */
    static String line(String what, Throwable cause) {
        String error = Printable.line(cause.toString());
        String cut = error.length() > LENGTH_MAX ? error.substring(0, LENGTH_MAX) + "..." : error;
        StackTraceElement[] calls = cause.getStackTrace();
        String where = calls.length == 0 ? "" : " at " + Printable.line(calls[0].toString());
        return "venue: " + what + ": " + cut + where;
    }
}

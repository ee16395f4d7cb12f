package io.hayate.model;

/**
 * Makes a text from elsewhere safe to print: nothing in it reaches the terminal as a command, and none
 * forges a line. Texts of the venue, of plug-ins, of settings, of files and of exceptions come to a
 * screen, a log or a report this way and no other.
 *
 * <p>Any thread but the trading ones.
 */
public final class Printable {
    private static final int CAUSES_MAX = 8;

    private Printable() {}

    /** One line: control, format and broken characters become visible escapes. */
    public static String line(String text) {
        return escape(text, false);
    }

    /** As {@link #line} but keeps line feeds. */
    public static String lines(String text) {
        return escape(text, true);
    }

    /** A whole JSON text, whose strings may hold what JSON lets pass and a terminal does not. */
    public static String json(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (isSafe(c) || c < ' ') { // a line feed: the writer's own
                                safe.appendCodePoint(c);
                            } else {
                                for (char unit : Character.toChars(c)) {
                                    safe.append(String.format("\\u%04x", (int) unit));
                                }
                            }
                        });
        return safe.toString();
    }

    /**
     * An exception as lines, the last one not ended: what it is, where it comes from, and the same of
     * what caused it. Its own text is one line.
     *
     * @param framesMax how many of the calls that led to it are named
     */
    public static String trace(Throwable thrown, int framesMax) {
        StringBuilder text = new StringBuilder();
        Throwable next = thrown;
        for (int i = 0; next != null && i < CAUSES_MAX; i++) {
            text.append(i == 0 ? "" : "\nCaused by: ").append(line(words(next)));
            StackTraceElement[] frames = next.getStackTrace();
            for (int at = 0; at < Math.min(frames.length, framesMax); at++) {
                text.append("\n    at ").append(line(frames[at].toString()));
            }
            next = next.getCause();
        }
        return text.toString();
    }

    /** What an exception says of itself; its class alone where even that fails. */
    private static String words(Throwable thrown) {
        try {
            return String.valueOf(thrown);
        } catch (RuntimeException e) {
            return thrown.getClass().getName();
        }
    }

    private static String escape(String text, boolean keepsLineFeeds) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (isSafe(c) || (keepsLineFeeds && c == '\n')) {
                                safe.appendCodePoint(c);
                            } else {
                                safe.append(String.format("\\u%04x", c));
                            }
                        });
        return safe.toString();
    }

    private static boolean isSafe(int c) {
        if (c < 128) {
            return c >= ' ' && c < 127;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}

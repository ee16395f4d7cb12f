package io.hayate.view.terminal;

/** Makes a text from elsewhere safe to print: nothing in it reaches the terminal as a command. */
final class Printable {
    private Printable() {}

    /** One line: control, format and broken characters become visible escapes. */
    static String line(String text) {
        return escape(text, false);
    }

    /** As {@link #line} but keeps line feeds. */
    static String lines(String text) {
        return escape(text, true);
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

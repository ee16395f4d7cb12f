package io.hayate.settings;

import io.hayate.model.ConfigException;
import java.util.regex.Pattern;

/** What a key or a secret looks like. The venue would call any other "invalid", and not say why. */
final class SecretText {
    private static final int LENGTH_MAX = 256;
    private static final String OTHERS = "-_.+/=";
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "(?i)((my|your|the|insert|enter|paste|put)[-_.]?)*(bfx[-_.]?)?(api[-_.]?)?"
                            + "(key|secret)([-_.]?here)?|x{3,}|0{3,}|change[-_.]?me|todo");

    private SecretText() {}

    /**
     * Throws where a text can be neither, and says why without any of it.
     *
     * @param place what a complaint begins with: a variable, or the line of a file and its key
     */
    static void check(String place, String text) {
        String fault = faultOf(text);
        if (fault != null) {
            throw new ConfigException(
                    place + " must be as the venue shows it, letters and digits: was " + fault);
        }
    }

    private static String faultOf(String text) {
        if (text.isEmpty()) {
            return "empty";
        }
        if (text.length() > LENGTH_MAX) {
            return text.length() + " characters long";
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isUsual(text.charAt(i))) {
                return "one with " + nameOf(text.charAt(i)) + " at character " + (i + 1);
            }
        }
        boolean hasName = text.chars().anyMatch(Character::isLetterOrDigit);
        return hasName && !PLACEHOLDER.matcher(text).matches() ? null : "a text in its place";
    }

    private static boolean isUsual(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || OTHERS.indexOf(c) >= 0;
    }

    private static String nameOf(char c) {
        return switch (c) {
            case '"', '\'', '`', '\u2018', '\u2019', '\u201c', '\u201d' -> "a quote";
            case '\\' -> "a backslash";
            case ' ' -> "a blank";
            case '\t' -> "a tab";
            case '\r', '\n' -> "the end of a line";
            case '\u00a0', '\u202f', '\u2007' -> "a no-break space";
            case '\ufeff' -> "a byte order mark";
            default ->
                    c > ' ' && c < 127 ? "a special character" : String.format("U+%04X", (int) c);
        };
    }
}

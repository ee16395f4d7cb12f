package io.hayate.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares texts without making a String of them, and keeps passwords out of those that are shown. */
public final class Texts {
    private static final Pattern USER_IN_URL = Pattern.compile("(:/{1,2})[^\\s'\"]*(@|%40)");
    private static final String HOST = "(?:\\[[^\\]\\s]*\\]|[^\\s:/?#\\[]*)";
    private static final String PORT = "(?:\\d{1,5}|PORT|\\*{3})(?:[\\s/?#,;.)\\]}'\"]|:\\s|:?$)";
    private static final Pattern NO_PORT_IN_URL =
            Pattern.compile("(?s)(:/{1,2}" + HOST + ":)(?!\\s|" + PORT + ").+");
    private static final Pattern NO_PORT_IN_ADDRESS =
            Pattern.compile(
                    "(?is)((?:wss?:/{0,2}|[a-z][a-z0-9+.-]*:/{1,2})?+"
                            + HOST
                            + ":)(?!\\d{1,5}([/?#]|$)).*");

    private Texts() {}

    /**
     * The same without user and password of an address in it, {@code wss://***@host}, and from there
     * on where an address has no number for its port, as {@code wss://user:***}: that may be a
     * password whose host was left out.
     */
    public static String withoutPasswords(String text) {
        String noUser = USER_IN_URL.matcher(text).replaceAll("$1***@");
        return NO_PORT_IN_URL.matcher(noUser).replaceAll("$1***");
    }

    /** An address that was given for one, up to a port that is no number. */
    public static String withoutNoPort(String address) {
        Matcher noPort = NO_PORT_IN_ADDRESS.matcher(address);
        return noPort.matches() ? noPort.group(1) + "***" : address;
    }

    /** True when the characters are exactly those of {@code expected}. */
    public static boolean equals(String expected, char[] text, int offset, int length) {
        return expected.length() == length && startsWith(expected, text, offset, length);
    }

    /** True when the characters begin with {@code prefix}. */
    public static boolean startsWith(String prefix, char[] text, int offset, int length) {
        if (length < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (prefix.charAt(i) != text[offset + i]) {
                return false;
            }
        }
        return true;
    }

    /** True when the characters end with {@code suffix}. */
    public static boolean endsWith(String suffix, char[] text, int offset, int length) {
        int before = length - suffix.length();
        return before >= 0 && startsWith(suffix, text, offset + before, suffix.length());
    }
}

package io.hayate.model;

import java.util.regex.Pattern;

/** Compares texts without making a String of them, and keeps passwords out of those that are shown. */
public final class Texts {
    private static final Pattern USER_IN_URL = Pattern.compile("(:/{1,2})[^\\s'\"]*(@|%40)");

    private Texts() {}

    /** The same without user and password of an address in it: {@code wss://***@host}. */
    public static String withoutPasswords(String text) {
        return USER_IN_URL.matcher(text).replaceAll("$1***@");
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

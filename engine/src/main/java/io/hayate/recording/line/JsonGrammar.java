package io.hayate.recording.line;

import org.agrona.DirectBuffer;

/**
 * Tells whether a text is one JSON value on one line, so that it can stand in a line of JSON as it
 * is: in UTF-8, without line breaks, and nested no deeper than common readers go.
 *
 * <p>One thread. Allocates nothing.
 */
public final class JsonGrammar {
    private static final int DEPTH_MAX = 200; // jq 1.6 reads 256 with what stands around it
    private static final int HEX_DIGITS = 4;

    private DirectBuffer buffer;
    private int at;
    private int end;
    private int depth;

    /** True when it is; blanks and tabs may stand around its values. */
    public boolean isOneValue(DirectBuffer text, int offset, int length) {
        buffer = text;
        at = offset;
        end = offset + length;
        depth = 0;
        return value() && at == end;
    }

    private int peek() {
        return at < end ? buffer.getByte(at) : -1;
    }

    private boolean take(int c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    /** A value with the blanks around it. */
    private boolean value() {
        skipBlanks();
        boolean is =
                switch (peek()) {
                    case '{' -> object();
                    case '[' -> array();
                    case '"' -> string();
                    case 't' -> word("true");
                    case 'f' -> word("false");
                    case 'n' -> word("null");
                    default -> number();
                };
        if (is) {
            skipBlanks();
        }
        return is;
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private boolean array() {
        at++;
        skipBlanks();
        if (take(']')) {
            return true;
        }
        depth++;
        boolean is = depth < DEPTH_MAX && value();
        while (is && take(',')) {
            is = value();
        }
        depth--;
        return is && take(']');
    }

    private boolean object() {
        at++;
        skipBlanks();
        if (take('}')) {
            return true;
        }
        depth++;
        boolean is = depth < DEPTH_MAX && member();
        while (is && take(',')) {
            is = member();
        }
        depth--;
        return is && take('}');
    }

    private boolean member() {
        skipBlanks();
        if (peek() != '"' || !string()) {
            return false;
        }
        skipBlanks();
        return take(':') && value();
    }

    private boolean string() {
        at++;
        while (at < end) {
            int c = buffer.getByte(at);
            if (c == '"') {
                at++;
                return true;
            } else if (c == '\\') {
                at++;
                if (!escape()) {
                    return false;
                }
            } else if (c >= ' ') {
                at++;
            } else {
                at = c < 0 ? Utf8Text.next(buffer, at, end) : Utf8Text.BROKEN;
                if (at == Utf8Text.BROKEN) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean escape() {
        int c = peek();
        at++;
        if (c != 'u') {
            return c > 0 && "\"\\/bfnrt".indexOf(c) >= 0;
        }
        for (int i = 0; i < HEX_DIGITS; i++) {
            if (Character.digit(peek(), 16) < 0) {
                return false;
            }
            at++;
        }
        return true;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!take(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        take('-');
        if (!take('0') && !digits()) {
            return false;
        }
        if (take('.') && !digits()) {
            return false;
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at > from;
    }
}

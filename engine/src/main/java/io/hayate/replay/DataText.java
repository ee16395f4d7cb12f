package io.hayate.replay;

import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * A frame of data, whose channel's number can be changed, and what stands behind its body left out.
 *
 * <pre>[17470,[7616.5,31.8],55,1700000000000]   [17470,"te",[...],56]   [17470,"cs",-1]</pre>
 *
 * <p>One thread.
 */
final class DataText {
    /** In place of a number: the text is no frame of data. */
    static final long NONE = -1;

    private static final byte[] CHECKSUM = {'"', 'c', 's', '"'};

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int idEnd;

    /** Takes a text; answers with the number of its channel, or {@link #NONE}. */
    long wrap(DirectBuffer text, int offset, int size) {
        if (bytes.length < 2 * size) {
            bytes = new byte[2 * size];
        }
        text.getBytes(offset, bytes, 0, size);
        length = size;
        idEnd = skipBlanks(1);
        long id = 0;
        int from = idEnd;
        while (idEnd < size && isDigit(bytes[idEnd]) && idEnd - from < 18) {
            id = 10 * id + bytes[idEnd++] - '0';
        }
        return size == 0 || bytes[0] != '[' || idEnd == from ? NONE : id;
    }

    private static boolean isDigit(byte next) {
        return next >= '0' && next <= '9';
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < length && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /** Another number, and nothing behind the body where that is so wished; a new array. */
    byte[] with(long number, boolean isBodyAlone) {
        int end = isBodyAlone ? bodyEnd() : length;
        byte[] head = ChannelNumbers.bytes("[" + number);
        byte[] made = Arrays.copyOf(head, head.length + end - idEnd + (isBodyAlone ? 1 : 0));
        System.arraycopy(bytes, idEnd, made, head.length, end - idEnd);
        if (isBodyAlone) {
            made[made.length - 1] = ']';
        }
        return made;
    }

    /** Behind the value that follows the channel's number, or, of a type with a value, behind that. */
    private int bodyEnd() {
        int first = skipBlanks(idEnd) + 1; // behind the comma
        int end = valueEnd(first);
        boolean isTyped = first < length && bytes[skipBlanks(first)] == '"';
        boolean hasValue = isTyped && skipBlanks(end + 1) < length && bytes[end] == ',';
        if (hasValue && (bytes[skipBlanks(end + 1)] == '[' || isChecksum(skipBlanks(first)))) {
            return valueEnd(end + 1);
        }
        return end;
    }

    private boolean isChecksum(int at) {
        return Arrays.equals(bytes, at, Math.min(at + 4, length), CHECKSUM, 0, 4);
    }

    private int valueEnd(int from) {
        int depth = 0;
        boolean isText = false;
        int at = from;
        while (at < length) {
            byte next = bytes[at];
            boolean isEnd = !isText && depth == 0 && (next == ',' || next == ']');
            if (isEnd) {
                return at;
            } else if (next == '"') {
                isText = !isText;
            } else if (isText && next == '\\') {
                at++;
            } else if (!isText) {
                depth += next == '[' || next == '{' ? 1 : next == ']' || next == '}' ? -1 : 0;
            }
            at++;
        }
        return length;
    }
}

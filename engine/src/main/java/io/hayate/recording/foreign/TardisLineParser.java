package io.hayate.recording.foreign;

import io.hayate.recording.foreign.ForeignLine.Kind;
import io.hayate.recording.line.LineReader;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Raw data of tardis.dev: the time at which its machine had the frame, a blank, the frame. An empty line is
 * a lost connection.
 *
 * <pre>
 * 2019-06-01T00:00:04.0870000Z [17470,[7616.5,31.8,...]]
 * {"localTimestamp":"2019-06-01T00:00:04.087Z","message":[17470,[7616.5,31.8,...]]}
 * </pre>
 *
 * <p>The second form is that of tardis-machine. The last of seven decimals are tenths of a microsecond. Allocates once a day of the data.
 */
public final class TardisLineParser implements ForeignLineParser {
    private static final String RULE =
            "must be a time such as 2019-06-01T00:00:04.0870000Z, a blank and a frame";
    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
    private static final int DATE_CHARS = 10;
    private static final long SECOND_NS = 1_000_000_000L;

    private static final byte[] BLANK = {' '};
    private static final byte[] MACHINE = Bytes.ascii("{\"localTimestamp\":\"");
    private static final byte[] MESSAGE = Bytes.ascii("\",\"message\":");

    private final byte[] date = new byte[DATE_CHARS];
    private long dateNs;

    private int next;
    private long timeNs;

    /** True when a text begins as such a line does, its empty lines aside. */
    public static boolean begins(byte[] bytes, int length) {
        return matches(bytes, 0, length) || Bytes.startsWith(bytes, 0, length, MACHINE);
    }

    private static boolean matches(byte[] bytes, int from, int end) {
        if (end - from <= PATTERN.length()) {
            return false;
        }
        for (int i = 0; i < PATTERN.length(); i++) {
            char due = PATTERN.charAt(i);
            byte is = bytes[from + i];
            if (due == 'd' ? !Bytes.isDigit(is) : is != due) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String parse(LineReader line, ForeignLine to) {
        byte[] bytes = line.bytes();
        int from = line.offset();
        int end = Bytes.trimmedEnd(bytes, from, from + line.length());
        if (from == end) {
            to.set(Kind.DISCONNECT);
            return null;
        }
        if (Bytes.startsWith(bytes, from, end, MACHINE) && bytes[end - 1] == '}') {
            from += MACHINE.length;
            end--;
        }
        if (!matches(bytes, from, end) || !time(bytes, from, end)) {
            return RULE;
        }
        to.set(Kind.IN).timeNs(timeNs).text(line.buffer(), next, end - next);
        return null;
    }

    private boolean time(byte[] bytes, int from, int end) {
        int at = from + PATTERN.length();
        long fraction = 0;
        if (bytes[at] == '.') {
            int digits = at + 1;
            at = Bytes.skipDigits(bytes, digits, end);
            fraction = Bytes.nanos(bytes, digits, at);
        }
        byte[] then = from > 0 && bytes[from - 1] == '"' ? MESSAGE : BLANK;
        if (bytes[at] != 'Z'
                || !Bytes.startsWith(bytes, at + 1, end, then)
                || !setDate(bytes, from)) {
            return false;
        }
        long hours = Bytes.number(bytes, from + 11, from + 13);
        long minutes = Bytes.number(bytes, from + 14, from + 16);
        long seconds = Bytes.number(bytes, from + 17, from + 19);
        timeNs = dateNs + ((hours * 60 + minutes) * 60 + seconds) * SECOND_NS + fraction;
        next = at + 1 + then.length;
        return hours < 24 && minutes < 60 && seconds < 61;
    }

    private boolean setDate(byte[] bytes, int from) {
        if (Bytes.startsWith(bytes, from, from + DATE_CHARS, date)) {
            return true;
        }
        int year = (int) Bytes.number(bytes, from, from + 4);
        int month = (int) Bytes.number(bytes, from + 5, from + 7);
        int day = (int) Bytes.number(bytes, from + 8, from + DATE_CHARS);
        try {
            dateNs = LocalDate.of(year, month, day).toEpochDay() * 24 * 60 * 60 * SECOND_NS;
        } catch (DateTimeException e) {
            return false;
        }
        System.arraycopy(bytes, from, date, 0, DATE_CHARS);
        return year < 2200; // what ns in 64 bits can tell
    }
}

package io.hayate.recording.foreign;

import io.hayate.recording.foreign.ForeignLine.Kind;
import io.hayate.recording.line.LineReader;

/**
 * Raw data as cryptofeed's AsyncFileCallback wrote it until 2026: seconds since 1970, a colon, the
 * frame; what was sent, connects and REST have the address before that.
 *
 * <pre>
 * configuration: {"ticker":["BTC-USD"]}
 * https://api-pub.bitfinex.com/v2/conf/... -> 1618677543.1974761: [["BTCUSD",...]]
 * wss://api.bitfinex.com/ws/2 <-> 1618677543.367689
 * wss://api.bitfinex.com/ws/2 <- 1618677543.829587: {"event":"conf","flags":65536}
 * 1618677543.83163: {"event":"info","version":2,...}
 * </pre>
 */
public final class CryptofeedLineParser implements ForeignLineParser {
    private static final String RULE =
            "must be SECONDS: FRAME, or ADDRESS and <->, <- or -> before that";
    private static final byte[] CONFIGURATION = Bytes.ascii("configuration: ");
    private static final byte[] CONNECT = Bytes.ascii(" <-> ");
    private static final byte[] SENT = Bytes.ascii(" <- ");
    private static final byte[] ANSWERED = Bytes.ascii(" -> ");
    private static final byte[][] ADDRESSES = {
        Bytes.ascii("wss://"), Bytes.ascii("ws://"), Bytes.ascii("https://"), Bytes.ascii("http://")
    };
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int SECOND_DIGITS_MAX = 10;

    private LineReader line;
    private byte[] bytes;
    private int end;
    private int at;
    private long timeNs;

    /** True when a text begins as such a line does. */
    public static boolean begins(byte[] bytes, int length) {
        if (Bytes.startsWith(bytes, 0, length, CONFIGURATION) || isAddress(bytes, 0, length)) {
            return true;
        }
        int digits = Bytes.skipDigits(bytes, 0, length);
        if (digits > 0 && digits < length && bytes[digits] == '.') {
            digits = Bytes.skipDigits(bytes, digits + 1, length);
        }
        return digits > 0
                && digits + 1 < length
                && bytes[digits] == ':'
                && bytes[digits + 1] == ' ';
    }

    private static boolean isAddress(byte[] bytes, int from, int end) {
        for (byte[] each : ADDRESSES) {
            if (Bytes.startsWith(bytes, from, end, each)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String parse(LineReader of, ForeignLine to) {
        line = of;
        bytes = of.bytes();
        at = of.offset();
        end = Bytes.trimmedEnd(bytes, at, at + of.length());
        if (at == end || Bytes.startsWith(bytes, at, end, CONFIGURATION)) {
            to.set(Kind.NOTHING);
            return null;
        }
        return isAddress(bytes, at, end) ? addressed(to) : frame(Kind.IN, to);
    }

    private String addressed(ForeignLine to) {
        int blank = Bytes.indexOf(bytes, at, end, new byte[] {' '});
        int from = blank < 0 ? end : blank;
        if (Bytes.startsWith(bytes, from, end, CONNECT)) {
            at = from + CONNECT.length;
            boolean whole = seconds() && at == end;
            to.set(Kind.CONNECT).timeNs(timeNs);
            return whole ? null : RULE;
        }
        at = from + SENT.length;
        if (Bytes.startsWith(bytes, from, end, SENT)) {
            return frame(Kind.OUT, to);
        }
        return Bytes.startsWith(bytes, from, end, ANSWERED) ? frame(Kind.REST, to) : RULE;
    }

    private String frame(Kind kind, ForeignLine to) {
        if (!seconds() || end - at < 2 || bytes[at] != ':' || bytes[at + 1] != ' ') {
            return RULE;
        }
        at += 2;
        to.set(kind).timeNs(timeNs).text(line.buffer(), at, end - at);
        return null;
    }

    private boolean seconds() {
        int from = at;
        at = Bytes.skipDigits(bytes, from, end);
        if (at == from || at - from > SECOND_DIGITS_MAX) {
            return false;
        }
        timeNs = Bytes.number(bytes, from, at) * SECOND_NS;
        if (at < end && bytes[at] == '.') {
            int digits = at + 1;
            at = Bytes.skipDigits(bytes, digits, end);
            timeNs += Bytes.nanos(bytes, digits, at);
        }
        return timeNs >= 0;
    }
}

package io.hayate.latency;

import java.nio.charset.StandardCharsets;

/**
 * Finds what an answer needs in the text of an order, wherever it stands.
 *
 * <pre>[0,"on",null,{"cid":12345,"type":"EXCHANGE MARKET","symbol":"tBTCUSD","amount":"-0.01"}]</pre>
 *
 * <p>Allocates nothing. Holds until the next text.
 */
final class OrderText {
    private static final byte[] ORDER = ascii("\"on\"");
    private static final byte[] CLIENT_ORDER_ID = ascii("\"cid\"");
    private static final byte[] SYMBOL = ascii("\"symbol\"");
    private static final byte[] AMOUNT = ascii("\"amount\"");

    private byte[] text;
    private int length;
    private long clientOrderId;
    private int symbolAt;
    private int symbolEnd;
    private int amountAt;
    private int amountEnd;

    /** Reads a text; false if it is no order. */
    boolean read(byte[] given, int bytes) {
        text = given;
        length = bytes;
        if (find(ORDER) < 0) {
            return false;
        }
        int id = valueAt(CLIENT_ORDER_ID);
        clientOrderId = number(id);
        symbolAt = valueAt(SYMBOL);
        symbolEnd = valueEnd(symbolAt);
        amountAt = valueAt(AMOUNT);
        amountEnd = valueEnd(amountAt);
        return true;
    }

    private int find(byte[] pattern) {
        for (int at = 0; at + pattern.length <= length; at++) {
            if (isAt(at, pattern)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int at, byte[] pattern) {
        for (int i = 0; i < pattern.length; i++) {
            if (text[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the value of a key begins, behind its quote if it has one; the end without the key. */
    private int valueAt(byte[] key) {
        int at = find(key);
        if (at < 0) {
            return length;
        }
        at += key.length;
        while (at < length && (text[at] == ' ' || text[at] == ':' || text[at] == '"')) {
            at++;
        }
        return at;
    }

    private int valueEnd(int begin) {
        int end = begin;
        while (end < length && text[end] != '"' && text[end] != ',' && text[end] != '}') {
            end++;
        }
        return end;
    }

    private long number(int begin) {
        long value = 0;
        for (int i = begin; i < length && text[i] >= '0' && text[i] <= '9'; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    /** 0 if the order has none. */
    long clientOrderId() {
        return clientOrderId;
    }

    void addSymbol(AsciiText out) {
        out.add(text, symbolAt, symbolEnd - symbolAt);
    }

    void addAmount(AsciiText out) {
        out.add(text, amountAt, amountEnd - amountAt);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package io.hayate.venue.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Writes the few forms of ASN.1 that a certificate is made of, as DER. */
final class Der {
    static final byte[] TRUE = {1, 1, (byte) 0xFF};

    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OCTETS = 0x04;
    private static final int OBJECT = 0x06;
    private static final int TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int IMPLICIT = 0x80;
    private static final int EXPLICIT = 0xA0;
    private static final int SHORT_MAX = 127;
    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    /** These values one after the other. */
    static byte[] sequence(byte[]... values) {
        return tagged(SEQUENCE, join(values));
    }

    /** A whole number. */
    static byte[] integer(byte[] twosComplement) {
        return tagged(INTEGER, twosComplement);
    }

    /** Whole bytes of bits. */
    static byte[] bits(byte[] bytes) {
        return tagged(BITS, join(new byte[] {0}, bytes));
    }

    /** The first bits of one byte. */
    static byte[] flags(int unused, int bits) {
        return tagged(BITS, new byte[] {(byte) unused, (byte) bits});
    }

    static byte[] octets(byte[] bytes) {
        return tagged(OCTETS, bytes);
    }

    /** An object's name, as the bytes of its numbers in hexadecimal digits. */
    static byte[] object(String hex) {
        return tagged(OBJECT, HexFormat.of().parseHex(hex));
    }

    /** A second before the year 2050. */
    static byte[] time(Instant time) {
        return tagged(TIME, TIMES.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    /** A value with a number in front of it. */
    static byte[] explicit(int number, byte[] value) {
        return tagged(EXPLICIT | number, value);
    }

    /** A value that has a number in place of its kind. */
    static byte[] implicit(int number, byte[] content) {
        return tagged(IMPLICIT | number, content);
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length > 0xFF) {
            out.write(0x82);
            out.write(length >>> 8);
        } else if (length > SHORT_MAX) {
            out.write(0x81);
        }
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] value : values) {
            out.writeBytes(value);
        }
        return out.toByteArray();
    }
}

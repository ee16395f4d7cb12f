package io.hayate.market;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The text that a checksum is made of. Allocates: to be replaced. */
final class ChecksumText {
    private static final double PLAIN_MIN = 1e-6;

    private final StringBuilder text = new StringBuilder();
    private final CRC32 crc = new CRC32();

    void clear() {
        text.setLength(0);
    }

    void add(double price, double signedAmount) {
        part(number(price));
        part(number(signedAmount));
    }

    void addOrder(long orderId, double signedAmount) {
        part(Long.toString(orderId));
        part(number(signedAmount));
    }

    private void part(String part) {
        text.append(text.isEmpty() ? "" : ":").append(part);
    }

    private static String number(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (Math.abs(value) >= PLAIN_MIN) {
            return decimal.toPlainString();
        }
        int exponent = decimal.precision() - decimal.scale() - 1;
        return decimal.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    int value() {
        crc.reset();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }
}

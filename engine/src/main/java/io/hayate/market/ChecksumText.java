package io.hayate.market;

import io.hayate.number.NumberText;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The text that the venue's book checksum is taken of, and the checksum: key and amount of the best
 * 25 levels a side, as the venue writes numbers, joined by colons.
 *
 * <pre>6000:1:6100:-3:5900:2:6200:-4   is   1756193398</pre>
 *
 * <p>The caller adds the levels in the venue's order: best bid, best ask, second bid, second ask and
 * so on, a side that has ended left out. The key is the price of a P book and the order's id of an
 * R0 book, whose orders at one price go by rising id. Amounts have the wire's sign: asks are
 * negative.
 *
 * <p>The thread that keeps the book. Reusable; allocates nothing.
 */
public final class ChecksumText {
    /** Levels that one checksum covers: 25 a side. */
    public static final int LEVELS_MAX = 50;

    private static final int LEVEL_BYTES_MAX = 2 * (NumberText.LENGTH_MAX + 1);

    private final byte[] text = new byte[LEVELS_MAX * LEVEL_BYTES_MAX];
    private final CRC32 crc = new CRC32();
    private int length;
    private int levels;

    /** Makes the tables for writing numbers, too: the first checksum would wait 10 ms for them. */
    public ChecksumText() {
        length = NumberText.write(Math.PI, text, 0); // of more digits than the fast path takes
        clear();
    }

    /** Starts the next text. */
    public void clear() {
        length = 0;
        levels = 0;
    }

    /**
     * Adds a level of a P book. What is no number leaves its place empty, so that no checksum fits.
     *
     * @throws IllegalStateException if there are 50 levels already
     */
    public void add(double price, double signedAmount) {
        beginLevel();
        length += NumberText.write(price, text, length);
        addAmount(signedAmount);
    }

    /**
     * Adds an order of an R0 book.
     *
     * @throws IllegalStateException if there are 50 orders already
     */
    public void addOrder(long orderId, double signedAmount) {
        beginLevel();
        length += NumberText.write(orderId, text, length);
        addAmount(signedAmount);
    }

    private void beginLevel() {
        if (levels == LEVELS_MAX) {
            throw new IllegalStateException("a checksum covers " + LEVELS_MAX + " levels");
        }
        if (levels++ > 0) {
            text[length++] = ':';
        }
    }

    private void addAmount(double signedAmount) {
        text[length++] = ':';
        length += NumberText.write(signedAmount, text, length);
    }

    /** The checksum as the venue sends it: CRC-32 as a signed int; 0 of an empty book. */
    public int value() {
        crc.reset();
        crc.update(text, 0, length);
        return (int) crc.getValue();
    }

    /** The text itself, for messages and tests; allocates. */
    @Override
    public String toString() {
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }
}

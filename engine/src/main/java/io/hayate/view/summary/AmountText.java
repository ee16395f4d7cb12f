package io.hayate.view.summary;

import io.hayate.number.Decimals;
import java.nio.charset.StandardCharsets;

/** Exact amounts as text for a person. */
public final class AmountText {
    private static final int LENGTH_MAX = 24;

    private AmountText() {}

    /** The amount of so many units of 1e-8, in plain decimals. */
    public static String text(long units) {
        byte[] text = new byte[LENGTH_MAX];
        int length = Decimals.writePlain(units, text, 0);
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }
}

package io.hayate.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;

/** Numbers of every form, made up, appended to a text. */
final class GeneratedJsonNumbers {
    private static final int DIGITS_MAX = 20;

    private final Random random;
    private final StringBuilder text;

    GeneratedJsonNumbers(Random random, StringBuilder text) {
        this.random = random;
        this.text = text;
    }

    void integer() {
        digits(random.nextInt(16) == 0 ? DIGITS_MAX : 8, false);
    }

    /** As many digits as the scanner reads, at most. */
    void plainNumber() {
        text.append(random.nextInt(4) == 0 ? "-" : "");
        digits(7, false);
        if (random.nextInt(3) > 0) {
            text.append('.');
            digits(8, true);
        }
    }

    void number() {
        switch (random.nextInt(13)) {
            case 0 -> text.append("null");
            case 1 -> text.append("-0");
            case 2 -> text.append(random.nextBoolean() ? "1e400" : "-1e-7");
            case 3 -> text.append(random.nextDouble() * 1e-6);
            case 4 -> text.append(random.nextGaussian() * Math.pow(10, random.nextInt(-320, 300)));
            case 5 -> text.append(random.nextLong());
            case 6 -> text.append("9".repeat(random.nextInt(400)));
            case 7 -> text.append("0.").append("1234567890".repeat(random.nextInt(40)));
            case 8 -> text.append(random.nextBoolean() ? "[1,2]" : "\"5\"");
            case 9 -> exponent();
            case 10 -> text.append(midpoint());
            default -> longNumber();
        }
    }

    /** Between two doubles, or a little beside: the hardest to read. */
    private BigDecimal midpoint() {
        double value = random.nextDouble() * Math.pow(10, random.nextInt(-20, 25));
        BigDecimal sum = new BigDecimal(value).add(new BigDecimal(Math.nextUp(value)));
        return sum.divide(BigDecimal.valueOf(2))
                .round(new MathContext(random.nextInt(15, 90)))
                .stripTrailingZeros();
    }

    private void exponent() {
        plainNumber();
        text.append(random.nextBoolean() ? "e" : "E+").append(random.nextInt(330));
    }

    private void longNumber() {
        text.append(random.nextBoolean() ? "-" : "");
        digits(DIGITS_MAX, random.nextInt(8) == 0);
        text.append('.');
        digits(DIGITS_MAX, true);
    }

    void digits(int most, boolean zeroFirst) {
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            boolean zero = i > 0 || zeroFirst || count == 1;
            text.append((char) (zero ? '0' + random.nextInt(10) : '1' + random.nextInt(9)));
        }
    }
}

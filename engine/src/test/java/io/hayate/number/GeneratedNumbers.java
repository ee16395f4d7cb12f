package io.hayate.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;

/** Numbers for tests, the same for the same seed: every bit pattern, and those that come up. */
public final class GeneratedNumbers {
    /** How many a test tries; more in the long check. */
    public static final int COUNT = Integer.getInteger("hayate.test.numbers", 200_000);

    private static final int DIGITS_MAX = 17;
    private static final int TEXT_DIGITS_MAX = 25;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Random random;

    public GeneratedNumbers(long seed) {
        random = new Random(seed);
    }

    /** The next finite double. */
    public double next() {
        double value = candidate();
        while (!Double.isFinite(value)) {
            value = candidate();
        }
        return value;
    }

    private double candidate() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> Double.longBitsToDouble(random.nextLong());
            case 2 -> decimal(random.nextInt(-345, 310)).doubleValue();
            case 3 -> decimal(random.nextInt(-26, 8)).doubleValue();
            case 4 -> near(Math.scalb(1.0, random.nextInt(-1074, 1024)));
            case 5 -> near(new BigDecimal(BigInteger.ONE, random.nextInt(-308, 324)).doubleValue());
            case 6 -> Double.longBitsToDouble(random.nextLong() >>> random.nextInt(12, 64));
            case 7 -> random.nextInt(10_000_000) / Math.pow(10, random.nextInt(9)); // a price
            case 8 -> (random.nextLong() >> random.nextInt(10, 40)) / 1e8; // an amount
            default -> random.nextInt(1_000_000) / 1e5 * 0.1 + random.nextDouble(); // float noise
        };
    }

    private BigDecimal decimal(int exponent) {
        return new BigDecimal(new BigInteger(digits(DIGITS_MAX)), -exponent);
    }

    private String digits(int max) {
        StringBuilder digits = new StringBuilder();
        for (int i = random.nextInt(max); i >= 0; i--) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private double near(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) + random.nextInt(-3, 4));
    }

    /** The next number as JSON of any form, up to 25 digits, that a double can hold. */
    public String nextText() {
        String sign = random.nextBoolean() ? "-" : "";
        BigInteger whole = new BigInteger(digits(TEXT_DIGITS_MAX));
        return switch (random.nextInt(4)) {
            case 0 -> sign + whole;
            case 1 -> sign + new BigDecimal(whole, random.nextInt(30)).toPlainString();
            case 2 -> sign + new BigDecimal(whole, random.nextInt(-260, 340));
            default -> sign + whole + 'e' + random.nextInt(-350, 280);
        };
    }

    /**
     * The next decimal on the midpoint between two doubles, next to it by one in its last place of up
     * to 770, or cut to a few digits of it.
     */
    public BigDecimal nextMidpoint() {
        BigDecimal midpoint = midpointAbove(Math.abs(next()));
        return switch (random.nextInt(4)) {
            case 0 -> midpoint;
            case 1 -> midpoint.add(midpoint.ulp());
            case 2 -> midpoint.subtract(midpoint.ulp());
            default -> midpoint.round(new MathContext(random.nextInt(16, 60)));
        };
    }

    /** The midpoint between a double from 0 up and the next one; of the greatest that to infinity. */
    static BigDecimal midpointAbove(double value) {
        return new BigDecimal(value).add(new BigDecimal(Math.ulp(value)).multiply(HALF));
    }
}

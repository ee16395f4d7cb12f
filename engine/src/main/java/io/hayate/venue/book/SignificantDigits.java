package io.hayate.venue.book;

/** Cuts whole numbers to so many digits, down or up; remembers the last one and its step. */
public final class SignificantDigits {
    private static final int RADIX = 10;

    private final long end; // the first number with a digit too many
    private final boolean up;
    private long step = 1;
    private long low = 1; // numbers from here to below high have this step
    private long high;
    private long level; // the answer for numbers from first to below next
    private long first;
    private long next;

    /** Cuts to so many digits. */
    public SignificantDigits(int digits, boolean up) {
        this.up = up;
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= RADIX;
        }
        end = power;
        high = power;
    }

    /** The number with its later digits cut off, or, when it goes up, counted as one more. */
    public long round(long value) {
        if (value < first || value >= next) {
            move(value);
        }
        return level;
    }

    /** Comes to the level of this number: most often one of the two beside the last. */
    private void move(long value) {
        boolean whole = next - first == step; // else it is cut off where the step changes
        if (whole && value >= next && value - next < step && next + step <= high) {
            moveBy(step);
        } else if (whole && value < first && first - value <= step && first - step >= low) {
            moveBy(-step);
        } else {
            level = cut(value);
            first = up ? Math.max(level - step + 1, low) : level; // below low the step is another
            next = up ? level + 1 : level + step;
        }
    }

    private void moveBy(long distance) {
        level += distance;
        first += distance;
        next += distance;
    }

    private long cut(long value) {
        if (value < low || value >= high) {
            findStep(value);
        }
        long rest = value % step;
        return rest == 0 ? value : up ? value - rest + step : value - rest;
    }

    private void findStep(long value) {
        step = 1;
        while (value / step >= end) {
            step *= RADIX;
        }
        low = step == 1 ? 1 : end / RADIX * step;
        high = step > Long.MAX_VALUE / end ? Long.MAX_VALUE : end * step;
    }
}

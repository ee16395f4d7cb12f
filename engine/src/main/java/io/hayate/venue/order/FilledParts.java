package io.hayate.venue.order;

import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** What is left of an order and what was executed of it. Amounts are units of 1e-8, positive. */
public final class FilledParts {
    private static final int TOLD_MAX = 25;

    private final int sign;
    private Deque<Part> told; // newest first; null before the first
    private long remainingUnits;
    private long filledUnits;
    private BigDecimal cost = BigDecimal.ZERO;

    /** One of them. */
    private record Part(long units, BigDecimal price) {}

    /**
     * Nothing is filled.
     *
     * @param sign 1 for a buy, -1 for a sell
     */
    public FilledParts(int sign, long units) {
        this.sign = sign;
        remainingUnits = units;
    }

    /** What is left, in units of 1e-8. */
    public long remainingUnits() {
        return remainingUnits;
    }

    /** What is left is another amount from now on. */
    public void remainingUnits(long units) {
        remainingUnits = units;
    }

    /** The amount that was asked for: what is filled and what is left. */
    public long originalUnits() {
        return filledUnits + remainingUnits;
    }

    /** True once anything was executed. */
    public boolean hasBegun() {
        return filledUnits > 0;
    }

    /** So much was executed at this price, which came to this cost. */
    void add(long units, BigDecimal price, BigDecimal costOfPart) {
        remainingUnits -= units;
        filledUnits += units;
        cost = cost.add(costOfPart);
        if (told == null) {
            told = new ArrayDeque<>(2);
        }
        told.addFirst(new Part(units, price));
        if (told.size() > TOLD_MAX) {
            told.removeLast();
        }
    }

    /** As statuses tell it: {@code @ 113940.0(-0.0001)}. */
    private String text(Part part) {
        String amount = Amounts.plain(Amounts.ofUnits(part.units() * sign));
        return "@ " + Amounts.withPoint(part.price()) + "(" + amount + ")";
    }

    /** The mean price of what is filled; 0 before the first fill. */
    public BigDecimal averagePrice() {
        return filledUnits == 0
                ? BigDecimal.ZERO
                : cost.divide(Amounts.ofUnits(filledUnits), MathContext.DECIMAL64);
    }

    /** {@code EXECUTED @ 113940.0(-0.1): was PARTIALLY FILLED @ ..}. */
    public String executedText(String separator) {
        Iterator<Part> parts = told.iterator();
        String last = "EXECUTED " + text(parts.next());
        return parts.hasNext() ? last + separator + partial(parts) : last;
    }

    /** {@code PARTIALLY FILLED @ 113940.0(-0.1), PARTIALLY FILLED @ ..}; nothing before a fill. */
    public String partialText() {
        return told == null ? "" : partial(told.iterator());
    }

    private String partial(Iterator<Part> parts) {
        StringBuilder text = new StringBuilder();
        while (parts.hasNext()) {
            text.append(text.length() == 0 ? "" : ", ").append("PARTIALLY FILLED ");
            text.append(text(parts.next()));
        }
        return text.toString();
    }
}

package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An order that the venue took: what was asked, and what has become of it. */
final class VenueOrder {
    static final String EXECUTED = "EXECUTED";
    static final String CANCELED = "CANCELED";

    private static final int FILLS_TOLD_MAX = 25;

    private final long id;
    private final long clientOrderId;
    private final OrderRequest request;
    private final VenueAccount account;
    private final long connection;
    private final BigDecimal price;
    private final long priceUnits;
    private final long createdMs;
    private final Deque<String> fillTexts = new ArrayDeque<>(); // newest first
    private long updatedMs;
    private long remainingUnits;
    private BigDecimal cost = BigDecimal.ZERO;
    private String ending;
    private BookOrder bookOrder; // while it rests

    /**
     * An order of which nothing is filled.
     *
     * @param connection the number of the one that sent it: orders outlive connections
     * @param price its limit, or for a market order the price at entry
     */
    VenueOrder(
            long id,
            OrderRequest request,
            VenueAccount account,
            long connection,
            BigDecimal price,
            long timeMs) {
        this.id = id;
        this.request = request;
        this.account = account;
        this.connection = connection;
        this.price = price;
        priceUnits = request.market().unitsOf(price);
        clientOrderId = request.hasClientOrderId() ? request.clientOrderId() : timeMs;
        createdMs = timeMs;
        updatedMs = timeMs;
        remainingUnits = request.units();
    }

    long id() {
        return id;
    }

    long clientOrderId() {
        return clientOrderId;
    }

    /** The client's group, or null. */
    BigDecimal groupId() {
        return request.groupId();
    }

    OrderRequest request() {
        return request;
    }

    /** The number of the connection that sent it. */
    long connection() {
        return connection;
    }

    VenueAccount account() {
        return account;
    }

    Market market() {
        return request.market();
    }

    String symbol() {
        return market().instrument().symbol();
    }

    Side side() {
        return request.side();
    }

    BigDecimal price() {
        return price;
    }

    long createdMs() {
        return createdMs;
    }

    /** The UTC day by which its client may cancel it. */
    LocalDate createdDay() {
        return LocalDate.ofInstant(Instant.ofEpochMilli(createdMs), ZoneOffset.UTC);
    }

    long updatedMs() {
        return updatedMs;
    }

    long remainingUnits() {
        return remainingUnits;
    }

    boolean isFilled() {
        return remainingUnits == 0;
    }

    /** Its place in the book while it rests. */
    BookOrder bookOrder() {
        return bookOrder;
    }

    void bookOrder(BookOrder order) {
        bookOrder = order;
    }

    /** True when this order would trade at this price, in units of the book. */
    boolean accepts(long offered) {
        return request.isMarket()
                || (side() == Side.BUY ? offered <= priceUnits() : offered >= priceUnits());
    }

    /** Its price in units of the book. */
    long priceUnits() {
        return priceUnits;
    }

    /** The mean price of what is filled; 0 before the first fill. */
    BigDecimal averagePrice() {
        long filledUnits = request.units() - remainingUnits;
        return filledUnits == 0
                ? BigDecimal.ZERO
                : cost.divide(Amounts.ofUnits(filledUnits), MathContext.DECIMAL64);
    }

    /** What this order holds back while it rests: quote for a buy, base for a sell. */
    BigDecimal held() {
        BigDecimal remaining = Amounts.ofUnits(remainingUnits);
        return side() == Side.BUY ? remaining.multiply(price) : remaining;
    }

    /** So many units of it were executed at this price. */
    void onFill(long units, BigDecimal at, long timeMs) {
        remainingUnits -= units;
        cost = cost.add(at.multiply(Amounts.ofUnits(units)));
        updatedMs = timeMs;
        fillTexts.addFirst(fillText(units, at));
        if (fillTexts.size() > FILLS_TOLD_MAX) {
            fillTexts.removeLast();
        }
        if (remainingUnits == 0) {
            ending = EXECUTED;
        }
    }

    /** As statuses tell it: {@code @ 113940.0(-0.0001)}. */
    private String fillText(long units, BigDecimal at) {
        BigDecimal signed = Amounts.ofUnits(units * side().sign());
        return "@ " + Amounts.withPoint(at) + "(" + Amounts.plain(signed) + ")";
    }

    /** Ends this order with a word such as {@code CANCELED}. */
    void end(String word, long timeMs) {
        ending = word;
        updatedMs = timeMs;
    }

    /** {@code ACTIVE}, {@code EXECUTED @ 113940.0(-0.1)}, {@code CANCELED was: ..} and so on. */
    String status() {
        if (ending == null) {
            return fillTexts.isEmpty() ? "ACTIVE" : partial(fillTexts.iterator());
        }
        Iterator<String> fills = fillTexts.iterator();
        if (ending.equals(EXECUTED)) {
            String last = EXECUTED + " " + fills.next();
            return fills.hasNext() ? last + ": was " + partial(fills) : last;
        }
        return fills.hasNext() ? ending + " was: " + partial(fills) : ending;
    }

    private static String partial(Iterator<String> fills) {
        Iterable<String> rest = () -> fills;
        return StreamSupport.stream(rest.spliterator(), false)
                .map(fill -> "PARTIALLY FILLED " + fill)
                .collect(Collectors.joining(", "));
    }
}

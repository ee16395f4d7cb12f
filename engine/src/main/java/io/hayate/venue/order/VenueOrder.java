package io.hayate.venue.order;

import io.hayate.model.Side;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** An order that the venue took: what was asked, and what has become of it. */
public final class VenueOrder {
    /** How an order ends that was filled. */
    public static final String EXECUTED = "EXECUTED";

    /** How an order ends that was canceled. */
    public static final String CANCELED = "CANCELED";

    private static final String CLOSING_NOTE = " (note:POSCLOSE)";
    private static final String BEFORE = " was: ";
    private static final String BEFORE_EXECUTED = ": was ";

    private final long id;
    private final Market market;
    private final VenueOrderType type;
    private final Side side;
    private final long createdMs;
    private final FilledParts parts;
    private VenueOrderOrigin origin;
    private OrderTerms terms;
    private long updatedMs;
    private boolean updated;
    private boolean triggered;
    private String ending; // null while it is open
    private BookOrder bookOrder; // while it lies in the book
    private VenueOrder partner; // of an OCO pair, else null
    private BigDecimal held = BigDecimal.ZERO;

    /** An order of which nothing is filled. */
    public VenueOrder(
            long id,
            VenueOrderOrigin origin,
            OrderRequest.Contract contract,
            OrderTerms terms,
            long units,
            long timeMs) {
        this.id = id;
        this.origin = origin;
        market = contract.market();
        type = contract.type();
        side = contract.side();
        this.terms = terms;
        parts = new FilledParts(side.sign(), units);
        createdMs = timeMs;
        updatedMs = timeMs;
    }

    /** The venue's id of it. */
    public long id() {
        return id;
    }

    /** Where it comes from. */
    public VenueOrderOrigin origin() {
        return origin;
    }

    /** Whose it is. */
    public VenueAccount account() {
        return origin.account();
    }

    /** Where it trades. */
    public Market market() {
        return market;
    }

    /** The symbol of its market. */
    public String symbol() {
        return market.instrument().symbol();
    }

    /** How it trades, and on which wallet. */
    public VenueOrderType type() {
        return type;
    }

    /** How it trades. */
    public OrderKind kind() {
        return type.kind();
    }

    /** Which side it is on. */
    public Side side() {
        return side;
    }

    /** What an update may change of it. */
    public OrderTerms terms() {
        return terms;
    }

    /** What is left and what is filled of it. */
    public FilledParts parts() {
        return parts;
    }

    /** Since 1970, when it came. */
    public long createdMs() {
        return createdMs;
    }

    /** The UTC day by which its client may cancel it. */
    public LocalDate createdDay() {
        return LocalDate.ofInstant(Instant.ofEpochMilli(createdMs), ZoneOffset.UTC);
    }

    /** Since 1970, when it changed last. */
    public long updatedMs() {
        return updatedMs;
    }

    /** What is left, in units of 1e-8, positive. */
    public long remainingUnits() {
        return parts.remainingUnits();
    }

    /** True once nothing is left of it. */
    public boolean isFilled() {
        return parts.remainingUnits() == 0;
    }

    /** True until it has ended. */
    public boolean isOpen() {
        return ending == null;
    }

    /** True while it waits unseen for its price. */
    public boolean isWaiting() {
        return isOpen() && kind().waits() && !triggered;
    }

    /** Its price was reached: from now on it trades. */
    public void trigger(long timeMs) {
        triggered = true;
        updatedMs = timeMs;
    }

    /** Its type before the last update, or null. */
    public String typeBefore() {
        return updated ? type.word() : null;
    }

    /** Its place in the book while it lies there. */
    public BookOrder bookOrder() {
        return bookOrder;
    }

    /** It lies there from now on; null for nowhere. */
    public void bookOrder(BookOrder order) {
        bookOrder = order;
    }

    /** The other order of an OCO pair, or null. */
    public VenueOrder partner() {
        return partner;
    }

    /** It forms a pair with this one; null for none. */
    public void partner(VenueOrder order) {
        partner = order;
    }

    /** What it holds back of the wallet that pays. */
    public BigDecimal held() {
        return held;
    }

    /** It holds so much back from now on. */
    public void held(BigDecimal amount) {
        held = amount;
    }

    /** The price beyond which it does not trade; null for none. */
    public BigDecimal limit() {
        if (kind().takesAtAnyPrice()) {
            return null;
        }
        return kind() == OrderKind.STOP_LIMIT ? terms.auxLimit() : terms.price();
    }

    /** What this order has to hold back for its account while it is open. */
    public BigDecimal toHold() {
        if (!type.exchange() || !isOpen() || origin.placedBy() != 0) {
            return BigDecimal.ZERO; // a position is held otherwise; an OCO pair once
        }
        BigDecimal remaining = Amounts.ofUnits(parts.remainingUnits());
        return side == Side.BUY ? remaining.multiply(mostPaid(kind(), terms)) : remaining;
    }

    /** The most that a buy of such terms may pay for one. */
    public static BigDecimal mostPaid(OrderKind kind, OrderTerms terms) {
        if (kind == OrderKind.STOP_LIMIT) {
            return terms.auxLimit();
        }
        BigDecimal stop = terms.ocoStop();
        return stop == null ? terms.price() : terms.price().max(stop);
    }

    /** So much of it was executed. */
    public void onFill(FillMoney money, long timeMs) {
        parts.add(money.units(), money.price(), money.cost());
        updatedMs = timeMs;
        if (isFilled()) {
            ending = EXECUTED;
        }
    }

    /** It has other terms from now on, and so much is left of it. */
    public void update(OrderTerms newTerms, long remainingUnits, BigDecimal groupId, long timeMs) {
        origin = origin.withGroup(groupId);
        parts.remainingUnits(remainingUnits);
        reprice(newTerms, timeMs);
    }

    /** It has other terms from now on. */
    public void reprice(OrderTerms newTerms, long timeMs) {
        terms = newTerms;
        updatedMs = timeMs;
        updated = true;
    }

    /** Ends this order with a word such as {@code CANCELED}. */
    public void end(String word, long timeMs) {
        ending = word;
        updatedMs = timeMs;
    }

    /** {@code ACTIVE}, {@code EXECUTED @ 113940.0(-0.1)}, {@code CANCELED was: ..} and so on. */
    public String status() {
        if (ending == null) {
            String note = terms.flags().isClose() ? CLOSING_NOTE : "";
            return parts.hasBegun() ? parts.partialText() : "ACTIVE" + note;
        } else if (ending.equals(EXECUTED)) {
            return parts.executedText(BEFORE_EXECUTED);
        }
        return parts.hasBegun() ? ending + BEFORE + parts.partialText() : ending;
    }
}

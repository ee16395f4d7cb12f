package io.hayate.venue.matching;

import io.hayate.model.Side;
import io.hayate.venue.account.Membership;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueIds;
import io.hayate.venue.book.BookOrder;
import io.hayate.venue.book.LimitBook;
import io.hayate.venue.ledger.MarginPositions;
import io.hayate.venue.ledger.OpenOrders;
import io.hayate.venue.ledger.VenueHistory;
import io.hayate.venue.ledger.VenueLedger;
import io.hayate.venue.market.Market;
import io.hayate.venue.order.Fill;
import io.hayate.venue.order.FillMoney;
import io.hayate.venue.order.OrderKind;
import io.hayate.venue.order.OrderRequest;
import io.hayate.venue.order.OrderTerms;
import io.hayate.venue.order.OrderUpdate;
import io.hayate.venue.order.VenueOrder;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.agrona.concurrent.EpochClock;

/**
 * Carries clients' orders through their lives: fills them at once as takers of what lies in the book,
 * whoever it is of, or as makers when somebody takes of them; lets stops wait for their price; ends what
 * has to end.
 */
public final class MatchingEngine {
    /** A part of an order in the book that somebody took. */
    private record Taken(VenueOrder order, long tradeId, long oppositeId, long units) {}

    private static final String POST_ONLY_CANCELED = "POSTONLY CANCELED";
    private static final String FILL_OR_KILL_CANCELED = "FILLORKILL CANCELED";
    private static final String IMMEDIATE_CANCELED = "IOC CANCELED";
    private static final String NEW = "on";
    private static final String CHANGED = "ou";
    private static final String ENDED = "oc";
    private static final long NOBODY = 0;

    private final VenueIds ids;
    private final VenueOrderNews news;
    private final EpochClock clock;
    private final OpenOrders open;
    private final MarginPositions positions;
    private final VenueLedger ledger = new VenueLedger();
    private final VenueHistory history = new VenueHistory();
    private final Settlement settlement;
    private final OrderExpiries expiries;
    private final OrderMaker maker;
    private final Reductions reductions;
    private final Resting.Listener takings = this::onTaken;
    private final Deque<Taken> taken = new ArrayDeque<>(); // of orders in the book, not settled yet
    private final Deque<VenueOrder> reduced = new ArrayDeque<>(); // or enlarged: their positions
    private long takerId = NOBODY; // the client's order that takes just now

    /** An engine that keeps what is open in {@code open}. */
    public MatchingEngine(
            VenueIds ids,
            VenueOrderNews news,
            Timeline timeline,
            OpenOrders open,
            MarginPositions positions) {
        this.ids = ids;
        this.news = news;
        clock = timeline;
        this.open = open;
        this.positions = positions;
        settlement = new Settlement(positions);
        expiries = new OrderExpiries(timeline, this::cancel);
        maker = new OrderMaker(ids, timeline, positions);
        reductions = new Reductions(open, positions);
    }

    /** The orders that have not ended. */
    public OpenOrders open() {
        return open;
    }

    MarginPositions positions() {
        return positions;
    }

    VenueLedger ledger() {
        return ledger;
    }

    VenueHistory history() {
        return history;
    }

    /** Makes an order of a request that was checked; it trades only once it is submitted. */
    VenueOrder accept(OrderRequest request, Membership owner) {
        return maker.make(request, owner);
    }

    /** Lets an order trade, wait or rest, or ends it. */
    void submit(VenueOrder order) {
        news.accepted(order);
        String refusal = reductions.refusal(order);
        if (refusal != null) {
            end(order, List.of(), refusal);
        } else if (order.isWaiting()) {
            begin(order);
            settlement.settle(order, List.of(), NEW);
        } else {
            trade(order, NEW);
        }
        settle();
    }

    /** Ends an order that was accepted before it trades or rests. */
    void endAtOnce(VenueOrder order, String word) {
        news.accepted(order);
        end(order, List.of(), word);
    }

    /** Somebody takes this part of what is left of an order in the book, out of its turn. */
    void takePart(VenueOrder order, BigDecimal part) {
        BookOrder resting = order.bookOrder();
        if (resting != null) {
            Side taker = order.side() == Side.BUY ? Side.SELL : Side.BUY;
            long units = part.multiply(BigDecimal.valueOf(resting.units())).longValue();
            order.market().book().take(taker, resting, Math.max(1, units));
            settle();
        }
    }

    private void begin(VenueOrder order) {
        if (open.waiting(order.market()).isEmpty()) {
            order.market().traded().clear(); // what was before it is of no account
        }
        open.add(order);
        expiries.watch(order);
    }

    /**
     * Takes what the order may take, then lets it rest or ends it.
     *
     * @param word how it is told when it rests: {@code on} or {@code ou}
     */
    private void trade(VenueOrder order, String word) {
        news.meeting(order);
        BookTaker taker = new BookTaker(order);
        BookOrder best = order.market().book().bestFor(order.side());
        boolean crosses = best != null && taker.accepts(best.price());
        if (crosses && order.terms().flags().isPostOnly() && order.limit() != null) {
            end(order, List.of(), POST_ONLY_CANCELED);
            return;
        } else if (order.kind() == OrderKind.FOK && !taker.isWholeThere()) {
            end(order, List.of(), FILL_OR_KILL_CANCELED);
            return;
        }
        List<Fill> fills = take(order, taker);
        if (order.isFilled()) {
            close(order, fills);
        } else if (taker.stopWord() != null) {
            end(order, fills, taker.stopWord());
        } else if (order.kind() == OrderKind.IOC) {
            end(order, fills, IMMEDIATE_CANCELED);
        } else {
            rest(order, fills, word, taker.limit());
        }
    }

    private List<Fill> take(VenueOrder order, BookTaker taker) {
        List<Fill> fills = new ArrayList<>();
        Market market = order.market();
        takerId = order.id();
        taker.take(
                (tradeId, oppositeId, units, price) ->
                        fills.add(
                                fill(
                                        new Taken(order, tradeId, oppositeId, units),
                                        market.priceOfUnits(price),
                                        false)));
        takerId = NOBODY;
        return fills;
    }

    private Fill fill(Taken part, BigDecimal price, boolean maker) {
        VenueOrder order = part.order();
        long timeMs = clock.time();
        boolean shown = maker && !order.terms().flags().isHidden();
        BigDecimal rate = shown ? order.account().fees().maker() : order.account().fees().taker();
        FillMoney money = FillMoney.of(part.units(), price, rate, Fill.isChargedInBase(order));
        Fill fill = new Fill(part.tradeId(), order, part.oppositeId(), timeMs, maker, money);
        order.onFill(money, timeMs);
        open.onFilled(order, part.units());
        history.add(fill);
        if (!order.type().exchange()) {
            reduced.addLast(order);
        }
        ledger.add(fill);
        news.filled(fill);
        return fill;
    }

    private void rest(VenueOrder order, List<Fill> fills, String word, long price) {
        if (open.find(order.id()) == null) {
            begin(order);
        }
        order.bookOrder(lay(order, price));
        settlement.settle(order, fills, word);
        VenueOrder stop = order.partner();
        if (stop == null || stop.origin().placedBy() != order.id()) {
            return;
        }
        stop.parts().remainingUnits(order.remainingUnits());
        if (open.find(stop.id()) == null) {
            begin(stop);
            settlement.settle(stop, List.of(), NEW);
        }
    }

    private BookOrder lay(VenueOrder order, long price) {
        LimitBook book = order.market().book();
        long units = order.remainingUnits();
        BookOrder.Owner owner = new Resting(order, takings);
        BookOrder lying =
                order.terms().flags().isHidden()
                        ? book.addHidden(order.side(), order.id(), price, units, owner)
                        : book.add(order.side(), order.id(), price, 0, units, owner);
        news.resting(order, lying.place());
        return lying;
    }

    private void onTaken(VenueOrder order, long tradeId, long units) {
        long opposite = takerId == NOBODY ? ids.nextOrderId() : takerId;
        taken.addLast(new Taken(order, tradeId, opposite, units));
    }

    /** Settles what was taken of orders, and lets those trade whose price was reached by that. */
    public void settle() {
        do {
            settleMakers();
            endWhatWouldFlip();
        } while (trigger());
    }

    private void settleMakers() {
        while (!taken.isEmpty()) {
            Taken next = taken.removeFirst();
            VenueOrder order = next.order();
            Fill fill = fill(next, order.limit(), true);
            if (order.isFilled()) {
                close(order, List.of(fill));
            } else {
                settlement.settle(order, List.of(fill), CHANGED);
                show(order);
                shrinkStop(order);
            }
        }
    }

    /** A hidden order that asks for it is shown once somebody has taken of it. */
    private void show(VenueOrder order) {
        OrderTerms terms = order.terms();
        if (terms.flags().isHidden() && terms.meta().madeVisible() && taken.isEmpty()) {
            order.market().book().remove(order.bookOrder());
            order.reprice(terms.shown(), clock.time());
            order.bookOrder(lay(order, order.market().unitsOf(order.limit())));
            settlement.settle(order, List.of(), CHANGED);
        }
    }

    private void shrinkStop(VenueOrder order) {
        VenueOrder stop = order.partner();
        if (stop != null && stop.isWaiting()) {
            open.resize(stop, order.remainingUnits() - stop.remainingUnits());
            stop.parts().remainingUnits(order.remainingUnits());
            settlement.settle(stop, List.of(), CHANGED);
        }
    }

    /** Orders that must not turn a position over end when it has become smaller than they are. */
    private void endWhatWouldFlip() {
        while (!reduced.isEmpty()) {
            for (VenueOrder other : reductions.tooLarge(reduced.removeFirst())) {
                if (other.isOpen()) {
                    end(other, List.of(), reductions.refusalAlone(other));
                }
            }
        }
    }

    /** Lets orders trade whose price was reached, and trailing ones follow; true when any traded. */
    private boolean trigger() {
        if (open.marketsOfWaiting().isEmpty()) {
            return false;
        }
        List<VenueOrder> reached = new ArrayList<>();
        for (Market market : open.marketsOfWaiting()) {
            for (VenueOrder order : open.waiting(market)) {
                if (StopTriggers.isReached(order)) {
                    reached.add(order);
                } else {
                    follow(order);
                }
            }
            market.traded().clear();
        }
        for (VenueOrder order : reached) {
            settleMakers(); // of what the one before took
            if (order.isWaiting()) {
                trigger(order);
            }
        }
        return !reached.isEmpty();
    }

    private void follow(VenueOrder order) {
        BigDecimal price = StopTriggers.followed(order);
        if (price != null) {
            order.reprice(order.terms().withPrice(price), clock.time());
            settlement.settle(order, List.of(), CHANGED);
        }
    }

    private void trigger(VenueOrder order) {
        VenueOrder partner = order.partner();
        if (partner != null && partner.isOpen()) {
            order.partner(null);
            partner.partner(null);
            cancelAlone(partner);
        }
        order.trigger(clock.time());
        open.stopWaiting(order);
        String refusal = reductions.refusalAlone(order);
        if (refusal != null) {
            end(order, List.of(), refusal);
        } else {
            trade(order, CHANGED);
        }
    }

    /** Gives an order other terms; it keeps its place in the book when all it wants is less. */
    void update(OrderUpdate update) {
        VenueOrder order = update.order();
        long change = update.units() - order.remainingUnits();
        boolean stays = order.bookOrder() == null || update.keepsPlace();
        order.update(update.terms(), update.units(), update.groupId(), clock.time());
        open.resize(order, change);
        expiries.watch(order);
        if (!stays) {
            order.market().book().remove(order.bookOrder());
            order.bookOrder(null);
            trade(order, CHANGED);
        } else {
            if (order.bookOrder() != null && change != 0) {
                order.market().book().resize(order.bookOrder(), update.units());
            }
            settlement.settle(order, List.of(), CHANGED);
        }
        shrinkStop(order);
        settle();
    }

    /** Ends an order that is open, and the other of its pair. */
    void cancel(VenueOrder order) {
        cancelAlone(order);
        settle();
    }

    private void cancelAlone(VenueOrder order) {
        end(order, List.of(), VenueOrder.CANCELED);
    }

    /** Ends an order with a word, with these fills of it. */
    private void end(VenueOrder order, List<Fill> fills, String word) {
        order.end(word, clock.time());
        news.canceled(order, word);
        close(order, fills);
    }

    /** Takes an order that has ended out of everything, tells of it, and ends the other of its pair. */
    private void close(VenueOrder order, List<Fill> fills) {
        if (open.remove(order)) {
            expiries.forget(order);
        }
        if (order.bookOrder() != null && !order.isFilled()) {
            order.market().book().remove(order.bookOrder());
        }
        order.bookOrder(null);
        settlement.settle(order, fills, ENDED);
        history.add(order);
        VenueOrder partner = order.partner();
        if (partner != null) {
            order.partner(null);
            partner.partner(null);
            if (open.find(partner.id()) != null) {
                cancelAlone(partner);
            }
        }
    }
}

package io.hayate.venue.matching;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** A book as one writes it first: a {@code TreeMap} of queues a side. It matches, and does nothing else. */
public final class NaiveMatcher {
    private final TreeMap<BigDecimal, Deque<NaiveOrder>> bids =
            new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, Deque<NaiveOrder>> asks = new TreeMap<>();
    private final NaiveOrder[] requests = new NaiveOrder[MatchingRig.MIX];
    private final NaiveOrder[] resting = new NaiveOrder[MatchingRig.OPEN_WANTED];
    private long traded;
    private int kept;
    private int at;

    /** An order, read from the text of its numbers. */
    private static final class NaiveOrder {
        private final boolean buys;
        private final boolean rests;
        private final String priceText;
        private final String amountText;
        private BigDecimal price;
        private BigDecimal left;

        private NaiveOrder(boolean buys, boolean rests, String priceText, String amountText) {
            this.buys = buys;
            this.rests = rests;
            this.priceText = priceText;
            this.amountText = amountText;
        }

        /** The same order anew. */
        private NaiveOrder read() {
            NaiveOrder order = new NaiveOrder(buys, rests, priceText, amountText);
            order.price = new BigDecimal(priceText);
            order.left = new BigDecimal(amountText).abs();
            return order;
        }
    }

    /** A matcher with an empty book, and the requests of {@link MatchingRig}. */
    public NaiveMatcher() {
        for (int i = 0; i < requests.length; i++) {
            Map<String, Object> fields = MatchingRig.fields(i);
            String amount = (String) fields.get("amount");
            requests[i] =
                    new NaiveOrder(
                            !amount.startsWith("-"),
                            fields.get("type").equals("EXCHANGE LIMIT"),
                            (String) fields.get("price"),
                            amount);
        }
    }

    /** Sends the next order, or cancels one; answers with the number of trades. */
    public long next() {
        at++;
        int turn = at % 10;
        if (turn >= 5 && turn < 8) {
            cancel();
        } else {
            submit(requests[at % MatchingRig.MIX].read());
        }
        return traded;
    }

    private void submit(NaiveOrder order) {
        TreeMap<BigDecimal, Deque<NaiveOrder>> opposite = order.buys ? asks : bids;
        while (order.left.signum() > 0 && !opposite.isEmpty()) {
            Map.Entry<BigDecimal, Deque<NaiveOrder>> best = opposite.firstEntry();
            int better = best.getKey().compareTo(order.price);
            if (order.buys ? better > 0 : better < 0) {
                break;
            }
            take(order, best.getValue());
            if (best.getValue().isEmpty()) {
                opposite.remove(best.getKey());
            }
        }
        if (order.rests && order.left.signum() > 0) {
            (order.buys ? bids : asks)
                    .computeIfAbsent(order.price, price -> new ArrayDeque<>())
                    .addLast(order);
            resting[kept < MatchingRig.OPEN_WANTED ? kept++ : at % MatchingRig.OPEN_WANTED] = order;
        }
    }

    private void take(NaiveOrder order, Deque<NaiveOrder> queue) {
        while (order.left.signum() > 0 && !queue.isEmpty()) {
            NaiveOrder first = queue.getFirst();
            BigDecimal amount = order.left.min(first.left);
            order.left = order.left.subtract(amount);
            first.left = first.left.subtract(amount);
            traded++;
            if (first.left.signum() == 0) {
                queue.removeFirst();
            }
        }
    }

    private void cancel() {
        while (kept > 0) {
            int place = (at * 31 & Integer.MAX_VALUE) % kept;
            NaiveOrder order = resting[place];
            resting[place] = resting[--kept];
            if (order.left.signum() > 0) {
                TreeMap<BigDecimal, Deque<NaiveOrder>> side = order.buys ? bids : asks;
                Deque<NaiveOrder> queue = side.get(order.price);
                queue.remove(order);
                if (queue.isEmpty()) {
                    side.remove(order.price);
                }
                order.left = BigDecimal.ZERO;
                return;
            }
        }
    }
}

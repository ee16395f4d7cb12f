package io.hayate.backtest.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the fills of a live run against those of its backtest. An order is that of the backtest of the same
 * pair, side and type that was asked for at the nearest time, within a second, else within a minute. All of an
 * order that was filled at one price is one fill; two are alike when their orders are of the same second
 * and amount, and they of the same price and amount.
 *
 * <pre>share = alike / (alike + without a like in the backtest + in the backtest alone)</pre>
 */
public final class FillComparison {
    /**
     * A fill without a like.
     *
     * @param order of the live run, or of the backtest where that has it alone
     * @param words more of it; may be empty
     */
    public record Odd(
            JournaledOrder order,
            BigDecimal price,
            BigDecimal amount,
            Mismatch why,
            String words) {}

    private static final long SAME_MS = 1_000;
    private static final long NEAR_MS = 60_000;

    private final List<JournaledOrder> live;
    private final List<JournaledOrder> tested;
    private final Map<JournaledOrder, JournaledOrder> pairs = new HashMap<>();
    private final Set<JournaledOrder> paired = new HashSet<>(); // of the backtest
    private final List<Odd> odd = new ArrayList<>();
    private final PriceDifference prices = new PriceDifference();
    private long alike;

    /** Compares. */
    public FillComparison(List<JournaledOrder> live, List<JournaledOrder> tested) {
        this.live = live;
        this.tested = tested;
        pair(SAME_MS);
        pair(NEAR_MS);
        live.forEach(this::compare);
        tested.stream().filter(order -> !paired.contains(order)).forEach(this::alone);
    }

    private void pair(long withinMs) {
        int from = 0;
        for (JournaledOrder order : live) {
            while (from < tested.size() && tested.get(from).timeMs() < order.timeMs() - withinMs) {
                from++;
            }
            if (!pairs.containsKey(order)) {
                pair(order, from, withinMs);
            }
        }
    }

    private void pair(JournaledOrder order, int from, long withinMs) {
        JournaledOrder nearest = null;
        long apartMs = Long.MAX_VALUE;
        for (int i = from;
                i < tested.size() && tested.get(i).timeMs() <= order.timeMs() + withinMs;
                i++) {
            JournaledOrder other = tested.get(i);
            long ms = Math.abs(other.timeMs() - order.timeMs());
            if (ms < apartMs && order.isLike(other) && !paired.contains(other)) {
                nearest = other;
                apartMs = ms;
            }
        }
        if (nearest != null) {
            pairs.put(order, nearest);
            paired.add(nearest);
        }
    }

    private void compare(JournaledOrder order) {
        JournaledOrder other = pairs.get(order);
        if (other == null) {
            order.fills()
                    .forEach((price, amount) -> add(order, price, amount, Mismatch.NOT_SENT, ""));
            return;
        }
        prices.add(order, other);
        long apartMs = other.timeMs() - order.timeMs();
        for (Map.Entry<BigDecimal, BigDecimal> fill : order.fills().entrySet()) {
            BigDecimal there = other.fills().get(fill.getKey());
            if (Math.abs(apartMs) > SAME_MS) {
                add(order, fill, Mismatch.AT_ANOTHER_TIME, apartMs + " ms later");
            } else if (order.amount().compareTo(other.amount()) != 0) {
                add(order, fill, Mismatch.OF_ANOTHER_AMOUNT, plain(other.amount()));
            } else if (other.fills().isEmpty()) {
                add(order, fill, Mismatch.NOT_FILLED, "");
            } else if (there == null) {
                add(order, fill, Mismatch.AT_ANOTHER_PRICE, prices(other));
            } else if (there.compareTo(fill.getValue()) != 0) {
                add(order, fill, Mismatch.IN_PART, plain(there));
            } else {
                alike++;
            }
        }
        boolean isOneForOne = order.fills().size() == 1 && other.fills().size() == 1;
        for (Map.Entry<BigDecimal, BigDecimal> fill : other.fills().entrySet()) {
            if (!isOneForOne && !order.fills().containsKey(fill.getKey())) {
                add(other, fill, Mismatch.FILLED_ALONE, "");
            }
        }
    }

    private void add(
            JournaledOrder order,
            Map.Entry<BigDecimal, BigDecimal> fill,
            Mismatch why,
            String words) {
        add(order, fill.getKey(), fill.getValue(), why, words);
    }

    private void add(
            JournaledOrder order, BigDecimal price, BigDecimal amount, Mismatch why, String words) {
        odd.add(new Odd(order, price, amount, why, words));
    }

    private static String prices(JournaledOrder order) {
        return String.join(
                ", ", order.fills().keySet().stream().map(FillComparison::plain).toList());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void alone(JournaledOrder order) {
        order.fills()
                .forEach((price, amount) -> add(order, price, amount, Mismatch.SENT_ALONE, ""));
    }

    /** How many orders of the live run there are. */
    public int liveOrders() {
        return live.size();
    }

    /** How many orders of the backtest there are. */
    public int testedOrders() {
        return tested.size();
    }

    /** Fills that are alike. */
    public long alike() {
        return alike;
    }

    /** The others, by the time of the live run, those of the backtest alone last. */
    public List<Odd> odd() {
        return odd;
    }

    /** How far the prices of orders are apart that were filled in both. */
    public PriceDifference prices() {
        return prices;
    }

    /** The part that is alike, from 0 to 1; 1 where nothing was filled. */
    public double share() {
        long all = alike + odd.size();
        return all == 0 ? 1 : (double) alike / all;
    }
}

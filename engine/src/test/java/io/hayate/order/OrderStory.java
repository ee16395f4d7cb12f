package io.hayate.order;

import io.hayate.model.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the venue says of an order to buy 0.01, and what that comes to whatever is said first.
 *
 * @param frames tells it, given the order's own frames
 */
record OrderStory(
        String title,
        OrderStatus status,
        double filled,
        Function<OrderFrames, List<String>> frames) {
    static List<OrderStory> all() {
        List<OrderStory> all = new ArrayList<>(filledWhole());
        all.addAll(endedBefore());
        return all;
    }

    private static List<OrderStory> filledWhole() {
        return List.of(
                new OrderStory(
                        "filled at once", OrderStatus.FILLED, 0.01, OrderStory::filledAtOnce),
                new OrderStory(
                        "filled from the book in two parts",
                        OrderStatus.FILLED,
                        0.01,
                        OrderStory::filledFromTheBookInTwoParts),
                new OrderStory(
                        "filled as only fees tell",
                        OrderStatus.FILLED,
                        0.01,
                        OrderStory::filledAsOnlyFeesTell),
                new OrderStory(
                        "filled and every fill told twice",
                        OrderStatus.FILLED,
                        0.01,
                        OrderStory::filledAndEveryFillToldTwice),
                new OrderStory(
                        "filled in folded parts",
                        OrderStatus.FILLED,
                        0.01,
                        OrderStory::filledInFoldedParts));
    }

    private static List<OrderStory> endedBefore() {
        return List.of(
                new OrderStory(
                        "canceled from the book",
                        OrderStatus.CANCELED,
                        0,
                        OrderStory::canceledFromTheBook),
                new OrderStory(
                        "canceled with a part filled",
                        OrderStatus.CANCELED,
                        0.004,
                        OrderStory::canceledWithAPartFilled),
                new OrderStory(
                        "out of money on the way",
                        OrderStatus.CANCELED,
                        0.004,
                        OrderStory::outOfMoneyOnTheWay),
                new OrderStory(
                        "refused by the engine",
                        OrderStatus.REJECTED,
                        0,
                        OrderStory::refusedByTheEngine));
    }

    private static List<String> filledAtOnce(OrderFrames f) {
        return List.of(f.accepted(), f.fill(1, 0.01, 100), f.executed(100), f.fee(1, 0.01, 100));
    }

    private static List<String> filledFromTheBookInTwoParts(OrderFrames f) {
        return List.of(
                f.rests(),
                f.fill(1, 0.004, 100),
                f.partlyFilled(0.006, 100),
                f.fill(2, 0.006, 110),
                f.executed(106));
    }

    private static List<String> filledAsOnlyFeesTell(OrderFrames f) {
        return List.of(f.accepted(), f.executed(100), f.fee(1, 0.01, 100));
    }

    private static List<String> filledAndEveryFillToldTwice(OrderFrames f) {
        return List.of(
                f.fill(1, 0.01, 100), f.fill(1, 0.01, 100), f.fee(1, 0.01, 100), f.executed(100));
    }

    private static List<String> filledInFoldedParts(OrderFrames f) {
        return List.of(
                f.fill(1, 0.001, 100),
                f.fill(2, 0.002, 100),
                f.partlyFilled(0.007, 100),
                f.fill(3, 0.007, 100),
                f.executed(100));
    }

    private static List<String> canceledFromTheBook(OrderFrames f) {
        return List.of(
                f.accepted(),
                f.rests(),
                f.cancelAnswered("SUCCESS"),
                f.closed("CANCELED", 0.01, 0));
    }

    private static List<String> canceledWithAPartFilled(OrderFrames f) {
        return List.of(
                f.accepted(),
                f.fill(1, 0.004, 100),
                f.closed("IOC CANCELED was: PARTIALLY FILLED @ 100(0.004)", 0.006, 100),
                f.fee(1, 0.004, 100));
    }

    private static List<String> outOfMoneyOnTheWay(OrderFrames f) {
        return List.of(
                f.accepted(),
                f.fill(1, 0.004, 100),
                f.closed("INSUFFICIENT BALANCE (G1) was: PARTIALLY FILLED @ 100(1)", 0.006, 100));
    }

    private static List<String> refusedByTheEngine(OrderFrames f) {
        return List.of(f.accepted(), f.closed("INSUFFICIENT BALANCE (U1)", 0.01, 0));
    }

    /** The frames in the order in which they commonly come. */
    List<String> tell(OrderFrames order) {
        return new ArrayList<>(frames.apply(order));
    }

    @Override
    public String toString() {
        return title;
    }
}

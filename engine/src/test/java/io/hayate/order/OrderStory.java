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
        return List.of(
                new OrderStory(
                        "filled at once",
                        OrderStatus.FILLED,
                        0.01,
                        f ->
                                List.of(
                                        f.accepted(),
                                        f.fill(1, 0.01, 100),
                                        f.executed(100),
                                        f.fee(1, 0.01, 100))),
                new OrderStory(
                        "filled from the book in two parts",
                        OrderStatus.FILLED,
                        0.01,
                        f ->
                                List.of(
                                        f.rests(),
                                        f.fill(1, 0.004, 100),
                                        f.partlyFilled(0.006, 100),
                                        f.fill(2, 0.006, 110),
                                        f.executed(106))),
                new OrderStory(
                        "filled as only fees tell",
                        OrderStatus.FILLED,
                        0.01,
                        f -> List.of(f.accepted(), f.executed(100), f.fee(1, 0.01, 100))),
                new OrderStory(
                        "filled and every fill told twice",
                        OrderStatus.FILLED,
                        0.01,
                        f ->
                                List.of(
                                        f.fill(1, 0.01, 100),
                                        f.fill(1, 0.01, 100),
                                        f.fee(1, 0.01, 100),
                                        f.executed(100))),
                new OrderStory(
                        "filled in folded parts",
                        OrderStatus.FILLED,
                        0.01,
                        f ->
                                List.of(
                                        f.fill(1, 0.001, 100),
                                        f.fill(2, 0.002, 100),
                                        f.partlyFilled(0.007, 100),
                                        f.fill(3, 0.007, 100),
                                        f.executed(100))),
                new OrderStory(
                        "canceled from the book",
                        OrderStatus.CANCELED,
                        0,
                        f ->
                                List.of(
                                        f.accepted(),
                                        f.rests(),
                                        f.cancelAnswered("SUCCESS"),
                                        f.closed("CANCELED", 0.01, 0))),
                new OrderStory(
                        "canceled with a part filled",
                        OrderStatus.CANCELED,
                        0.004,
                        f ->
                                List.of(
                                        f.accepted(),
                                        f.fill(1, 0.004, 100),
                                        f.closed(
                                                "IOC CANCELED was: PARTIALLY FILLED @ 100(0.004)",
                                                0.006,
                                                100),
                                        f.fee(1, 0.004, 100))),
                new OrderStory(
                        "out of money on the way",
                        OrderStatus.CANCELED,
                        0.004,
                        f ->
                                List.of(
                                        f.accepted(),
                                        f.fill(1, 0.004, 100),
                                        f.closed(
                                                "INSUFFICIENT BALANCE (G1) was: PARTIALLY FILLED @ 100(1)",
                                                0.006,
                                                100))),
                new OrderStory(
                        "refused by the engine",
                        OrderStatus.REJECTED,
                        0,
                        f ->
                                List.of(
                                        f.accepted(),
                                        f.closed("INSUFFICIENT BALANCE (U1)", 0.01, 0))));
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

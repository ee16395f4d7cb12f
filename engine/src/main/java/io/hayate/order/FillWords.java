package io.hayate.order;

import io.hayate.event.ExecutionReport;
import io.hayate.number.Decimals;
import io.hayate.number.NumberText;
import java.nio.charset.StandardCharsets;

/** Words for fills that cannot be true, short enough for a line of 128 bytes. Allocates. */
final class FillWords {
    static final String BEYOND = " leads to a position beyond all bounds";

    private FillWords() {}

    /** {@code order 501}, by our number while the venue's is not known. */
    static String of(Order order) {
        return order.orderId() == 0
                ? "our order " + order.clientOrderId()
                : "order " + order.orderId();
    }

    /** {@code fill 9 of order 501}. */
    static String of(Order order, ExecutionReport fill) {
        return "fill " + fill.tradeId() + " of " + of(order);
    }

    static String ofOverfill(Order order, ExecutionReport fill) {
        String left = number(Decimals.toDouble(order.untoldUnits()));
        String amount = number(fill.fillAmount());
        return of(order, fill) + " is " + amount + ", more than the " + left + " left of it";
    }

    static String ofRow(Order order, long filledUnits) {
        String filled = number(Decimals.toDouble(filledUnits));
        return of(order)
                + " is of "
                + number(order.amount())
                + ", its row says "
                + filled
                + " of it are filled";
    }

    /** The number as the venue writes it. */
    private static String number(double value) {
        byte[] text = new byte[NumberText.LENGTH_MAX];
        int length = NumberText.write(value, text, 0);
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }
}

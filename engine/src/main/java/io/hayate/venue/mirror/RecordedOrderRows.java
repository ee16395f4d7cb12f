package io.hayate.venue.mirror;

import io.hayate.model.Side;
import io.hayate.venue.wire.AccountOrder;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Reads what a recorded account was told of its orders:
 *
 * <pre>[0,"on",[...]]   [0,"ou",[...]]   [0,"oc",[...]]   [0,"os",[[...],...]]</pre>
 *
 * <p>Venue thread.
 */
final class RecordedOrderRows {
    static final int SNAPSHOT = 'o' << 8 | 's';
    static final int ENDED = 'o' << 8 | 'c';
    private static final int NEW = 'o' << 8 | 'n';
    private static final int UPDATED = 'o' << 8 | 'u';
    private static final int OPEN_MAX = 10_000;
    private static final int UNITS_SCALE = 8;
    private static final int ROW_AT = 2;

    private final MirrorTargets targets;
    private final Long2ObjectHashMap<MirrorTarget> open = new Long2ObjectHashMap<>();

    RecordedOrderRows(MirrorTargets targets) {
        this.targets = targets;
    }

    /** True for a text that tells of orders. */
    static boolean isOf(int word) {
        return word == NEW || word == UPDATED || word == ENDED || word == SNAPSHOT;
    }

    /** A whole text that {@link #isOf} holds for. */
    void onText(int word, String text) {
        List<?> rows = told(text);
        if (word != SNAPSHOT) {
            onRow(rows, word == ENDED);
            return; // one alone
        }
        clear();
        for (Object row : rows) {
            if (row instanceof List<?> order) {
                onRow(order, false);
            }
        }
    }

    /** None of them is known to rest any more. */
    void clear() {
        open.forEach((id, target) -> target.onOwnOrder(id, Side.BUY, 0, 0));
        open.clear();
    }

    private static List<?> told(String text) {
        try {
            return JsonReader.read(text) instanceof List<?> parts
                            && parts.size() > ROW_AT
                            && parts.get(ROW_AT) instanceof List<?> rows
                    ? rows
                    : List.of();
        } catch (IOException e) {
            return List.of(); // its beginning and end have been read
        }
    }

    private void onRow(List<?> row, boolean isEnded) {
        AccountOrder order = AccountOrder.of(row);
        boolean isPair = order != null && order.symbol().startsWith("t");
        MirrorTarget target = isPair ? targets.find(order.symbol()) : null;
        if (target == null) {
            return;
        }
        Side side = order.amount().signum() < 0 ? Side.SELL : Side.BUY;
        boolean isOpen = !isEnded && order.isShown() && open.size() < OPEN_MAX;
        open.remove(order.id());
        if (isOpen) {
            open.put(order.id(), target);
        }
        long units = isOpen ? units(order.amount().abs(), UNITS_SCALE) : 0;
        long price = units(order.price(), target.priceDecimals());
        target.onOwnOrder(order.id(), side, price, units);
    }

    /** 0 for what no book can hold. */
    private static long units(BigDecimal value, int scale) {
        BigDecimal units = value.movePointRight(scale).setScale(0, RoundingMode.HALF_EVEN);
        boolean isWithin = units.signum() >= 0 && units.toBigInteger().bitLength() < Long.SIZE - 1;
        return isWithin ? units.longValue() : 0;
    }
}

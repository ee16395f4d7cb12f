package io.hayate.rehearsal;

import io.hayate.model.ChannelSpec;
import java.util.List;
import java.util.StringJoiner;

/**
 * Bids or asks of a {@link StageBook}, as texts: of single orders, two share a price. One that is not
 * the best is away from one burst to the next, and comes back with another amount.
 */
final class StageSide {
    /** As many as a checksum takes. */
    private static final int LEVELS_FEW = 10;

    private static final int BEST_BID = 86_711;
    private static final long FIRST_ORDER = 86_143_776_990L;
    private static final int NONE = 0; // the best never leaves

    /** As the exchange writes them, which is what a checksum is made of. */
    private static final String[] AMOUNTS = {
        "0.5", "31.89055171", "2", "0.30000000000000004", "0.00014761", "1.5e-7", "120.25"
    };

    private final boolean isBid;
    private final boolean funding;
    private final boolean raw;
    private final String[] amounts;
    private int away = NONE;
    private int back = NONE;

    StageSide(ChannelSpec spec, boolean isBid) {
        this.isBid = isBid;
        funding = StageCast.isFunding(spec);
        raw = spec.isRaw();
        amounts = new String[raw || funding ? LEVELS_FEW : StageCast.LEVELS_MAX];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = AMOUNTS[i % AMOUNTS.length];
        }
    }

    /** All that is there, the best first. */
    String rows() {
        StringJoiner rows = new StringJoiner(",");
        for (int i = 0; i < amounts.length; i++) {
            if (i != away || away == NONE) {
                rows.add(row(i, price(i), 2, signed(amounts[i])));
            }
        }
        return rows.toString();
    }

    /** What a checksum is made of at this rank, if there is as much. */
    void addTo(StringBuilder text, int rank) {
        int level = away != NONE && rank >= away ? rank + 1 : rank;
        if (level < amounts.length) {
            text.append(text.isEmpty() ? "" : ":").append(raw ? "" + order(level) : price(level));
            text.append(':').append(signed(amounts[level]));
        }
    }

    /** Takes one away: the row that says so. */
    String leave(int burst) {
        back = away;
        away = 1 + burst % (amounts.length - 1);
        return row(away, raw ? "0" : price(away), 0, signed("1"));
    }

    /** Rows of the best and of what comes back. */
    List<String> change(int burst) {
        return back == NONE ? List.of(set(0, burst)) : List.of(set(0, burst), set(back, burst));
    }

    private String set(int level, int burst) {
        amounts[level] = AMOUNTS[(level + burst) % AMOUNTS.length];
        return row(level, price(level), 2, signed(amounts[level]));
    }

    private String row(int level, String price, int count, String amount) {
        String period = funding ? ",30," : ",";
        return raw
                ? "[" + order(level) + period + price + "," + amount + "]"
                : "[" + price + period + count + "," + amount + "]";
    }

    private String signed(String amount) {
        return isBid == funding ? "-" + amount : amount; // of funding it is the other way round
    }

    private long order(int level) {
        return FIRST_ORDER + 2L * level + (isBid ? 0 : 1);
    }

    private String price(int level) {
        int steps = raw ? level / 2 : level;
        int price = isBid ? BEST_BID - steps : BEST_BID + 1 + steps;
        return funding ? "0.000" + price : "" + price;
    }
}

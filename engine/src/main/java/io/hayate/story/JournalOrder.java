package io.hayate.story;

import java.util.Map;

/** What a journal tells of one order, summed up. One thread. */
final class JournalOrder {
    final long clientOrderId;
    final Map<String, Object> terms; // as it was asked for
    String symbol; // null while no record has told it
    final boolean isSell;
    final Asked asked;
    final FilledPart filled = new FilledPart();
    long orderId; // 0 while the venue has not told it
    String status = "SUBMITTED";
    long endedMs; // 0 while it has no end
    String neverLeft; // why; null where it left, as far as is known
    String verdict; // of the refusal that followed; null for none
    String doubt; // why; null for none
    long amountUnits;
    long group;

    JournalOrder(
            long clientOrderId, Map<String, Object> terms, String symbol, long units, Asked asked) {
        this.clientOrderId = clientOrderId;
        this.terms = terms;
        this.symbol = symbol;
        isSell = "SELL".equals(terms.get("side"));
        amountUnits = units;
        this.asked = asked;
    }

    /**
     * Where and when an order was asked for.
     *
     * @param record number of the record
     * @param run when the run began, in ms since 1970
     */
    record Asked(long record, long timeMs, long run) {}

    /** What the strategy of several is called that asked for it; null for none. */
    Object strategy() {
        return terms.get("strategy");
    }

    /** True when it can never change again. */
    boolean isEnded() {
        return endedMs != 0;
    }

    /** Number of the record with which it began. */
    long firstRecord() {
        return asked.record();
    }

    /** True when this report can be about it: others on the account may use our numbers. */
    boolean agrees(String reported, boolean sells, boolean isFill, long units, boolean byId) {
        if (reported != null && symbol != null && !reported.equals(symbol)) {
            return false;
        }
        if (units <= 0 || (byId && !isFill)) {
            return true; // under the venue's number an order may have come to another amount
        }
        return sells == isSell && (isFill || units == amountUnits);
    }
}

package io.hayate.venue.exchange;

import io.hayate.venue.VenueTotals;
import java.util.List;

/** What became of orders and faults in a run in which things went wrong. */
public final class ChaosTally {
    private ChaosTally() {}

    /** Orders that have come, less those that were answered and those that the faults swallowed. */
    public static long unanswered(VenueTotals totals, List<FaultControls.Entry> faults) {
        long swallowed = 0;
        for (FaultControls.Entry fault : faults) {
            boolean lost =
                    fault.rule().contains("swallowed-order") && fault.rule().contains("false");
            swallowed += lost ? fault.made() : 0;
        }
        return totals.orders() - totals.accepted() - totals.refused() - swallowed;
    }

    /** How often the faults have acted. */
    public static long faultsMade(List<FaultControls.Entry> faults) {
        return faults.stream().mapToLong(FaultControls.Entry::made).sum();
    }
}

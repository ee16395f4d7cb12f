package io.hayate.simulation;

/**
 * One of the situations in which an order path is broken.
 *
 * @param point where the order was on its way
 * @param meanwhile what becomes of it at the venue
 * @param loss how the connection ends
 */
record Situation(BreakPoint point, Meanwhile meanwhile, LossKind loss) {
    /** True when it can be: what has never left is not filled, and what was told is not refused. */
    boolean isPossible() {
        return switch (point) {
            case AFTER_APPEND, HALF_FRAME -> meanwhile == Meanwhile.NEVER_SEEN;
            case BEFORE_APPEND -> canLeave() || meanwhile == Meanwhile.NEVER_SEEN;
            case AFTER_WRITE, BATCH -> true;
            case AFTER_ANSWER -> meanwhile != Meanwhile.NEVER_SEEN;
            case CANCEL, UPDATE -> meanwhile != Meanwhile.REJECTED;
            case AFTER_NEW, BETWEEN_FILLS, LIST ->
                    meanwhile != Meanwhile.NEVER_SEEN && meanwhile != Meanwhile.REJECTED;
            case BEFORE_FEE -> meanwhile == Meanwhile.FILLED;
        };
    }

    /** A socket that is cut takes nothing to the venue. */
    private boolean canLeave() {
        return loss == LossKind.SILENT || loss == LossKind.ASKED;
    }

    /** False where no byte of it can have left. */
    boolean mayLeave() {
        return point != BreakPoint.AFTER_APPEND
                && (point != BreakPoint.BEFORE_APPEND || canLeave());
    }
}

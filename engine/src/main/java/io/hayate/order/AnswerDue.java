package io.hayate.order;

/** When the first of the answers, or fills, is overdue that orders wait for. Strategy thread. */
final class AnswerDue {
    private boolean isAwaited;
    private long dueNs;

    /** One is due then. */
    void await(long timeNs) {
        if (!isAwaited || timeNs - dueNs < 0) {
            isAwaited = true;
            dueNs = timeNs;
        }
    }

    boolean isOver(long nowNs) {
        return isAwaited && nowNs - dueNs >= 0;
    }

    void clear() {
        isAwaited = false;
    }
}

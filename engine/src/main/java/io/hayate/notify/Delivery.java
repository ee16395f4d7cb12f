package io.hayate.notify;

/**
 * What became of one attempt.
 *
 * @param why for a person; empty when it was taken
 * @param retryAfterMs how long the target asks to be left alone; 0 when it does not say
 */
public record Delivery(Outcome outcome, String why, long retryAfterMs) {
    /** The target has it. */
    public static final Delivery DONE = new Delivery(Outcome.TAKEN, "", 0);

    /** What to do next. */
    public enum Outcome {
        /** Nothing: the target has it. */
        TAKEN,
        /** Trying it again may help. */
        LATER,
        /** Trying it again does not help. */
        REFUSED
    }

    static Delivery later(String why) {
        return new Delivery(Outcome.LATER, why, 0);
    }

    static Delivery refused(String why) {
        return new Delivery(Outcome.REFUSED, why, 0);
    }

    /** True when the target has it. */
    public boolean isTaken() {
        return outcome == Outcome.TAKEN;
    }
}

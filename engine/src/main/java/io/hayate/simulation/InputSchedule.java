package io.hayate.simulation;

/**
 * What comes to an exchange from elsewhere, in the order of its time, such as the texts of a recording.
 * One thread.
 */
public interface InputSchedule {
    /** The due time of nothing. */
    long NEVER = Long.MAX_VALUE;

    /** Nothing ever comes. */
    InputSchedule NONE =
            new InputSchedule() {
                @Override
                public long nextDueNs() {
                    return NEVER;
                }

                @Override
                public void step() {}
            };

    /** When the next input is due, in ns of the simulation; {@link #NEVER} when none will come. */
    long nextDueNs();

    /** Gives the next input to the exchange, whose time is now. */
    void step();
}

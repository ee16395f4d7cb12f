package io.hayate.transport;

import io.hayate.model.ConfigException;
import io.hayate.model.IdleMode;

/**
 * What a loop does when there is nothing to do.
 *
 * @param waitMaxNs how long a blocking loop sleeps at most before its duties run again
 */
public record Idling(IdleMode mode, long waitMaxNs) {
    /**
     * Checks the wait.
     *
     * @throws ConfigException when it is not positive
     */
    public Idling {
        if (waitMaxNs <= 0) {
            throw new ConfigException("idle-wait must be positive: was " + waitMaxNs + " ns");
        }
    }
}

package io.hayate.history;

import java.io.IOException;

/** The way of a signed request to the venue's REST. One thread, no trading thread. */
@FunctionalInterface
public interface RestWay {
    /**
     * Asks, and waits for the answer.
     *
     * @param path from the version on, such as {@code /v2/auth/r/orders}
     * @param body JSON
     * @throws IOException when there is none that is of use, in words for a person
     */
    byte[] post(String path, String body) throws IOException, InterruptedException;
}

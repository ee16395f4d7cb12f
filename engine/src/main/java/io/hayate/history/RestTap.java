package io.hayate.history;

import io.hayate.event.TrafficTap;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.NanoClock;

/**
 * Tells whoever records the traffic what the venue's REST is asked for and what it answers: the path and the
 * body of a request, never its headers. Threads that may wait.
 *
 * @param clock that of all times of the tap
 */
public record RestTap(TrafficTap tap, NanoClock clock) {
    /** Where nobody listens. */
    public static final RestTap NONE = new RestTap(TrafficTap.NONE, () -> 0);

    /** It has answered. */
    public void onAnswer(String path, String body, RestAnswer answer) {
        tap.onRest(path, body, answer.status(), answer.body(), clock.nanoTime());
    }

    /** It has not, for this reason. */
    public void onFailure(String path, String body, String why) {
        byte[] words = why.getBytes(StandardCharsets.UTF_8);
        tap.onRest(path, body, TrafficTap.NO_ANSWER, words, clock.nanoTime());
    }
}

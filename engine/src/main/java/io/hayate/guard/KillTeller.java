package io.hayate.guard;

import io.hayate.guard.KillTargets.Target;
import io.hayate.outbound.KillSteps;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.NanoClock;

/** Tells what a kill by REST does, to a person and to the journal. One thread. */
final class KillTeller {
    private static final String TAKEN = "canceled by REST, which the venue has taken";

    private final Consumer<String> person;
    private final KillSteps steps;
    private final NanoClock clock;

    KillTeller(Consumer<String> person, KillSteps steps, NanoClock clock) {
        this.person = person;
        this.steps = steps;
        this.clock = clock;
    }

    /** Something about all orders. */
    void say(String text) {
        person.accept(text);
        write(0, 0, text);
    }

    /** The venue has taken the request to cancel these. */
    void onTaken(List<Target> asked) {
        asked.forEach(each -> write(each.clientOrderId(), each.orderId(), TAKEN));
    }

    private void write(long clientOrderId, long orderId, String text) {
        steps.put(new KillSteps.Step(clock.nanoTime(), clientOrderId, orderId, text));
    }
}

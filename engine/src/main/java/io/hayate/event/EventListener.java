package io.hayate.event;

/** Takes events from a ring, on the consumer's thread. */
@FunctionalInterface
public interface EventListener {
    /** Called once for each event in order; the slot is valid until this returns. */
    void onEvent(Event event);
}

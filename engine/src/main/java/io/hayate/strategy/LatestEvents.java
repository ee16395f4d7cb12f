package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.model.Instruments;

/** The latest event of a kind for each instrument. Strategy thread; allocates at the first of each. */
final class LatestEvents {
    private final Event[] latest = new Event[Instruments.COUNT_MAX];
    private final int bodyBytes;

    /**
     * Makes room for the instruments that are known at start.
     *
     * @param bodyBytes of the body that the kind takes
     */
    LatestEvents(int count, int bodyBytes) {
        this.bodyBytes = bodyBytes;
        for (int id = 0; id < count; id++) {
            prepare(id);
        }
    }

    private void prepare(int instrumentId) {
        latest[instrumentId] = Event.allocate().begin(instrumentId, 0);
    }

    void onEvent(Event event) {
        int id = event.instrumentId();
        if (latest[id] == null) {
            prepare(id);
        }
        latest[id].copyFrom(event, bodyBytes);
    }

    /** The latest event, or null when there was none. */
    Event event(int instrumentId) {
        Event event = latest[instrumentId];
        return event == null || event.receiveTimeNs() == 0 ? null : event;
    }
}

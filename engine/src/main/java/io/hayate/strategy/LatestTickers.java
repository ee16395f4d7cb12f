package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.Ticker;
import io.hayate.model.Instruments;

/** The latest ticker of each instrument. Strategy thread; allocates at the first of each. */
final class LatestTickers {
    private final Event[] latest = new Event[Instruments.COUNT_MAX];
    private final Ticker ticker = new Ticker();

    /** Makes room for the instruments that are known at start. */
    LatestTickers(int count) {
        for (int id = 0; id < count; id++) {
            latest[id] = Event.allocate().begin(id, 0);
        }
    }

    void onTicker(Event event) {
        int id = event.instrumentId();
        if (latest[id] == null) {
            latest[id] = Event.allocate();
        }
        latest[id].copyFrom(event, Ticker.SIZE);
    }

    /** The event of the latest ticker, or null when there was none. */
    Event event(int instrumentId) {
        Event event = latest[instrumentId];
        return event == null || event.receiveTimeNs() == 0 ? null : event;
    }

    /** The latest ticker, or null; the same flyweight each time, valid until the next call. */
    Ticker ticker(int instrumentId) {
        Event event = event(instrumentId);
        return event == null ? null : ticker.wrap(event);
    }
}

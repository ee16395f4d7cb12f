package io.hayate.order;

import io.hayate.outbound.OpenNumbers;

/** The place of an order among the numbers that other threads read. Strategy thread; allocates nothing. */
final class OpenPlace {
    private final OpenNumbers numbers;
    private final int place;
    private boolean isOpen;

    OpenPlace(OpenNumbers numbers, int place) {
        this.numbers = numbers;
        this.place = place;
    }

    /** Another order begins here. */
    void begin() {
        isOpen = false;
    }

    /** Shows an order that has come to be open, or takes away one that has come to its end. */
    void show(boolean isOrderOpen, long clientOrderId, long orderId, long epochDay) {
        if (isOrderOpen == isOpen) {
            return;
        }
        isOpen = isOrderOpen;
        if (isOpen) {
            numbers.begin(place, clientOrderId, orderId, epochDay);
        } else {
            numbers.end(place);
        }
    }

    void orderId(long id) {
        if (isOpen) {
            numbers.orderId(place, id);
        }
    }

    void createdEpochDay(long day) {
        if (isOpen) {
            numbers.epochDay(place, day);
        }
    }
}

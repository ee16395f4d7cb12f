package io.hayate.intake;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the end of a burst of each book whose rows a read brought: what was read of it until then
 * belongs together. Without room it is told once the ring has eased. Loop thread; allocates nothing once as many
 * books were touched in a read as ever will.
 */
final class BurstEnds {
    private final EventPublisher publisher;
    private final InboundFrame frame;
    private final List<Subscription> touched = new ArrayList<>();

    BurstEnds(EventPublisher publisher, InboundFrame frame) {
        this.publisher = publisher;
        this.frame = frame;
    }

    void reset() {
        touched.clear();
    }

    /** Rows of a book were published. */
    void touch(Subscription book) {
        if (!book.isTouched()) {
            book.touched(true);
            touched.add(book);
        }
    }

    boolean isEmpty() {
        return touched.isEmpty();
    }

    /** Publishes the ends that are due while there is room; returns how many. */
    int flush() {
        int told = 0;
        while (told < touched.size() && tell(touched.get(told))) {
            told++;
        }
        if (told == touched.size()) {
            touched.clear();
        } else {
            touched.subList(0, told).clear();
        }
        return told;
    }

    private boolean tell(Subscription book) {
        if (!book.isTouched()) {
            return true; // it has been given up since
        }
        long sequence = publisher.claimMarket(1);
        if (sequence == EventPublisher.NO_ROOM) {
            return false;
        }
        book.touched(false);
        Event event = publisher.slot(sequence);
        frame.beginRow(event, book);
        frame.endBurst(event, book.health());
        event.type(EventType.BOOK_BURST_END);
        publisher.publish(sequence, 1);
        return true;
    }
}

package io.hayate.history;

import io.hayate.codec.HistoryDecoder;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.LookEnd;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.io.IOException;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/**
 * One look into an account's history: which requests it takes, one after the other, and what their answers
 * become. What is open is asked for first, so that what ends meanwhile is found among what has ended; fills
 * come last. A page at its limit is read on, from its oldest row back.
 *
 * <p>Whoever makes the requests turns it: {@link #path} and {@link #body} until {@link #isOver}, each with
 * {@link #onAnswer} or {@link #fail}, and {@link #publish} until all of that is taken. One thread.
 */
public final class HistoryLook {
    /** The longest answer that is read. */
    public static final int BYTES_MAX = 1 << 20;

    private final Instruments instruments;
    private final NanoClock clock;
    private final HistoryDecoder decoder;
    private final HistoryPages pages = new HistoryPages();
    private final Event event = Event.allocate();
    private final ExecutionReport report = new ExecutionReport();
    private final LookEnd end = new LookEnd();

    private long number;
    private int instrumentId;
    private int rows;
    private long newestMs;
    private String trouble; // why it is not whole; null while it is
    private boolean isReading;
    private boolean isWaiting; // the event is to be published
    private boolean isEndMade;

    /**
     * Without a question.
     *
     * @param clock by which events are stamped
     */
    public HistoryLook(Instruments instruments, NanoClock clock) {
        this.instruments = instruments;
        this.clock = clock;
        decoder = new HistoryDecoder(instruments, BYTES_MAX);
    }

    /** Begins with a question; the one before is forgotten. */
    public void begin(long lookNumber, int instrument, long fromMs) {
        number = lookNumber;
        instrumentId = instrument;
        Instrument known = instruments.get(instrument);
        pages.begin(known == null ? "" : known.symbol(), fromMs);
        rows = 0;
        newestMs = 0;
        trouble = null;
        isReading = false;
        isWaiting = false;
        isEndMade = false;
        if (known == null) {
            fail("its instrument is not known");
        }
    }

    /** True once there is nothing more to ask for; what was found may still have to be published. */
    public boolean isOver() {
        return pages.isOver();
    }

    /** Where the next request goes. */
    public String path() {
        return pages.path();
    }

    /** True for a request that counts against the venue's limit on those for fills. */
    public boolean isOfFills() {
        return pages.kind() == HistoryDecoder.Kind.FILLS;
    }

    /** What it says. */
    public String body() {
        return body(Long.MAX_VALUE);
    }

    /** The same as a venue answers it that knows nothing of what happened later than this. */
    public String body(long knownUntilMs) {
        return pages.body(knownUntilMs);
    }

    /** Takes the answer: its rows are published by and by. */
    public void onAnswer(DirectBuffer text, int offset, int length) {
        pages.beginPage();
        try {
            decoder.begin(pages.kind(), text, offset, length);
            isReading = true;
        } catch (IOException e) {
            fail("an answer could not be read, " + e.getMessage());
        }
    }

    /** It ends here: what was not read is not known. */
    public void fail(String why) {
        spoil(why);
        isReading = false;
        pages.end();
    }

    private void spoil(String why) {
        trouble = trouble == null ? why : trouble;
    }

    /**
     * Hands over what there is.
     *
     * @param lane takes an event; false for later
     * @return false when some of it is left, and has to wait
     */
    public boolean publish(Predicate<Event> lane) {
        while (isReading || isWaiting) {
            if (isWaiting) {
                if (!lane.test(event)) {
                    return false;
                }
                isWaiting = false;
            } else {
                readRow();
            }
        }
        if (isOver() && !isEndMade) {
            isEndMade = true;
            makeEnd();
            isWaiting = true;
            return publish(lane);
        }
        return true;
    }

    /** True when all of it is over, and handed over. */
    public boolean isDone() {
        return isEndMade && !isWaiting;
    }

    private void readRow() {
        try {
            event.begin(Instrument.NONE, clock.nanoTime()).venueSequence(number);
            if (!decoder.next(event)) {
                isReading = false;
                if (!pages.endPage()) {
                    spoil("there is more than could be read");
                }
                return;
            }
            onRow();
        } catch (IOException e) {
            fail("an answer could not be read, " + e.getMessage());
        }
    }

    private void onRow() {
        rows++;
        report.wrap(event);
        long changedMs = Math.max(report.createTimeMs(), report.updateTimeMs());
        pages.onRow(changedMs);
        newestMs = Math.max(newestMs, changedMs);
        if (decoder.unclear() != null) {
            spoil("a row was not understood, " + decoder.unclear());
        } else {
            event.type(EventType.PAST_REPORT);
            isWaiting = true;
        }
    }

    private void makeEnd() {
        event.begin(instrumentId, clock.nanoTime()).venueSequence(number);
        end.wrap(event).newestMs(newestMs).rows(rows).isWhole(trouble == null);
        end.text(trouble == null ? "" : trouble);
        event.type(EventType.LOOK_END);
    }
}

package io.hayate.metrics;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where the time goes between a row of market data in the socket (a ticker, a print, the last row of a
 * burst of a book) and the order that it leads to: a histogram for each {@link Stage}.
 *
 * <p>Frames of one read share its time, so what a burst waits for itself is counted. What passes while
 * nobody looks at the socket (a long callback on the loop, a stall of the machine) is not seen by a
 * clock that starts at the read; {@link Stage#LOOKED_TO_WRITTEN} bounds it from above.
 *
 * <p>The strategy thread tells the times of the row that it handles and records, allocating
 * nothing: once the callback is over or the order is out, so that no order waits for it. Any thread
 * reads.
 */
public final class TickToTrade {
    private final Map<Stage, LatencyHistogram> histograms = new EnumMap<>(Stage.class);
    private final LatencyHistogram receivedToDecoded = add(Stage.RECEIVED_TO_DECODED);
    private final LatencyHistogram decodedToHandled = add(Stage.DECODED_TO_HANDLED);
    private final LatencyHistogram receivedToHandled = add(Stage.RECEIVED_TO_HANDLED);
    private final LatencyHistogram handledToSending = add(Stage.HANDLED_TO_SENDING);
    private final LatencyHistogram receivedToSending = add(Stage.RECEIVED_TO_SENDING);
    private final LatencyHistogram handledToWritten = add(Stage.HANDLED_TO_WRITTEN);
    private final LatencyHistogram receivedToWritten = add(Stage.RECEIVED_TO_WRITTEN);
    private final LatencyHistogram lookedToWritten = add(Stage.LOOKED_TO_WRITTEN);

    private LatencyStamps stamps = LatencyStamps.ALL;
    private boolean handling;
    private long lookedNs;
    private long receivedNs;
    private long decodedNs;
    private long handledNs;

    private LatencyHistogram add(Stage stage) {
        LatencyHistogram histogram = new LatencyHistogram();
        histograms.put(stage, histogram);
        return histogram;
    }

    /** Sets of which rows times are taken; before the start. */
    public void stamps(LatencyStamps asked) {
        stamps = asked;
    }

    /** Of which rows times are taken. */
    public LatencyStamps stamps() {
        return stamps;
    }

    /**
     * Takes the times of the row that the strategy is about to be given.
     *
     * @param lookedTimeNs when the socket had been looked at before the read; later than that for a
     *     frame that was kept back, and then of no meaning
     */
    public void onReceived(long lookedTimeNs, long receiveTimeNs) {
        lookedNs = receiveTimeNs - lookedTimeNs > 0 ? lookedTimeNs : receiveTimeNs;
        receivedNs = receiveTimeNs;
        handling = true;
    }

    /** Likewise, where times are taken of all rows. */
    public void onHandled(long decodedTimeNs, long nowNs) {
        decodedNs = decodedTimeNs;
        handledNs = nowNs;
    }

    /**
     * An order was handed over; it counts when it was decided while such a row is handled.
     *
     * @param sendingTimeNs just before the hand-over
     */
    public void onWritten(long sendingTimeNs, long nowNs) {
        if (!handling || stamps == LatencyStamps.OFF) {
            return;
        }
        if (stamps.areOfRows()) {
            handledToSending.record(sendingTimeNs - handledNs);
            handledToWritten.record(nowNs - handledNs);
        }
        receivedToSending.record(sendingTimeNs - receivedNs);
        receivedToWritten.record(nowNs - receivedNs);
        lookedToWritten.record(nowNs - lookedNs);
    }

    /** The strategy is done with the row. */
    public void onDone() {
        handling = false;
        if (stamps.areOfRows()) {
            receivedToDecoded.record(decodedNs - receivedNs);
            decodedToHandled.record(handledNs - decodedNs);
            receivedToHandled.record(handledNs - receivedNs);
        }
    }

    /** What was measured of that stage; any thread. */
    public LatencyHistogram of(Stage stage) {
        return histograms.get(stage);
    }
}

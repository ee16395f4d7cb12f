package io.hayate.history;

import io.hayate.codec.HistoryDecoder;
import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/** Which orders of the account the venue's REST lists as open, by their numbers alone. One thread. */
public final class OpenOrderList {
    /** Where it is asked for. */
    public static final String PATH = "/v2/auth/r/orders";

    /** What is asked. */
    public static final String BODY = "{}";

    private final HistoryDecoder decoder;
    private final Event event = Event.allocate();
    private final ExecutionReport report = new ExecutionReport();
    private final Set<Long> orderIds = new HashSet<>();
    private final Map<Long, Long> days = new HashMap<>(); // by client order id

    /** A list that has not been read. */
    public OpenOrderList(Instruments instruments) {
        decoder = new HistoryDecoder(instruments, HistoryLook.BYTES_MAX);
    }

    /**
     * Takes an answer in place of the one before.
     *
     * @throws IOException when it cannot be read, in words for a person: nothing is known then
     */
    public void read(byte[] answer) throws IOException {
        orderIds.clear();
        days.clear();
        decoder.begin(HistoryDecoder.Kind.OPEN, new UnsafeBuffer(answer), 0, answer.length);
        while (decoder.next(event.begin(Instrument.NONE, 0))) {
            report.wrap(event);
            if (report.orderId() <= 0) {
                throw new IOException("a row of its list has no number");
            }
            orderIds.add(report.orderId());
            days.putIfAbsent(report.clientOrderId(), dayOf(report.createTimeMs()));
        }
    }

    private static long dayOf(long timeMs) {
        return Math.floorDiv(timeMs, TimeUnit.DAYS.toMillis(1));
    }

    /** How many there are, whoever placed them. */
    public int count() {
        return orderIds.size();
    }

    /** True when it has this order. */
    public boolean contains(long clientOrderId, long orderId) {
        return orderId == 0 ? days.containsKey(clientOrderId) : orderIds.contains(orderId);
    }

    /** UTC day on which the venue made an order, in days since 1970; {@code otherwise} without it. */
    public long epochDay(long clientOrderId, long otherwise) {
        return days.getOrDefault(clientOrderId, otherwise);
    }
}

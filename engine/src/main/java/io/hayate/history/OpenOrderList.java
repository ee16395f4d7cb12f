package io.hayate.history;

import io.hayate.codec.HistoryDecoder;
import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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
    private final Map<Long, Long> orders = new HashMap<>(); // our number by the venue's
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
        orders.clear();
        days.clear();
        decoder.begin(HistoryDecoder.Kind.OPEN, new UnsafeBuffer(answer), 0, answer.length);
        while (decoder.next(event.begin(Instrument.NONE, 0))) {
            report.wrap(event);
            if (report.orderId() <= 0) {
                throw new IOException("a row of its list has no number");
            }
            orders.put(report.orderId(), report.clientOrderId());
            days.putIfAbsent(report.clientOrderId(), dayOf(report.createTimeMs()));
        }
    }

    private static long dayOf(long timeMs) {
        return Math.floorDiv(timeMs, TimeUnit.DAYS.toMillis(1));
    }

    /** How many there are, whoever placed them. */
    public int count() {
        return orders.size();
    }

    /** How many of them are not ours. */
    public int countOthers(HistorySource.Ours ours) {
        int others = 0;
        for (Map.Entry<Long, Long> each : orders.entrySet()) {
            others += ours.contains(each.getValue(), each.getKey()) ? 0 : 1;
        }
        return others;
    }

    /** True when it has this order. */
    public boolean contains(long clientOrderId, long orderId) {
        return orderId == 0 ? days.containsKey(clientOrderId) : orders.containsKey(orderId);
    }

    /** UTC day on which the venue made an order, in days since 1970; {@code otherwise} without it. */
    public long epochDay(long clientOrderId, long otherwise) {
        return days.getOrDefault(clientOrderId, otherwise);
    }
}

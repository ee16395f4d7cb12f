package io.hayate.codec;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.number.NumberText;
import org.agrona.AsciiEncoding;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes orders, updates, cancels and batches of them as text.
 *
 * <pre>
 * [0,"on",null,{"cid":12345,"type":"EXCHANGE MARKET","symbol":"tBTCUSD","amount":"-0.01"}]
 * [0,"ou",null,{"id":123,"price":"97005"}]
 * [0,"oc",null,{"id":123}]
 * [0,"oc_multi",null,{"gid":[7]}]
 * [0,"ox_multi",null,[["oc",{"id":1}],["oc_multi",{"gid":[3]}]]]
 * </pre>
 *
 * <p>An order's text is the template of the next of its instrument and type: one that differs from it in
 * its number alone costs the digits that changed, another one what comes from its amount on.
 *
 * <p>The strategy's thread. Each method writes at 0 of {@link #buffer()}, over what was there, and
 * returns the length in bytes. Allocates once for each instrument, when it is prepared or at its first order.
 */
public final class OrderEncoder {
    /** Operations that a batch may hold. */
    public static final int BATCH_MAX = 15;

    /** Orders that one cancel may name. */
    public static final int CANCELS_MAX = 150;

    /** Bytes of the longest text: a batch of orders with every field, or a cancel of as many as can be. */
    public static final int TEXT_BYTES_MAX = 8_192;

    private static final int ORDER_BYTES = 2_048; // a symbol with all escaped takes 768 of them
    private static final byte[] ORDER = AsciiJson.ascii("[0,\"on\",null,{\"cid\":");
    private static final byte[] START = AsciiJson.ascii("[0,");
    private static final byte[] NULL = AsciiJson.ascii(",null,");
    private static final byte[] CANCEL_MANY = AsciiJson.ascii("[0,\"oc_multi\",null,");
    private static final byte[] BATCH = AsciiJson.ascii("[0,\"ox_multi\",null,[");
    private static final byte[] BATCH_END = AsciiJson.ascii("]]");

    private final byte[] order = new byte[ORDER_BYTES];
    private final byte[] other = new byte[TEXT_BYTES_MAX];
    private final UnsafeBuffer orderBuffer = new UnsafeBuffer(order);
    private final UnsafeBuffer otherBuffer = new UnsafeBuffer(other);
    private final OrderBodies bodies = new OrderBodies();
    private final OrderIntent last = OrderIntent.allocate();
    private final OrderIntent cancel = OrderIntent.allocate();

    private UnsafeBuffer buffer = orderBuffer;
    private Instrument lastInstrument;
    private OrderType lastType;
    private long lastNumber;
    private int numberEnd;
    private int amountAt;
    private int length;

    /** Prepares the orders of an instrument, so that its first one allocates nothing, either. */
    public void prepare(Instrument instrument) {
        byte[] unused = bodies.template(instrument, OrderType.OTHER);
    }

    /** Where texts are written; the contents hold until the next is. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /**
     * A new order.
     *
     * @param intent its client order id below 2^45, its units over 0
     * @param instrument that of the intent
     * @throws IllegalArgumentException for an amount that is not over 0
     */
    public int newOrder(OrderIntent intent, Instrument instrument) {
        checkAmount(intent);
        buffer = orderBuffer;
        long number = intent.clientOrderId();
        boolean isAlike =
                intent.type() == lastType
                        && instrument.equals(lastInstrument)
                        && AsciiEncoding.digitCount(number) == AsciiEncoding.digitCount(lastNumber);
        if (!isAlike) {
            writeOrder(intent, instrument);
        } else {
            patchNumber(number);
            if (!intent.isLike(last)) {
                writeTerms(intent);
            }
        }
        lastNumber = number;
        return length;
    }

    private static void checkAmount(OrderIntent intent) {
        if (intent.units() <= 0) {
            throw new IllegalArgumentException("amount must be over 0: was " + intent.units());
        }
    }

    /** From the last digit to the first that both numbers share, with all before it. */
    private void patchNumber(long number) {
        int at = numberEnd;
        long before = lastNumber;
        for (long rest = number; rest != before; rest /= 10, before /= 10) {
            order[--at] = (byte) ('0' + rest % 10);
        }
    }

    private void writeOrder(OrderIntent intent, Instrument instrument) {
        byte[] template = bodies.template(instrument, intent.type());
        int at = OrderFields.put(ORDER, order, 0);
        at += NumberText.write(intent.clientOrderId(), order, at);
        numberEnd = at;
        amountAt = OrderFields.put(template, order, at);
        writeTerms(intent);
        lastInstrument = instrument;
        lastType = intent.type();
    }

    private void writeTerms(OrderIntent intent) {
        int at = OrderBodies.putTerms(intent, order, amountAt);
        order[at] = ']';
        length = at + 1;
        last.copyFrom(intent);
    }

    /** What changes or ends orders: an update, or a cancel of an order, of a group or of all. */
    public int change(OrderIntent intent) {
        int at = OrderBodies.putName(intent.operation(), other, begin(START));
        at = OrderFields.put(NULL, other, at);
        return end(bodies.put(intent, null, other, at));
    }

    private int begin(byte[] start) {
        buffer = otherBuffer;
        return OrderFields.put(start, other, 0);
    }

    private int end(int at) {
        other[at] = ']';
        return at + 1;
    }

    /** Cancels by the venue's number of the order. */
    public int cancel(long orderId) {
        return change(cancel.begin(OrderOperation.CANCEL, Instrument.NONE).orderId(orderId));
    }

    /**
     * Cancels by our number of the order, while the venue has not told its own.
     *
     * @param createdEpochDay UTC day on which the order was made, counted from 1970-01-01
     */
    public int cancel(long clientOrderId, long createdEpochDay) {
        cancel.begin(OrderOperation.CANCEL, Instrument.NONE).clientOrderId(clientOrderId);
        return change(cancel.createdEpochDay((int) createdEpochDay));
    }

    /**
     * Cancels orders by the venue's numbers.
     *
     * @param count how many of the array's first, at most {@link #CANCELS_MAX}
     */
    public int cancelMany(long[] orderIds, int count) {
        return end(OrderBodies.putIds(orderIds, count, other, begin(CANCEL_MANY)));
    }

    /** Cancels orders by our numbers and the UTC days on which they were made. */
    public int cancelMany(long[] clientOrderIds, long[] createdEpochDays, int count) {
        int at = begin(CANCEL_MANY);
        return end(OrderBodies.putClientIds(clientOrderIds, createdEpochDays, count, other, at));
    }

    /**
     * Several operations in one message; each is answered by itself.
     *
     * @param intents what is wanted, new orders with their client order ids
     * @param instruments that of each new order
     * @param count how many of the first, at most {@link #BATCH_MAX}
     * @throws IllegalArgumentException for an order whose amount is not over 0
     */
    public int batch(OrderIntent[] intents, Instrument[] instruments, int count) {
        int at = begin(BATCH);
        for (int i = 0; i < count; i++) {
            OrderIntent intent = intents[i];
            if (intent.operation() == OrderOperation.NEW) {
                checkAmount(intent);
            }
            at = OrderBodies.comma(i, other, at);
            other[at] = '[';
            at = OrderBodies.putName(intent.operation(), other, at + 1);
            other[at] = ',';
            at = end(bodies.put(intent, instruments[i], other, at + 1));
        }
        return OrderFields.put(BATCH_END, other, at);
    }
}

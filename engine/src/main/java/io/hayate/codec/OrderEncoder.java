package io.hayate.codec;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderType;
import io.hayate.number.Decimals;
import io.hayate.number.NumberText;
import org.agrona.AsciiEncoding;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes orders, updates and cancels as text.
 *
 * <pre>
 * [0,"on",null,{"cid":12345,"type":"EXCHANGE MARKET","symbol":"tBTCUSD","amount":"-0.01"}]
 * [0,"ou",null,{"id":123,"price":"97005"}]
 * [0,"oc",null,{"id":123}]
 * </pre>
 *
 * <p>An order's text is the template of the next of its instrument and type: one that differs from it in
 * its number alone costs the digits that changed, another one what comes from its amount on.
 *
 * <p>The strategy's thread. Each method writes at 0 of {@link #buffer()}, over what was there, and
 * returns the length in bytes. Allocates once for each instrument, when it is prepared or at its first order.
 */
public final class OrderEncoder {
    private static final int TEXT_BYTES = 2_048; // a symbol with all escaped takes 768 of them
    private static final byte[] ORDER = AsciiJson.ascii("[0,\"on\",null,{\"cid\":");
    private static final byte[] UPDATE = AsciiJson.ascii("[0,\"ou\",null,{");
    private static final byte[] CANCEL = AsciiJson.ascii("[0,\"oc\",null,{");
    private static final byte[] ID = AsciiJson.ascii("\"id\":");
    private static final byte[] CID = AsciiJson.ascii("\"cid\":");
    private static final byte[] CID_DATE = AsciiJson.ascii(",\"cid_date\":\"");
    private static final byte[] END = AsciiJson.ascii("}]");

    private final byte[] order = new byte[TEXT_BYTES];
    private final byte[] other = new byte[TEXT_BYTES];
    private final UnsafeBuffer orderBuffer = new UnsafeBuffer(order);
    private final UnsafeBuffer otherBuffer = new UnsafeBuffer(other);
    private final OrderTemplates templates = new OrderTemplates();
    private final OrderIntent last = OrderIntent.allocate();

    private UnsafeBuffer buffer = orderBuffer;
    private Instrument lastInstrument;
    private OrderType lastType;
    private long lastNumber;
    private int numberEnd;
    private int amountAt;
    private int length;

    /** Prepares the orders of an instrument, so that its first one allocates nothing, either. */
    public void prepare(Instrument instrument) {
        byte[] unused = templates.get(instrument, OrderType.OTHER);
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
        if (intent.units() <= 0) {
            throw new IllegalArgumentException("amount must be over 0: was " + intent.units());
        }
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

    /** From the last digit to the first that both numbers share, with all before it. */
    private void patchNumber(long number) {
        int at = numberEnd;
        long before = lastNumber;
        for (long rest = number; rest != before; rest /= 10, before /= 10) {
            order[--at] = (byte) ('0' + rest % 10);
        }
    }

    private void writeOrder(OrderIntent intent, Instrument instrument) {
        byte[] template = templates.get(instrument, intent.type());
        int at = OrderFields.put(ORDER, order, 0);
        at += NumberText.write(intent.clientOrderId(), order, at);
        numberEnd = at;
        amountAt = OrderFields.put(template, order, at);
        writeTerms(intent);
        lastInstrument = instrument;
        lastType = intent.type();
    }

    private void writeTerms(OrderIntent intent) {
        int at = amountAt;
        at += Decimals.writePlain(intent.side().sign() * intent.units(), order, at);
        order[at] = '"';
        at = OrderFields.ofNew(intent, order, at + 1);
        length = OrderFields.put(END, order, at);
        last.copyFrom(intent);
    }

    /**
     * Other terms for an order, which is named by the venue's number or, where the intent has none, by
     * ours and its day.
     */
    public int update(OrderIntent intent) {
        int at = begin(UPDATE);
        at =
                intent.orderId() != 0
                        ? putId(intent.orderId(), at)
                        : putClientId(intent.clientOrderId(), intent.createdEpochDay(), at);
        at = OrderFields.ofUpdate(intent, other, at);
        return OrderFields.put(END, other, at);
    }

    /** Cancels by the venue's number of the order. */
    public int cancel(long orderId) {
        return OrderFields.put(END, other, putId(orderId, begin(CANCEL)));
    }

    /**
     * Cancels by our number of the order, while the venue has not told its own.
     *
     * @param createdEpochDay UTC day on which the order was made, counted from 1970-01-01
     */
    public int cancel(long clientOrderId, long createdEpochDay) {
        int at = putClientId(clientOrderId, createdEpochDay, begin(CANCEL));
        return OrderFields.put(END, other, at);
    }

    private int begin(byte[] start) {
        buffer = otherBuffer;
        return OrderFields.put(start, other, 0);
    }

    private int putId(long orderId, int start) {
        int at = OrderFields.put(ID, other, start);
        return at + NumberText.write(orderId, other, at);
    }

    private int putClientId(long clientOrderId, long createdEpochDay, int start) {
        int at = OrderFields.put(CID, other, start);
        at += NumberText.write(clientOrderId, other, at);
        at = OrderFields.put(CID_DATE, other, at);
        at += Dates.write(createdEpochDay, other, at);
        other[at] = '"';
        return at + 1;
    }
}

package io.hayate.codec;

import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.Side;
import io.hayate.number.Decimals;
import org.agrona.AsciiEncoding;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes orders and cancels as text.
 *
 * <pre>
 * [0,"on",null,{"cid":12345,"type":"EXCHANGE MARKET","symbol":"tBTCUSD","amount":"-0.01"}]
 * [0,"oc",null,{"id":123}]
 * </pre>
 *
 * <p>An order's text is the template of the next: one that differs from it in its number alone costs
 * the digits that changed.
 *
 * <p>The strategy's thread. Each method writes at 0 of {@link #buffer()}, over what was there, and
 * returns the length in bytes. Allocates once for each instrument, when it is prepared or at its first order.
 */
public final class OrderEncoder {
    private static final int SYMBOL_LENGTH_MAX = 128;
    private static final int TEXT_BYTES = 1_024; // such a symbol, every character escaped, and room
    private static final byte[] ORDER = AsciiJson.ascii("[0,\"on\",null,{\"cid\":");
    private static final byte[] ORDER_END = AsciiJson.ascii("\"}]");
    private static final byte[] CANCEL_ID = AsciiJson.ascii("[0,\"oc\",null,{\"id\":");
    private static final byte[] CANCEL_CID = AsciiJson.ascii("[0,\"oc\",null,{\"cid\":");
    private static final byte[] CID_DATE = AsciiJson.ascii(",\"cid_date\":\"");
    private static final byte[] CANCEL_END = AsciiJson.ascii("}]");

    private final byte[] order = new byte[TEXT_BYTES];
    private final byte[] cancel = new byte[TEXT_BYTES];
    private final UnsafeBuffer orderBuffer = new UnsafeBuffer(order);
    private final UnsafeBuffer cancelBuffer = new UnsafeBuffer(cancel);
    private final Instrument[] instruments = new Instrument[Instruments.COUNT_MAX];
    private final byte[][] marketOrders = new byte[Instruments.COUNT_MAX][];

    private UnsafeBuffer buffer = orderBuffer;
    private Instrument lastInstrument;
    private long lastUnits;
    private long lastNumber;
    private int lastNumberEnd;
    private int lastLength;

    /** Prepares the orders of an instrument, so that its first one allocates nothing, either. */
    public void prepare(Instrument instrument) {
        byte[] unused = marketOrderOf(instrument);
    }

    /** Where texts are written; the contents hold until the next is. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /**
     * A market order on the exchange wallet.
     *
     * @param clientOrderId below 2^45
     * @param amountUnits in units of 1e-8, over 0
     * @throws IllegalArgumentException for an amount that is not over 0
     */
    public int marketOrder(long clientOrderId, Instrument instrument, Side side, long amountUnits) {
        if (amountUnits <= 0) {
            throw new IllegalArgumentException("amount must be over 0: was " + amountUnits);
        }
        buffer = orderBuffer;
        long units = side.sign() * amountUnits;
        boolean isAlike =
                units == lastUnits
                        && instrument.equals(lastInstrument)
                        && AsciiEncoding.digitCount(clientOrderId)
                                == AsciiEncoding.digitCount(lastNumber);
        if (isAlike) {
            patchNumber(clientOrderId);
        } else {
            writeOrder(clientOrderId, instrument, units);
        }
        lastNumber = clientOrderId;
        return lastLength;
    }

    /** From the last digit to the first that both numbers share, with all before it. */
    private void patchNumber(long clientOrderId) {
        int at = lastNumberEnd;
        long before = lastNumber;
        for (long rest = clientOrderId; rest != before; rest /= 10, before /= 10) {
            order[--at] = (byte) ('0' + rest % 10);
        }
    }

    private void writeOrder(long clientOrderId, Instrument instrument, long units) {
        int at = put(0, ORDER);
        at += buffer.putLongAscii(at, clientOrderId);
        lastNumberEnd = at;
        at = put(at, marketOrderOf(instrument));
        at += Decimals.writePlain(units, order, at);
        lastLength = put(at, ORDER_END);
        lastInstrument = instrument;
        lastUnits = units;
    }

    /** Cancels by the venue's number of the order. */
    public int cancel(long orderId) {
        buffer = cancelBuffer;
        int at = put(0, CANCEL_ID);
        at += buffer.putLongAscii(at, orderId);
        return put(at, CANCEL_END);
    }

    /**
     * Cancels by our number of the order, while the venue has not told its own.
     *
     * @param createdEpochDay UTC day on which the order was made, counted from 1970-01-01
     */
    public int cancel(long clientOrderId, long createdEpochDay) {
        buffer = cancelBuffer;
        int at = put(0, CANCEL_CID);
        at += buffer.putLongAscii(at, clientOrderId);
        at = put(at, CID_DATE);
        at += Dates.write(createdEpochDay, cancel, at);
        cancel[at++] = '"';
        return put(at, CANCEL_END);
    }

    private byte[] marketOrderOf(Instrument instrument) {
        int id = instrument.id();
        if (!instrument.equals(instruments[id])) {
            instruments[id] = instrument;
            marketOrders[id] = makeMarketOrder(instrument.symbol());
        }
        return marketOrders[id];
    }

    private static byte[] makeMarketOrder(String symbol) {
        if (symbol.length() > SYMBOL_LENGTH_MAX) {
            throw new IllegalArgumentException("no symbol: " + symbol);
        }
        return AsciiJson.ascii(
                ",\"type\":\"EXCHANGE MARKET\",\"symbol\":"
                        + AsciiJson.quote(symbol)
                        + ",\"amount\":\"");
    }

    private int put(int index, byte[] part) {
        buffer.putBytes(index, part);
        return index + part.length;
    }
}

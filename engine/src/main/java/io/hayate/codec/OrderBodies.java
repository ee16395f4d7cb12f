package io.hayate.codec;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.number.Decimals;
import io.hayate.number.NumberText;

/**
 * Writes what an operation is called and its object, as they stand alone in a frame and side by side in
 * a batch. Allocates nothing but for an instrument that it first meets.
 */
final class OrderBodies {
    private static final byte[] CID = AsciiJson.ascii("{\"cid\":");
    private static final byte[] ID = AsciiJson.ascii("{\"id\":");
    private static final byte[] CID_DATE = AsciiJson.ascii(",\"cid_date\":\"");
    private static final byte[] GROUP = AsciiJson.ascii("{\"gid\":[");
    private static final byte[] ALL = AsciiJson.ascii("{\"all\":1}");
    private static final byte[] IDS = AsciiJson.ascii("{\"id\":[");
    private static final byte[] CIDS = AsciiJson.ascii("{\"cid\":[");
    private static final byte[] END = AsciiJson.ascii("}");
    private static final byte[] LIST_END = AsciiJson.ascii("]}");
    private static final byte[][] NAMES = new byte[OrderOperation.CANCEL_ALL.code() + 1][];

    static {
        for (OrderOperation operation : OrderOperation.values()) {
            NAMES[operation.code()] = AsciiJson.ascii(AsciiJson.quote(nameOf(operation)));
        }
    }

    private final OrderTemplates templates = new OrderTemplates();

    private static String nameOf(OrderOperation operation) {
        return switch (operation) {
            case NEW -> "on";
            case UPDATE -> "ou";
            case CANCEL -> "oc";
            case CANCEL_GROUP, CANCEL_ALL -> "oc_multi";
        };
    }

    /** Writes the operation's name in quotes; returns where it ends. */
    static int putName(OrderOperation operation, byte[] text, int at) {
        return OrderFields.put(NAMES[operation.code()], text, at);
    }

    /** From behind the client order id of a new order up to its amount. */
    byte[] template(Instrument instrument, OrderType type) {
        return templates.get(instrument, type);
    }

    /**
     * Writes the object of an operation; returns where it ends.
     *
     * @param instrument that of a new order; of no account for any other
     */
    int put(OrderIntent intent, Instrument instrument, byte[] text, int at) {
        return switch (intent.operation()) {
            case NEW -> putNew(intent, instrument, text, at);
            case UPDATE -> {
                int named = putOrder(intent, text, at);
                yield OrderFields.put(END, text, OrderFields.ofUpdate(intent, text, named));
            }
            case CANCEL -> OrderFields.put(END, text, putOrder(intent, text, at));
            case CANCEL_GROUP -> {
                int group = OrderFields.put(GROUP, text, at);
                group += NumberText.write(intent.groupId(), text, group);
                yield OrderFields.put(LIST_END, text, group);
            }
            case CANCEL_ALL -> OrderFields.put(ALL, text, at);
        };
    }

    private int putNew(OrderIntent intent, Instrument instrument, byte[] text, int start) {
        int at = OrderFields.put(CID, text, start);
        at += NumberText.write(intent.clientOrderId(), text, at);
        at = OrderFields.put(templates.get(instrument, intent.type()), text, at);
        return putTerms(intent, text, at);
    }

    /** Writes a new order from its amount on; returns where its object ends. */
    static int putTerms(OrderIntent intent, byte[] text, int start) {
        int at = start + Decimals.writePlain(intent.side().sign() * intent.units(), text, start);
        text[at] = '"';
        return OrderFields.put(END, text, OrderFields.ofNew(intent, text, at + 1));
    }

    /** Names an order by the venue's number or, where that is not known, by ours and its day. */
    private static int putOrder(OrderIntent intent, byte[] text, int start) {
        if (intent.orderId() != 0) {
            int at = OrderFields.put(ID, text, start);
            return at + NumberText.write(intent.orderId(), text, at);
        }
        int at = OrderFields.put(CID, text, start);
        at += NumberText.write(intent.clientOrderId(), text, at);
        at = OrderFields.put(CID_DATE, text, at);
        at += Dates.write(intent.createdEpochDay(), text, at);
        text[at] = '"';
        return at + 1;
    }

    /** Writes an object that names orders by the venue's numbers; returns where it ends. */
    static int putIds(long[] ids, int count, byte[] text, int start) {
        int at = OrderFields.put(IDS, text, start);
        for (int i = 0; i < count; i++) {
            at = comma(i, text, at);
            at += NumberText.write(ids[i], text, at);
        }
        return OrderFields.put(LIST_END, text, at);
    }

    /** Writes an object that names orders by our numbers and their days; returns where it ends. */
    static int putClientIds(long[] numbers, long[] days, int count, byte[] text, int start) {
        int at = OrderFields.put(CIDS, text, start);
        for (int i = 0; i < count; i++) {
            at = comma(i, text, at);
            text[at++] = '[';
            at += NumberText.write(numbers[i], text, at);
            text[at++] = ',';
            text[at++] = '"';
            at += Dates.write(days[i], text, at);
            text[at++] = '"';
            text[at++] = ']';
        }
        return OrderFields.put(LIST_END, text, at);
    }

    /** Separates all but the first; returns where the next begins. */
    static int comma(int index, byte[] text, int at) {
        if (index == 0) {
            return at;
        }
        text[at] = ',';
        return at + 1;
    }
}

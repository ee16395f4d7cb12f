package io.hayate.latency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the frames that answer an order, with places for what differs: {@code %c} client order id,
 * {@code %o} order id, {@code %e} execution id, {@code %t} time, {@code %s} symbol, {@code %a}
 * amount. Writing one allocates nothing.
 */
final class OrderReply {
    private static final String ROUTING = "\"API>BFX\",null,null,null]";

    /** The request is taken, its execution, the order is done, the execution with its fee. */
    static final List<OrderReply> ALL =
            List.of(
                    new OrderReply(
                            "[0,\"n\",[%t,\"on-req\",null,null,[%o,null,%c,\"%s\",%t,%t,%a,%a,"
                                    + "\"EXCHANGE MARKET\",null,null,null,0,\"ACTIVE\",null,null,"
                                    + "97325,0,0,0,null,null,null,0,0,null,null,null,"
                                    + ROUTING
                                    + ",null,\"SUCCESS\",\"Submitting exchange market order.\"]]"),
                    new OrderReply(
                            "[0,\"te\",[%e,\"%s\",%t,%o,%a,97325,\"EXCHANGE MARKET\",97325,-1,"
                                    + "null,null,%c]]"),
                    new OrderReply(
                            "[0,\"oc\",[%o,null,%c,\"%s\",%t,%t,0,%a,\"EXCHANGE MARKET\",null,null,"
                                    + "null,0,\"EXECUTED @ 97325.0(%a)\",null,null,97325,97325,0,0,"
                                    + "null,null,null,0,0,null,null,null,"
                                    + ROUTING
                                    + "]"),
                    new OrderReply(
                            "[0,\"tu\",[%e,\"%s\",%t,%o,%a,97325,\"EXCHANGE MARKET\",97325,-1,"
                                    + "-0.000002,\"BTC\",%c]]"));

    /** What all answers to one order take at most. */
    static final int BYTES_MAX = 2_048;

    private static final long ORDER_ID_FIRST = 150_000_000_000L;
    private static final long EXECUTION_ID_FIRST = 1_800_000_000L;

    private final byte[][] parts;
    private final char[] places;

    private OrderReply(String template) {
        List<byte[]> texts = new ArrayList<>();
        StringBuilder codes = new StringBuilder();
        int from = 0;
        for (int at; (at = template.indexOf('%', from)) >= 0; from = at + 2) {
            texts.add(template.substring(from, at).getBytes(StandardCharsets.US_ASCII));
            codes.append(template.charAt(at + 1));
        }
        texts.add(template.substring(from).getBytes(StandardCharsets.US_ASCII));
        parts = texts.toArray(new byte[0][]);
        places = codes.toString().toCharArray();
    }

    /** Appends all answers to an order. */
    static void putAll(ByteBuffer out, AsciiText scratch, OrderText order, long number) {
        long timeMs = System.currentTimeMillis();
        for (int i = 0; i < ALL.size(); i++) {
            ALL.get(i).write(scratch.clear(), order, number, timeMs);
            scratch.putFrame(out);
        }
    }

    private void write(AsciiText out, OrderText order, long number, long timeMs) {
        for (int i = 0; i < places.length; i++) {
            out.add(parts[i], 0, parts[i].length);
            switch (places[i]) {
                case 'c' -> out.add(order.clientOrderId());
                case 'o' -> out.add(ORDER_ID_FIRST + number);
                case 'e' -> out.add(EXECUTION_ID_FIRST + number);
                case 't' -> out.add(timeMs);
                case 's' -> order.addSymbol(out);
                default -> order.addAmount(out);
            }
        }
        byte[] end = parts[parts.length - 1];
        out.add(end, 0, end.length);
    }
}

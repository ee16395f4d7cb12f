package io.hayate.engine;

import io.hayate.order.OrderFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills every order at once: the four frames that the exchange sends, in one write or in four, made
 * from texts that were put together before.
 */
public final class FillingVenue implements FastVenue.OnOrder {
    static final double AMOUNT = 0.01;

    private static final long CLIENT_ORDER_ID = 1_111_111_111L;
    private static final long ORDER_ID = 2_222_222_222L;
    private static final long TRADE_ID = 3_333_333_333L;
    private static final String CLIENT_ORDER_ID_KEY = "\"cid\":";

    private final boolean flushesEach;
    private final String[] bought = answers(AMOUNT);
    private final String[] sold = answers(-AMOUNT);
    private long orders;

    public FillingVenue(boolean flushesEach) {
        this.flushesEach = flushesEach;
    }

    private static String[] answers(double amount) {
        OrderFrames frames = OrderFrames.of(CLIENT_ORDER_ID, ORDER_ID, "tBTCUSD", amount);
        return new String[] {
            frames.accepted(),
            frames.fill(TRADE_ID, amount, 100),
            frames.executed(100),
            frames.fee(TRADE_ID, amount, 100)
        };
    }

    @Override
    public void onOrder(FastVenue venue, String request) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : answers(request)) {
            if (flushesEach) {
                venue.send(frame);
            } else {
                all.writeBytes(frame);
            }
        }
        venue.send(all.toByteArray());
    }

    /** The frames that answer an order. */
    List<byte[]> answers(String request) {
        orders++;
        List<byte[]> frames = new ArrayList<>();
        for (String answer : request.contains("\"-") ? sold : bought) {
            frames.add(FastVenue.frame(answer(answer, request)));
        }
        return frames;
    }

    private String answer(String text, String request) {
        int start = request.indexOf(CLIENT_ORDER_ID_KEY) + CLIENT_ORDER_ID_KEY.length();
        String clientOrderId = request.substring(start, request.indexOf(',', start));
        return text.replace(Long.toString(CLIENT_ORDER_ID), clientOrderId)
                .replace(Long.toString(ORDER_ID), Long.toString(ORDER_ID + orders))
                .replace(Long.toString(TRADE_ID), Long.toString(TRADE_ID + orders));
    }
}

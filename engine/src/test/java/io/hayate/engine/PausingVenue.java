package io.hayate.engine;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Stops reading at the first order until told to go on; then fills all, which must come in order. */
final class PausingVenue implements FastVenue.OnOrder {
    private static final String CLIENT_ORDER_ID_KEY = "\"cid\":";

    private final FillingVenue filling = new FillingVenue(false);
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private long lastClientOrderId;
    private volatile int orders;

    void goOn() {
        goesOn.countDown();
    }

    /** Orders read that came in the order of their numbers. */
    int orders() {
        return orders;
    }

    @Override
    public void onOrder(FastVenue venue, String request) throws IOException {
        try {
            goesOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int start = request.indexOf(CLIENT_ORDER_ID_KEY) + CLIENT_ORDER_ID_KEY.length();
        long clientOrderId = Long.parseLong(request.substring(start, request.indexOf(',', start)));
        if (clientOrderId > lastClientOrderId) {
            orders = orders() + 1;
        }
        lastClientOrderId = clientOrderId;
        filling.onOrder(venue, request);
    }
}

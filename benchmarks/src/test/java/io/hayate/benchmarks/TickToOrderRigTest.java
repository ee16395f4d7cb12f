package io.hayate.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.TrafficTap;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

class TickToOrderRigTest {
    private static final int TICKS = 100;

    private final TickToOrderRig rig = new TickToOrderRig();
    private final Ticks below = new Ticks(TickToOrderRig.TRIGGER_PRICE / 2);
    private final Ticks above = new Ticks(TickToOrderRig.TRIGGER_PRICE);

    private void receive(Ticks ticks) {
        for (int i = 0; i < TICKS; i++) {
            rig.receive(ticks.frame(i), ticks.length(i));
        }
    }

    @Test
    void shouldSendNothingWhenThePriceIsNotReached() {
        long before = rig.ordersSent();

        receive(below);

        assertEquals(before, rig.ordersSent());
    }

    @Test
    void shouldSendAnOrderForEachTickWhenThePriceIsReached() {
        long before = rig.ordersSent();

        receive(above);

        assertEquals(TICKS, rig.ordersSent() - before);
        assertEquals(TICKS, rig.openOrders());
    }

    @Test
    void shouldTellTheTapOfEachTickAndOrderWhenTapped() {
        AtomicInteger in = new AtomicInteger();
        AtomicInteger out = new AtomicInteger();
        TrafficTap tap =
                new TrafficTap() {
                    @Override
                    public void onTextIn(
                            int connection,
                            DirectBuffer text,
                            int offset,
                            int length,
                            long lookedTimeNs,
                            long timeNs) {
                        in.incrementAndGet();
                    }

                    @Override
                    public void onTextOut(
                            int connection, DirectBuffer text, int offset, int length, long ns) {
                        out.incrementAndGet();
                    }
                };
        TickToOrderRig tapped = TickToOrderRig.tapped(tap);
        int before = in.get();
        int sent = out.get();

        tapped.receive(above.frame(0), above.length(0));

        assertEquals(1, tapped.openOrders());
        assertEquals(before + 1, in.get());
        assertEquals(sent + 1, out.get());
    }

    @Test
    void shouldHaveNoOpenOrderWhenTheVenueHasClosedAll() {
        CloseAnswer answer = new CloseAnswer();
        receive(above);
        long last = rig.lastOrder();

        for (long id = last - TICKS + 1; id <= last; id++) {
            rig.receive(answer.to(id), answer.length());
        }

        assertEquals(0, rig.openOrders());
    }

    @Test
    void shouldDecideAsTheEngineDoesWhenNaive() throws IOException {
        TreeModelClient naive = new TreeModelClient();

        for (int i = 0; i < TICKS; i++) {
            naive.receive(below.frame(i), below.length(i));
            naive.receive(above.frame(i), above.length(i));
        }

        assertEquals(TICKS, naive.ordersSent());
    }
}

package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.ReportKind;
import io.hayate.model.Instruments;
import io.hayate.model.OrderStatus;
import io.hayate.model.RequestKind;
import io.hayate.view.terminal.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class OrderNewsTest {
    private static final int BTCUSD = 0;
    private static final long GATHER_NS = 300_000_000;

    private final List<AttributedString> lines = new ArrayList<>();
    private final OrderNews orders =
            new OrderNews(
                    new OrderLine(Instruments.of(List.of("tBTCUSD"))),
                    (last, isFill, line) -> lines.add(line));

    @Test
    void shouldMarkEachLineWhereOrdersAreMarked() {
        OrderLine line = new OrderLine(Instruments.of(List.of("tBTCUSD")), "PAPER");

        String text = line.answer(Samples.fill(0, ReportKind.FILL, 0.01, 97_001)).toString();

        assertTrue(text.startsWith("PAPER order "), text);
    }

    @Test
    void shouldTellOrderAtOnceWhenItsLastFeeIsTold() {
        news(Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, true, "Submitting order."));
        news(Samples.fill(BTCUSD, ReportKind.FILL, 0.004, 97_001));
        Event second = Samples.fill(BTCUSD, ReportKind.FILL, 0.006, 97_002);
        Samples.report(second).tradeId(8);
        news(second);
        news(Samples.closed(BTCUSD, OrderStatus.FILLED, 97_001.6, "EXECUTED @ 97001.6(0.01)"));
        fee(7, -0.000_008);
        assertEquals(List.of(), lines);
        fee(8, -0.000_012);

        assertEquals(
                "order 1764000000123 BUY 0.01 BTCUSD market: FILLED @ 97001.6 in 2 fills,"
                        + " fee 0.00002 BTC",
                Samples.text(lines));
    }

    private void fee(long tradeId, double fee) {
        Event event = Samples.fill(BTCUSD, ReportKind.FILL_FEE, 0.004, 97_001);
        Samples.report(event).tradeId(tradeId).fee(fee).feeCurrency("BTC");
        news(event);
    }

    @Test
    void shouldKeepTheEndWhenAnswerComesBehindIt() {
        news(Samples.fill(BTCUSD, ReportKind.FILL, 0.01, 97_001));
        news(Samples.closed(BTCUSD, OrderStatus.FILLED, 97_001, "EXECUTED @ 97001.0(0.01)"));
        news(Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, true, ""));

        assertLines("order 1764000000123 BUY 0.01 BTCUSD market: FILLED @ 97001");
    }

    @Test
    void shouldTellWithinBoundWhenManyOrdersWait() {
        for (int i = 0; i < 100; i++) {
            Event event = Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, true, "");
            Samples.report(event).clientOrderId(i + 1).orderId(1_000 + i);
            news(event);
        }

        assertEquals(36, lines.size());
        flush();
        assertEquals(100, lines.size());
    }

    @Test
    void shouldTellWhatIsKnownWhenTheRestIsLate() {
        news(Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, true, ""));
        orders.flush(GATHER_NS - 1);
        assertEquals(List.of(), lines);
        flush();
        fee(7, -0.000_008);
        flush();

        assertLines(
                "order 1764000000123 BUY 0.01 BTCUSD market: accepted",
                "order 1764000000123 BUY BTCUSD market: fee 0.000008 BTC for the fill of 0.004"
                        + " @ 97001");
    }

    @Test
    void shouldTellEndsOneByOneWhenTheyComeTogether() {
        news(Samples.closed(BTCUSD, OrderStatus.CANCELED, 0, "CANCELED"));
        news(Samples.closed(BTCUSD, OrderStatus.FILLED, 97_001, ""));

        assertLines(
                "order 1764000000123 BUY 0.01 BTCUSD market: CANCELED",
                "order 1764000000123 BUY 0.01 BTCUSD market: FILLED @ 97001");
    }

    @Test
    void shouldKeepVenuesWordsWhenTheyTellMore() {
        String words = "EXECUTED @ 97001.0(0.004): was PARTIALLY FILLED @ 97000.0(0.006)";
        news(Samples.closed(BTCUSD, OrderStatus.FILLED, 97_000.4, words));

        assertLines("order 1764000000123 BUY 0.01 BTCUSD market: FILLED @ 97000.4 - " + words);
    }

    @Test
    void shouldRoundAnAveragePriceThatIsASumDivided() {
        news(Samples.closed(BTCUSD, OrderStatus.FILLED, 86_749.03619048001, ""));

        assertLines("order 1764000000123 BUY 0.01 BTCUSD market: FILLED @ 86749.03619048");
    }

    private void news(Event event) {
        orders.put(event, 0);
    }

    private void flush() {
        orders.flush(GATHER_NS);
    }

    private void assertLines(String... expected) {
        flush();
        assertEquals(String.join("\n", expected), Samples.text(lines));
    }
}

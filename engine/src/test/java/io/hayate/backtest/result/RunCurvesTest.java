package io.hayate.backtest.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueFill;
import io.hayate.venue.VenueResting;
import io.hayate.venue.mirror.FillCause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Money by cause, curves of a bounded number of points, places in queues. */
class RunCurvesTest {
    private static final String BTC = "tBTCUSD";

    private long timeNs;
    private BigDecimal middle = new BigDecimal("100");
    private FillCause cause;
    private final RunCurves curves = new RunCurves(1_000_000, List.of(BTC));
    private final Ledger ledger = new Ledger("me", new Told(), curves);

    /** The market as the test has it. */
    private final class Told implements LedgerMarket {
        @Override
        public long timeNs() {
            return timeNs;
        }

        @Override
        public BigDecimal mid(String symbol) {
            return middle;
        }

        @Override
        public FillCause cause(long tradeId) {
            return cause;
        }
    }

    private void fill(String amount, String price, boolean isMaker, String fee, String currency) {
        ledger.onFill(
                new VenueFill(
                        "me",
                        BTC,
                        7,
                        1,
                        new BigDecimal(amount),
                        new BigDecimal(price),
                        isMaker,
                        new VenueFill.Fee(new BigDecimal(fee), currency)));
    }

    private static void assertAmount(String expected, BigDecimal amount) {
        assertEquals(0, new BigDecimal(expected).compareTo(amount), amount::toPlainString);
    }

    @Test
    void shouldPartProfitIntoSpreadFeesAndInventory() {
        ledger.onMeeting("me", BTC);
        middle = new BigDecimal("101"); // the order itself has taken what made the middle
        fill("2", "101", false, "0.01", "BTC");
        middle = new BigDecimal("110");
        fill("-1", "111", true, "0.5", "USD");
        middle = new BigDecimal("105");

        ledger.look();

        BacktestResult.Money money = ledger.money().get("USD");
        assertAmount("-1", money.causes().spread()); // 2 * (100 - 101) + -1 * (110 - 111)
        assertAmount("-1.5", money.causes().fees()); // 0.01 * 100 and 0.5
        assertAmount("14.95", money.causes().inventory()); // 1.99 * 5 + -1 * -5
        assertAmount("12.45", money.profit());
        assertAmount("0.99", ledger.held().positions().get(BTC));
    }

    @Test
    void shouldKeepPeaksHoweverManyValuesThereAre() {
        for (timeNs = 0; timeNs < 1_000_000; timeNs += 10) {
            middle = BigDecimal.valueOf(timeNs == 500_010 ? 1_000 : timeNs == 700_010 ? 1 : 100);
            ledger.draw();
        }
        ledger.onMeeting("me", BTC);
        fill("1", "100", false, "0", "USD");

        List<Curve.Column> columns = curves.traded().get(BTC).price().columns();

        assertEquals(Curve.COLUMNS, columns.size());
        assertTrue(columns.stream().anyMatch(each -> each.most().intValue() == 1_000));
        assertTrue(columns.stream().anyMatch(each -> each.least().intValue() == 1));
        assertTrue(columns.stream().allMatch(each -> each.first().intValue() == 100));
    }

    @Test
    void shouldMakeOneMarkOfTheFillsOfAColumnAndSide() {
        ledger.onMeeting("me", BTC);
        for (timeNs = 0; timeNs < 2_000_000; timeNs += 100) { // beyond the end, too
            cause = timeNs % 200 == 0 ? FillCause.BY_MODEL : FillCause.SURE;
            fill("0.1", timeNs % 300 == 0 ? "99" : "98", true, "0", "USD");
            fill("-0.1", "101", false, "0", "USD");
        }

        List<FillMarks.Mark> marks = curves.traded().get(BTC).fills().all();

        assertEquals(2 * Curve.COLUMNS, marks.size());
        assertEquals(40_000, marks.stream().mapToLong(FillMarks.Mark::count).sum());
        assertEquals("98 99", marks.get(0).least() + " " + marks.get(0).most());
        assertEquals(marks.get(0).count(), marks.get(0).makers());
        assertTrue(marks.get(0).guessed() > 0 && marks.get(0).guessed() < marks.get(0).count());
    }

    private void rest(long orderId, String amount, String ahead) {
        BigDecimal before = ahead == null ? null : new BigDecimal(ahead);
        ledger.onResting(new VenueResting("me", BTC, orderId, new BigDecimal(amount), before));
    }

    private void fillOrder(long orderId, String amount) {
        ledger.onFill(
                new VenueFill(
                        "me",
                        BTC,
                        orderId,
                        1,
                        new BigDecimal(amount),
                        BigDecimal.TEN,
                        true,
                        new VenueFill.Fee(BigDecimal.ZERO, "USD")));
    }

    @Test
    void shouldTellHowOrdersFaredByWhatLayBeforeThem() {
        rest(1, "1", "0");
        rest(2, "-1", "1");
        rest(3, "1", "3.1");
        rest(4, "1", null);
        rest(5, "1", "1000");
        fillOrder(1, "1");
        fillOrder(2, "-0.4");
        fillOrder(2, "-0.6");
        fillOrder(3, "0.1");
        rest(3, "0.9", "0"); // moved to the front
        fillOrder(3, "0.9");

        Map<String, String> told =
                ledger.places().all().stream()
                        .collect(
                                Collectors.toMap(
                                        QueueBins.Bin::label,
                                        bin ->
                                                bin.orders()
                                                        + " "
                                                        + bin.whole()
                                                        + " "
                                                        + bin.partly()));

        assertEquals("2 2 0", told.get("0"));
        assertEquals("1 1 0", told.get("up to 1"));
        assertEquals("1 0 1", told.get("3 to 10"));
        assertEquals("1 0 0", told.get("unknown"));
        assertEquals("1 0 0", told.get("over 100"));
    }

    @Test
    void shouldLeaveOthersOut() {
        ledger.onResting(new VenueResting("other", BTC, 1, BigDecimal.ONE, BigDecimal.ZERO));

        assertEquals(0, ledger.places().all().stream().mapToLong(QueueBins.Bin::orders).sum());
    }
}

package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.hayate.portfolio.Portfolio;
import io.hayate.portfolio.ToldOffer;
import io.hayate.portfolio.ToldPosition;
import io.hayate.portfolio.VenueHoldings;
import io.hayate.view.text.PortfolioLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the venue says of margin positions and funding offers, as strategies and people see it. */
class ToldHoldingsTest {
    private static final String POSITION =
            "[\"%s\",\"ACTIVE\",%s,153.71,0,0,-0.079448,-0.0585,67.5275,1.41,null,142420429,null,"
                    + "null,null,0,null,0,0,null]";
    private static final String OFFER =
            "[%d,\"%s\",1575026670000,1575026670000,%s,5000,\"LIMIT\",null,null,0,\"ACTIVE\",null,"
                    + "null,null,0.006000000000000001,30,0,0,null,0,null]";

    private final Watcher watcher = new Watcher();
    private final RunnerRig rig = new RunnerRig(watcher).live();
    private final Portfolio portfolio = rig.positions.portfolio();
    private final VenueHoldings told = portfolio.atVenue();

    private static final class Watcher implements Strategy {
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }
    }

    private void positions(String... symbols) {
        List<String> rows = new ArrayList<>();
        for (String each : symbols) {
            rows.add(POSITION.formatted(each, "0.2"));
        }
        rig.receive("[0,\"ps\",[" + String.join(",", rows) + "]]");
    }

    private List<String> symbols() {
        return told.positions().stream().map(ToldPosition::symbol).sorted().toList();
    }

    @Test
    void shouldKeepThePositionsOfTheLatestList() {
        positions("tETHUST", "tBTCUSD");
        assertEquals(List.of("tBTCUSD", "tETHUST"), symbols());
        positions("tBTCUSD", "tLTCUSD");
        assertEquals(List.of("tBTCUSD", "tLTCUSD"), symbols());
    }

    @Test
    void shouldFollowAPositionFromItsBeginToItsEnd() {
        rig.receive("[0,\"pn\"," + POSITION.formatted("tBTCUSD", "0.2") + "]");
        rig.receive("[0,\"pu\"," + POSITION.formatted("tBTCUSD", "-0.3") + "]");

        ToldPosition position = watcher.context.portfolio().marginPosition(rig.instrument(0));
        assertNotNull(position);
        assertEquals(-0.3, position.amount());
        assertEquals(153.71, position.basePrice());
        assertEquals(-0.079448, position.profit());
        assertEquals(-0.0585, position.profitPercent());
        assertEquals(67.5275, position.liquidationPrice());
        assertEquals(1.41, position.leverage());
        assertEquals(142_420_429, position.id());
        assertNull(watcher.context.portfolio().marginPosition(rig.instrument(1)));

        rig.receive("[0,\"pc\"," + POSITION.formatted("tBTCUSD", "0") + "]");
        assertNull(watcher.context.portfolio().marginPosition(rig.instrument(0)));
        assertEquals(0, told.positionRows().count());
    }

    @Test
    void shouldFollowOffersByTheirNumbers() {
        rig.receive("[0,\"fos\",[" + OFFER.formatted(1, "fUSD", "5000") + "]]");
        rig.receive("[0,\"fon\"," + OFFER.formatted(2, "fUSD", "-70") + "]");
        rig.receive("[0,\"fou\"," + OFFER.formatted(1, "fUSD", "4000") + "]");
        List<String> seen = new ArrayList<>();
        watcher.context
                .portfolio()
                .forEachOffer(each -> seen.add(each.id() + " " + each.amount() + each.type()));
        assertEquals(List.of("1 4000.0LIMIT", "2 -70.0LIMIT"), seen);

        rig.receive("[0,\"foc\"," + OFFER.formatted(1, "fUSD", "0") + "]");
        assertEquals(List.of(2L), told.offers().stream().map(ToldOffer::id).toList());
    }

    @Test
    void shouldShowThemInAPartOfTheirOwn() {
        PortfolioLines lines = new PortfolioLines(portfolio, null);
        assertEquals(List.of(), lines.onMargin());
        assertEquals(List.of("no funding offer"), lines.offers());
        positions("tETHUST");
        rig.receive("[0,\"fon\"," + OFFER.formatted(2, "fUSD", "-70") + "]");

        assertEquals(
                List.of(
                        "on margin, as the venue tells it:",
                        "ETHUST      0.2, base price 153.71, profit -0.079448 (-0.0585 %), liquidated at",
                        "            67.5275, leverage 1.41"),
                lines.onMargin().stream()
                        .map(line -> line.replaceAll("^ +", " ".repeat(12)))
                        .toList());
        assertEquals(
                List.of(
                        "funding offers, as the venue tells them:",
                        "fUSD        bid for 70, began with 5000, 0.6 % a day, for 30 days, LIMIT, number"),
                lines.offers().subList(0, 2));
    }

    @Test
    void shouldKeepABoundedNumberAndKnowThatThereAreMore() {
        for (int i = 1; i <= VenueHoldings.OFFERS_MAX + 3; i++) {
            rig.receive("[0,\"fon\"," + OFFER.formatted(i, "fUSD", "5") + "]");
        }
        assertEquals(VenueHoldings.OFFERS_MAX, told.offerRows().count());
        assertTrue(told.offerRows().areMore());
    }

    @Test
    void shouldPassOverRowsThatNameNothing() {
        rig.receive("[0,\"pu\",[null,\"ACTIVE\",1]]");
        rig.receive("[0,\"fon\",[0,\"fUSD\",1,1,5,5]]");
        rig.receive("[0,\"ps\",[[null],[\"tBTCUSD\",\"ACTIVE\",1,2]]]");
        assertEquals(List.of("tBTCUSD"), symbols());
        assertEquals(0, told.offerRows().count());
    }

    @Test
    void shouldAllocateNothingForWhatIsKnown() throws IOException {
        ToldPosition row = new ToldPosition();
        rig.receive("[0,\"pn\"," + POSITION.formatted("tBTCUSD", "0.2") + "]");
        double[] values = new double[9];
        assertEquals(
                0,
                Allocations.of(
                        i -> {
                            values[0] = i;
                            told.positionRows().put("tBTCUSD", "", 1, values);
                            told.positionRows().read("tBTCUSD", row);
                        }));
    }
}

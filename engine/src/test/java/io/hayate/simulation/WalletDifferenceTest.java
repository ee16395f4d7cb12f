package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.PathConfig;
import io.hayate.event.CommandType;
import io.hayate.journal.JournalReader;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RecordType;
import io.hayate.model.ChannelSpec;
import io.hayate.number.Decimals;
import io.hayate.order.AbsentOrders;
import io.hayate.portfolio.Portfolio;
import io.hayate.portfolio.WalletDifferences;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import io.hayate.view.text.PortfolioLines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trades by hand while no engine was there are told as what they changed of the wallet, and adopted. */
class WalletDifferenceTest {
    private static final long SEED = 5;

    private SimulationRig rig;
    private SimulatedEngine engine;
    private Trader trader = new Trader();
    private final List<String> told = new ArrayList<>();

    /** Buys and sells what a test asks for. */
    private static final class Trader implements Strategy {
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        private void buy(double amount) {
            assertEquals(RiskVerdict.ACCEPTED, context.buy(context.instrument("tBTCUSD"), amount));
        }

        private void sell(double amount) {
            assertEquals(RiskVerdict.ACCEPTED, context.sell(context.instrument("tBTCUSD"), amount));
        }
    }

    private static PathConfig config() {
        return SimulationRig.config(AbsentOrders.HOLD, false, ChannelSpec.ticker("tBTCUSD"));
    }

    @BeforeEach
    void trade() {
        rig = new SimulationRig(VenueConfig.DEFAULTS, SEED);
        engine = rig.simulation.engine(config(), SimulationRig.DEMO, trader);
        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND);
        trader.buy(0.3);
        rig.simulation.runFor(5 * SECOND);
        trader.sell(0.1);
        rig.simulation.runFor(10 * SECOND);
        assertEquals(0, differenceOf("BTC"));
        assertEquals(0, differenceOf("USD"));
    }

    private void tradeByHand(String amount) {
        OtherProgram hand =
                new OtherProgram(rig.simulation, SimulationRig.DEMO, "demo-secret", "10.7.0.1");
        hand.input(
                "on",
                "{'cid':77,'type':'EXCHANGE MARKET','symbol':'tBTCUSD','amount':'" + amount + "'}");
        rig.simulation.runFor(2 * SECOND);
        assertTrue(hand.take().toString().contains("EXECUTED"));
    }

    private void restart() {
        trader = new Trader();
        engine = rig.simulation.restart(engine, config(), SimulationRig.DEMO, trader);
        rig.comeLive(engine);
        rig.simulation.runFor(10 * SECOND);
        readTold();
    }

    private void readTold() {
        told.clear();
        engine.path().incidents().drain(incident -> told.add(incident.what()));
    }

    private Portfolio portfolio() {
        return engine.path().positions().portfolio();
    }

    private long differenceOf(String currency) {
        int number = portfolio().currencies().find(currency);
        return portfolio().differences().read(number, new WalletDifferences.Difference()).units();
    }

    private void adopt(String currency, double amount) {
        int number = portfolio().currencies().find(currency);
        assertTrue(engine.path().commands().offer(CommandType.ADOPT, number, amount));
        rig.simulation.runFor(SECOND);
    }

    private String shown() {
        return String.join(
                "\n", new PortfolioLines(portfolio(), engine.path().instruments()).positions());
    }

    @Test
    void shouldTellNothingWhenNobodyElseHasTraded() {
        rig.simulation.kill(engine);
        rig.simulation.runFor(20 * SECOND);
        restart();

        assertEquals(0, differenceOf("BTC"));
        assertEquals(0, differenceOf("USD"));
        assertFalse(told.toString().contains("adopt"), told.toString());
        assertFalse(shown().contains("adopt"), shown());
    }

    @Test
    void shouldTellWhatWasTradedByHandMeanwhileUntilItIsAdopted() {
        rig.simulation.kill(engine);
        tradeByHand("0.5");
        restart();

        long more = differenceOf("BTC");
        assertEquals(0.5, Decimals.toDouble(more), 0.01); // less the fee
        assertTrue(differenceOf("USD") < 0);
        assertEquals(2, told.stream().filter(line -> line.contains("adopt")).count());
        assertTrue(shown().contains("came without us"), shown());
        assertEquals(0.2, engine.path().positions().amount(0));

        adopt("BTC", 0.5);
        assertEquals(more, differenceOf("BTC")); // not what is shown
        adopt("BTC", Decimals.toDouble(more));
        assertEquals(0, differenceOf("BTC"));
        assertEquals(0.2, engine.path().positions().amount(0));
        assertTrue(isAdopted(), "it is in the journal");

        rig.simulation.kill(engine);
        restart();
        assertEquals(0, differenceOf("BTC"));
        assertTrue(differenceOf("USD") < 0);
        assertEquals(1, told.stream().filter(line -> line.contains("adopt")).count());
    }

    private boolean isAdopted() {
        JournalReader reader = new JournalReader(engine.journal());
        boolean found = false;
        while (reader.next()) {
            found |=
                    reader.record().type() == RecordType.ADOPTED
                            && new NoteRecord().wrap(reader.record()).text().startsWith("BTC 0.");
        }
        return found;
    }

    @Test
    void shouldGoOnTellingTheSameWhileOurOrdersTrade() {
        rig.simulation.kill(engine);
        tradeByHand("-0.25");
        restart();
        long less = differenceOf("BTC");
        assertEquals(-25_000_000, less);

        for (int i = 0; i < 5; i++) {
            trader.buy(0.01 * (i + 1));
            rig.simulation.runFor(10 * SECOND);
            assertTrue(Math.abs(differenceOf("BTC") - less) <= 5, "by rounding alone");
        }
    }
}

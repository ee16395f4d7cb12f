package io.hayate.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.number.ExactSum;
import io.hayate.portfolio.Holding;
import io.hayate.portfolio.Portfolio;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.VenueConfig;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the portfolio counts is what the exchange's wallets have gained and lost. */
class PortfolioAtVenueTest {
    private final Wallets strategy = new Wallets();

    /** Buys more often than it sells, and notes its wallets as the session starts and now. */
    private static final class Wallets implements Strategy {
        private final Map<String, Double> first = new HashMap<>();
        private final Map<String, Double> last = new HashMap<>();
        private StrategyContext context;
        private boolean trades = true;
        private int tickers;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onWallet(WalletUpdate wallet) {
            if (wallet.walletType().equals("exchange")) {
                first.putIfAbsent(wallet.currency(), wallet.balance());
                last.put(wallet.currency(), wallet.balance());
            }
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            tickers++;
            if (trades && tickers % 3 == 0) {
                double amount = 0.001 * (1 + tickers % 7);
                if (tickers % 9 == 0) {
                    context.sell(instrument, amount);
                } else {
                    context.buy(instrument, amount);
                }
            }
        }

        double gained(String currency) {
            return last.get(currency) - first.get(currency);
        }
    }

    @Test
    void shouldBeWhatTheWalletsGainedAndLost() {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 11);
        SimulatedEngine engine = rig.engine(strategy, ChannelSpec.ticker("tBTCUSD"));
        rig.comeLive(engine);
        rig.simulation.runFor(120 * SimulationRig.SECOND);
        strategy.trades = false;
        rig.simulation.runFor(20 * SimulationRig.SECOND);

        Portfolio portfolio = rig.path().positions().portfolio();
        Holding held = portfolio.read(0, new Holding());
        ExactSum cash = new ExactSum();
        assertTrue(cash.add(held.realised()) && cash.subtract(held.cost()));
        assertTrue(cash.add(held.quoteFees()));
        assertTrue(held.fills() > 30, "" + held.fills());
        assertFalse(held.baseFees().isZero());
        assertFalse(held.quoteFees().isZero());
        assertEquals(strategy.gained("USD"), cash.toDouble(), 1e-6);
        double base = held.position() + held.baseFees().toDouble();
        assertEquals(strategy.gained("BTC"), base, 1e-9);
        assertEquals(0, held.estimatedUnits());
        Instrument instrument = rig.path().instruments().get(0);
        assertEquals(base, strategy.context.portfolio().sellable(instrument), 1e-8);
        assertTrue(held.isMarked());
        assertEquals(
                held.realisedProfit() + held.unrealisedProfit(),
                strategy.context.portfolio().equity("USD")
                        - held.quoteFees().toDouble()
                        - held.baseFees().toDouble() * held.mark(),
                1e-6);
        assertEquals(held.mark(), strategy.context.portfolio().mark(instrument));
    }
}

package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.AccountState;
import io.hayate.event.CommandType;
import io.hayate.event.Ticker;
import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountRules;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.FeeConfig;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.PermissionArea;
import io.hayate.venue.PermissionsConfig;
import io.hayate.venue.VenueConfig;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A strategy is told whether the account lets new orders leave, and none leaves while it does not. */
class AccountStateTest {
    private final Told strategy = new Told();
    private SimulationRig rig;
    private SimulatedEngine engine;

    /** Buys at each ticker, and notes each verdict that differs from the one before. */
    private static final class Told implements Strategy {
        final List<Object> told = new ArrayList<>();
        private StrategyContext context;
        private RiskVerdict last;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            RiskVerdict verdict = context.buy(instrument, 0.01);
            boolean isOfAccount =
                    verdict == RiskVerdict.ACCEPTED
                            || verdict == RiskVerdict.NOT_READY
                            || verdict == RiskVerdict.KEY_READ_ONLY
                            || verdict == RiskVerdict.HALTED;
            if (verdict != last && isOfAccount) {
                last = verdict;
                told.add(verdict);
            }
        }

        @Override
        public void onAccountState(AccountState state) {
            assertEquals(state, context.accountState());
            told.add(state);
        }
    }

    private void start(EnumSet<PermissionArea> write) {
        KeyConfig key =
                new KeyConfig(
                        AccountsConfig.DEMO_KEY,
                        AccountsConfig.DEMO_SECRET,
                        new PermissionsConfig(PermissionsConfig.TRADING.read(), write));
        AccountConfig account =
                new AccountConfig("demo", 1, List.of(key), List.of(), FeeConfig.DEFAULTS);
        VenueConfig venue =
                VenueConfig.DEFAULTS.withAccounts(
                        new AccountsConfig(List.of(account), AccountRules.DEFAULTS));
        rig = new SimulationRig(venue, 7);
        engine = rig.engine(strategy, ChannelSpec.ticker("tBTCUSD"));
        rig.comeLive(engine);
        rig.simulation.runFor(20 * SECOND);
    }

    private List<String> told() {
        rig.await(() -> true, () -> "nothing");
        return rig.told();
    }

    @Test
    void shouldTellEachStateBeforeAnOrderLeavesByIt() {
        start(EnumSet.of(PermissionArea.ORDERS));
        engine.path().commands().offer(CommandType.RECONNECT);
        rig.simulation.runFor(20 * SECOND);
        engine.path().halt().kill("a test");
        rig.simulation.runFor(5 * SECOND);

        List<Object> states =
                strategy.told.stream().filter(AccountState.class::isInstance).toList();
        assertEquals(
                List.of(
                        AccountState.READY,
                        AccountState.RESYNC,
                        AccountState.READY,
                        AccountState.HALTED),
                states);
        assertEquals(AccountState.READY, strategy.told.get(0), strategy.told::toString);
        assertEquals(RiskVerdict.ACCEPTED, strategy.told.get(1), strategy.told::toString);
    }

    @Test
    void shouldSendNoOrderByAKeyThatMayNotWriteOrders() {
        start(EnumSet.noneOf(PermissionArea.class));

        assertEquals(List.of(AccountState.READY, RiskVerdict.KEY_READ_ONLY), strategy.told);
        assertEquals(0, engine.path().counters().get(Counter.ORDERS_SENT));
        assertTrue(
                told().stream().anyMatch(line -> line.contains("may not write orders")),
                () -> told().toString());
    }

    @Test
    void shouldWarnOfAKeyByWhichMoneyMayLeave() {
        start(EnumSet.of(PermissionArea.ORDERS, PermissionArea.WITHDRAW));

        assertEquals(Set.of(AccountState.READY, RiskVerdict.ACCEPTED), Set.copyOf(strategy.told));
        assertTrue(
                told().stream().anyMatch(line -> line.contains("may be withdrawn by this key")),
                () -> told().toString());
    }
}

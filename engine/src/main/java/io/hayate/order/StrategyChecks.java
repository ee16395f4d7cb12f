package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.GroupNumber;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.Side;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RiskChecks;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskLimits;
import io.hayate.risk.RiskVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each strategy of several may do, checked before the account's limits: the same checks, over what is
 * the strategy's own. Where one runs alone, or none, all passes. Strategy thread; allocates nothing.
 */
final class StrategyChecks {
    private final Instruments instruments;
    private final OrderStates states;
    private final RiskGate[] gates;
    private final RiskChecks[] risks;
    private final boolean[] hasLost;

    /**
     * Checks that have seen no order.
     *
     * @param limits of each strategy that runs, in the order of their numbers; others have sums alone
     */
    StrategyChecks(
            List<RiskLimits> limits,
            Instruments instruments,
            Positions positions,
            OrderStates states) {
        this.instruments = instruments;
        this.states = states;
        gates = new RiskGate[limits.size() + 1];
        risks = new RiskChecks[positions.strategies() + 1];
        hasLost = new boolean[risks.length];
        for (int i = 1; i < risks.length; i++) {
            boolean runs = i < gates.length;
            RiskLimits own = runs ? limits.get(i - 1) : RiskLimits.DEFAULTS.withoutLimits();
            OrderExposure exposure = new OrderExposure(positions.of(i));
            risks[i] = new RiskChecks(own.exposure(), instruments, exposure, () -> 0);
            if (runs) {
                gates[i] = new RiskGate(own, QuoteLimits.DEFAULTS);
            }
        }
    }

    /** What checks the account, which is given, then each strategy by its number. */
    List<RiskChecks> withAccount(RiskChecks account) {
        List<RiskChecks> all = new ArrayList<>(List.of(account));
        all.addAll(Arrays.asList(risks).subList(1, risks.length));
        return all;
    }

    /** Takes the time; true when a strategy has lost just now what it may: {@link #takeLoss} tells which. */
    boolean isLossReached(long nowNs, long timeMs) {
        boolean isOne = false;
        for (int i = 1; i < risks.length; i++) {
            hasLost[i] |= risks[i].onTime(nowNs, timeMs);
            isOne |= hasLost[i];
        }
        return isOne;
    }

    /** A strategy that has lost what it may, each once; 0 for none. */
    int takeLoss() {
        for (int i = 1; i < hasLost.length; i++) {
            if (hasLost[i]) {
                hasLost[i] = false;
                return i;
            }
        }
        return 0;
    }

    /** Takes an order that leaves at this time. */
    void onSent(int strategy, long nowNs) {
        if (strategy > 0) {
            gates[strategy].onSent(nowNs);
        }
    }

    long openUnits(int strategy, int instrumentId, Side side) {
        return risks[strategy].openUnits(instrumentId, side);
    }

    /** Gives a new order, or what changes a group, the group that it has on the wire. */
    RiskVerdict name(int strategy, OrderIntent intent) {
        if (gates.length > 1) {
            if (!GroupNumber.isOf(strategy, intent.groupId())) {
                return RiskVerdict.GROUP;
            }
            intent.groupId(GroupNumber.of(strategy, intent.groupId()));
        }
        return RiskVerdict.ACCEPTED;
    }

    /**
     * Checks how large it is, and how many there are.
     *
     * @param openOrders how many orders of all count as open
     */
    RiskVerdict ofCounts(OrderIntent intent, int openOrders, long nowNs) {
        int strategy = intent.strategy();
        if (strategy == 0) {
            return RiskVerdict.ACCEPTED;
        }
        int beside = openOrders - states.openOrders(); // of the batch that it is in
        int open = states.openOrders(strategy) + beside;
        return gates[strategy].check(intent, open, nowNs).ofStrategy();
    }

    /**
     * Checks what it risks in money.
     *
     * @param ownUnits what the order adds already to what is open: 0 for a new one
     */
    RiskVerdict ofMoney(OrderIntent intent, long ownUnits) {
        int strategy = intent.strategy();
        if (strategy == 0 || !isWhole(intent)) {
            return RiskVerdict.ACCEPTED;
        }
        boolean isReduction = risks[strategy].isReduction(intent, ownUnits);
        return risks[strategy].ofUpdate(intent, ownUnits, 0, isReduction).ofStrategy();
    }

    /** False for what the account's checks refuse as it is. */
    private boolean isWhole(OrderIntent intent) {
        Instrument instrument = instruments.get(intent.instrumentId());
        return instrument != null && intent.units() > 0;
    }
}

package io.hayate.order;

import io.hayate.model.Side;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.DayProfit;
import io.hayate.risk.Exposure;

/** What is at risk by fills, open orders and wallets. Strategy thread; allocates nothing. */
final class OrderExposure implements Exposure {
    private final Positions positions;
    private final Currencies currencies;
    private final DayProfit day;

    OrderExposure(Positions positions) {
        this.positions = positions;
        currencies = positions.portfolio().currencies();
        day = positions.day();
    }

    @Override
    public void onTime(long timeMs) {
        day.onTime(timeMs);
    }

    @Override
    public int tradedCount() {
        return positions.portfolio().tradedCount();
    }

    @Override
    public int traded(int place) {
        return positions.portfolio().traded(place);
    }

    @Override
    public long positionUnits(int instrumentId) {
        return positions.units(instrumentId);
    }

    @Override
    public long openUnits(int instrumentId, Side side) {
        return positions.open().units(instrumentId, side);
    }

    @Override
    public long freeUnits(int instrumentId, Side side) {
        int currency =
                side == Side.SELL ? currencies.base(instrumentId) : currencies.quote(instrumentId);
        long held = positions.funds().units(currency);
        return held == Long.MAX_VALUE ? held : held - positions.open().taken(currency);
    }

    @Override
    public int currency(int instrumentId) {
        return Math.max(0, currencies.quote(instrumentId));
    }

    @Override
    public double dayProfit(int instrumentId) {
        return day.of(currencies.quote(instrumentId));
    }
}

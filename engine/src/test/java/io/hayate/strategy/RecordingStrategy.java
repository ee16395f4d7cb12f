package io.hayate.strategy;

import io.hayate.event.Candle;
import io.hayate.event.ChannelStatus;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Liquidation;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.event.WalletUpdate;
import io.hayate.market.OrderBook;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.order.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down each callback, and then does what the test says. */
final class RecordingStrategy implements Strategy {
    final List<String> seen = new ArrayList<>();
    StrategyContext context;
    private final Map<String, Runnable> deeds = new HashMap<>();

    /** Sets what is done in a callback. */
    RecordingStrategy on(String callback, Runnable deed) {
        deeds.put(callback, deed);
        return this;
    }

    private void see(String callback, String what) {
        seen.add(what.isEmpty() ? callback : callback + " " + what);
        deeds.getOrDefault(callback, () -> {}).run();
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        see("onStart", "");
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        see("onTicker", instrument.displayName() + " " + ticker.lastPrice());
    }

    @Override
    public void onTrade(Instrument instrument, Trade trade) {
        see("onTrade", instrument.displayName() + " " + trade.id());
    }

    @Override
    public void onBook(OrderBook book) {
        String best = book.bidPrice() + " / " + book.askPrice();
        see("onBook", book.channel().displayName() + " " + best);
    }

    @Override
    public void onCandle(MarketChannel channel, Candle candle) {
        see("onCandle", channel.displayName() + " " + candle.close());
    }

    @Override
    public void onDerivativeStatus(Instrument instrument, DerivativeStatus status) {
        see("onDerivativeStatus", instrument.displayName() + " " + status.markPrice());
    }

    @Override
    public void onLiquidation(Instrument instrument, Liquidation liquidation) {
        see("onLiquidation", instrument.displayName() + " " + liquidation.amount());
    }

    @Override
    public void onChannelStatus(MarketChannel channel, ChannelStatus status) {
        see("onChannelStatus", channel.displayName() + " " + Health.text(status.health()));
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order order) {
        String subject = order == null ? "foreign" : order.status() + " " + order.filledAmount();
        see("onExecutionReport", report.kind() + " " + subject);
    }

    @Override
    public void onWallet(WalletUpdate wallet) {
        see("onWallet", wallet.currency() + " " + wallet.balance());
    }

    @Override
    public void onSessionStatus(SessionStatus status) {
        see("onSessionStatus", status.state().toString());
    }

    @Override
    public void onTimer(int timerId) {
        see("onTimer", Integer.toString(timerId));
    }

    @Override
    public void onStop() {
        see("onStop", "");
    }
}

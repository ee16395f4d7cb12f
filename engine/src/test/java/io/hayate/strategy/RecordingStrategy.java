package io.hayate.strategy;

import io.hayate.event.ExecutionReport;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instrument;
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

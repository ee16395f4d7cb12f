package io.hayate.engine;

import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;

/** Orders at every ticker, and notes the first account event that is not the next one due. */
final class InOrder implements Strategy {
    private static final ReportKind[] DUE = {
        ReportKind.REQUEST_ANSWER, ReportKind.FILL, ReportKind.CLOSED, ReportKind.FILL_FEE
    };

    private StrategyContext context;
    private int reports;
    private volatile int wallets;
    private volatile int orders;
    private volatile String complaint = "";

    int wallets() {
        return wallets;
    }

    /** Orders of which all was told. */
    int orders() {
        return orders;
    }

    String complaint() {
        return complaint;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (!context.buy(instrument, FillingVenue.AMOUNT).isAccepted()) {
            complain("an order was refused");
        }
    }

    @Override
    public void onExecutionReport(ExecutionReport report, Order order) {
        if (report.kind() == ReportKind.NO_OPEN_ORDERS) {
            return;
        }
        if (order == null || report.kind() != DUE[reports % DUE.length]) {
            complain(report.kind() + " as report " + reports);
        }
        reports++;
        orders = reports / DUE.length;
    }

    @Override
    public void onWallet(WalletUpdate wallet) {
        if (wallet.balance() != wallets) {
            complain("wallet " + wallet.balance() + " in the place of " + wallets);
        }
        wallets = (int) wallet.balance() + 1;
    }

    private void complain(String what) {
        complaint = complaint.isEmpty() ? what : complaint;
    }
}

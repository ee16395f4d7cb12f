package io.hayate.strategy;

import io.hayate.event.Command;
import io.hayate.event.Commands;
import io.hayate.event.Event;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.ReportKind;
import io.hayate.model.Counts;
import io.hayate.model.Doubt;
import io.hayate.model.Instrument;
import io.hayate.model.Side;
import io.hayate.order.Balances;
import io.hayate.order.ForeignOrders;
import io.hayate.order.Order;
import io.hayate.order.OrderManager;
import io.hayate.order.Positions;
import io.hayate.order.TradingAccount;
import java.time.Instant;
import org.agrona.concurrent.NanoClock;

/** Carries out what a person asks on the console. Strategy thread; answers go to the view. */
final class CommandDesk {
    private final OrderManager orders;
    private final Balances balances;
    private final Positions positions;
    private final LatestEvents tickers;
    private final StrategyGroup strategy;
    private final OwnReports descriptions = new OwnReports();
    private final Answers answers;
    private final OrderCommands orderCommands;
    private final Commands commands;
    private final MarketAnswers marketAnswers;
    private final MarketAnswers looks;
    private final OrderManager.OrderTaker tellOrder = this::tellOrder;
    private int told;

    /**
     * A desk that has answered nothing yet.
     *
     * @param clock that of the commands
     */
    CommandDesk(
            TradingAccount account,
            Notices notices,
            MarketState market,
            StrategyGroup strategy,
            Commands commands,
            NanoClock clock) {
        this.orders = account.orders();
        this.balances = account.balances();
        this.positions = account.positions();
        this.tickers = market.tickers();
        this.answers = new Answers(notices);
        this.commands = commands;
        this.orderCommands =
                new OrderCommands(
                        orders, new InstrumentQuotes(market, true), clock, notices, answers);
        this.marketAnswers = new MarketAnswers(market, answers);
        this.looks = new MarketAnswers(market, new Answers(notices, NoticeType.LOOK));
        this.strategy = strategy;
    }

    /**
     * Carries a command out.
     *
     * @param target number of the instrument, or of the channel, that it is about
     * @param timeNs when it was made
     */
    void onCommand(int target, Command command, long timeNs) {
        switch (command.type()) {
            case BUY -> orderCommands.market(target, Side.BUY, command.amount(), timeNs);
            case SELL -> orderCommands.market(target, Side.SELL, command.amount(), timeNs);
            case ORDER -> order(target, timeNs);
            case SHOW -> show(target);
            case ORDERS -> tellOrders();
            case WALLETS -> tellWallets();
            case RESUME -> resume((int) command.amount());
            case FORGET -> forget((long) command.amount());
            case KILL_ACCOUNT -> killAccount((int) command.amount());
            case ADOPT -> adopt(target, command.amount());
            case STOP_STRATEGY -> strategy.end();
            case STOP_ONE -> stop((int) command.amount());
            case START_ONE -> start((int) command.amount());
            case BOOK_VIEW -> marketAnswers.showBook(target, command.amount());
            case TRADES_VIEW -> marketAnswers.showTrades(target);
            case CANDLES_VIEW -> marketAnswers.showCandles(target, command.amount());
            case LOOK -> looks.show(target, command.amount());
            case TRACE_ON, TRACE_OFF, SUBSCRIBE, UNSUBSCRIBE, RESYNC, RECONNECT -> {} // the loop's
        }
    }

    private void stop(int place) {
        GuardedStrategy one = strategy.get(place);
        boolean wasRunning = one.state() == GuardedStrategy.State.RUNNING;
        one.stop();
        String open = Counts.of(one.context().openOrders(), "open order");
        answers.say(
                "strategy "
                        + one.name()
                        + (wasRunning ? " is stopped, with " : " was stopped before, with ")
                        + open);
    }

    private void start(int place) {
        GuardedStrategy one = strategy.get(place);
        if (strategy.isEnded()) {
            answers.say("strategy " + one.name() + " does not start: the engine ends");
        } else if (one.start()) {
            answers.say("strategy " + one.name() + " is started anew");
        }
    }

    private void order(int place, long timeNs) {
        if (commands.take(place, orderCommands.intent())) {
            orderCommands.carryOut(timeNs);
        }
    }

    private void resume(int open) {
        if (orders.haltReason().isEmpty()) {
            answers.say("trading is not halted");
        } else if (orders.resume(open)) {
            answers.say("trading is resumed: new orders may leave again");
        } else {
            String count = Counts.of(orders.openOrders(), "order") + " open or of unknown outcome";
            answers.say("trading stays halted: " + orders.haltReason() + "; " + count);
        }
    }

    private void forget(long number) {
        answers.say(
                orders.forget(number)
                        ? "order "
                                + number
                                + " is given up: it counts no more; its fills still would"
                        : "there is no order " + number + " of unknown outcome");
    }

    private void adopt(int currency, double amount) {
        answers.say(
                positions.wallets().adopt(currency, amount)
                        ? "adopted: the wallet is taken as it is; positions and profit stay"
                        : "nothing is adopted: positions shows what differs, if anything does");
    }

    private void killAccount(int others) {
        int open = orders.others().foreign().count();
        String count = Counts.of(open, "open order") + " of others";
        if (others == open) {
            answers.say("trading is halted, the account's orders are canceled: ours and " + count);
            orders.others().halt().killAccount("kill account was typed");
        } else {
            answers.say("nothing is done: there are " + count + "; type kill account " + open);
        }
    }

    private void show(int instrumentId) {
        Event event = instrumentId == Instrument.NONE ? null : tickers.event(instrumentId);
        if (event == null) {
            answers.say("no ticker of it yet");
        } else {
            answers.give(event);
        }
    }

    private void tellOrders() {
        told = 0;
        orders.forEach(tellOrder);
        ForeignOrders foreign = orders.others().foreign();
        if (told == 0) {
            answers.say("no orders yet");
        }
        if (foreign.count() > 0) {
            String more = foreign.areMore() ? ", and more" : "";
            String count = Counts.of(foreign.count(), "open order");
            answers.say(count + more + " of others, which are left alone:");
            foreign.forEachRow(answers::give);
        }
    }

    private void tellOrder(Order order) {
        descriptions.describe(order, ReportKind.OPEN_ORDER).text(doubt(order));
        answers.give(descriptions.event());
        told++;
    }

    private static String doubt(Order order) {
        if (order.doubt() == Doubt.NONE) {
            return "";
        }
        String next =
                order.nextLookMs() == 0
                        ? "nobody is asked"
                        : "asked at " + Instant.ofEpochMilli(order.nextLookMs());
        return order.doubt().words() + "; was " + order.lastKnownStatus() + "; " + next;
    }

    private void tellWallets() {
        for (int i = 0; i < balances.size(); i++) {
            answers.give(balances.get(i));
        }
        if (balances.size() == 0) {
            answers.say("no wallets: the venue has told none on this session");
        }
    }
}

package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.MS;
import static io.hayate.simulation.SimulationRig.SECOND;

import io.hayate.engine.TradingPath;
import io.hayate.model.OrderStatus;
import io.hayate.order.Order;
import io.hayate.risk.RiskVerdict;
import io.hayate.session.Credentials;
import io.hayate.venue.AccountsConfig;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.DirectBuffer;

/** Breaks the path of an order in one way, lets the venue and the engine go on, and compares them. */
final class SituationRun {
    private static final double AMOUNT = 0.4;
    private static final double FIRST_FILL = 0.1;
    private static final long SETTLED_NS = 150 * SECOND; // what is unknown by then stays it
    private static final int MOVES_MAX = 1_000;
    private static final Pattern NEW_ORDER =
            Pattern.compile("\"on\",(?:null,)?\\{[^}]*\"cid\":(\\d+)");

    private final Situation situation;
    private final Map<String, Object> settings;
    private final SimulationRig rig;
    private final Simulation simulation;
    private SituationTrader trader = new SituationTrader();
    private SimulatedEngine engine;
    private final Map<Long, Integer> sent = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private double price;
    private Order order;
    private String breakAfter = ""; // a text of the venue's; empty for none
    private boolean isLost; // nothing of class RISK may leave
    private boolean isLostDown; // what the venue sends does not come
    private boolean isOver;
    private int lists; // of open orders, since the loss

    SituationRun(Situation situation, long seed) {
        this.situation = situation;
        boolean hasDeadMan = seed % 2 == 0;
        settings =
                Map.of(
                        "subscriptions.tickers",
                        List.of("tBTCUSD"),
                        "session.cancel-on-stop",
                        hasDeadMan ? "all" : "none",
                        "orders.dead-man-switch",
                        hasDeadMan,
                        "orders.absent",
                        "settle");
        rig = SimulationRig.start(SituationVenue.CONFIG, seed, settings, trader);
        simulation = rig.simulation;
        engine = rig.engine();
        simulation.listen(this::onText);
    }

    /** Breaks it, and waits until all is settled; returns what is wrong, in words. */
    List<String> run() {
        comeSoFar();
        lose();
        goOnAtTheVenue();
        trader.probe();
        settle();
        compare();
        return findings;
    }

    private void onText(boolean up, DirectBuffer text, int offset, int length) {
        String words = text.getStringWithoutLengthAscii(offset, length);
        if (up) {
            onUp(words);
        } else {
            onDown(words);
        }
    }

    private void onUp(String words) {
        if (words.contains("\"event\":\"auth\"")) {
            isLost = true;
            isLostDown = false;
        }
        Matcher matcher = NEW_ORDER.matcher(words);
        while (matcher.find()) {
            long id = Long.parseLong(matcher.group(1));
            if (sent.merge(id, 1, Integer::sum) > 1) {
                findings.add("sent twice: " + id);
            }
            if (isLost) {
                findings.add("left between loss and READY: " + words);
            }
        }
    }

    private void onDown(String words) {
        if (!breakAfter.isEmpty() && words.startsWith(breakAfter)) {
            breakAfter = "";
            breakOff();
        }
        if (words.startsWith("[0,\"os\"") && !isLostDown) {
            isLost = false;
            lists++;
        }
    }

    /** This text is the last that comes, or 20051 comes behind it. */
    private void breakOff() {
        isOver = true;
        lists = 0;
        if (situation.loss() == LossKind.ASKED) {
            simulation.controls().sendInfo(20_051);
        } else {
            loseSentDown();
        }
    }

    private void loseSentDown() {
        isLostDown = true;
        faults().loseSentDown();
    }

    private void loseSentUp() {
        lists = 0;
        faults().loseSentUp();
    }

    private void fillUp() {
        lists = 0;
        faults().fillUp();
    }

    private LinkFaults faults() {
        return engine.faults().get(0);
    }

    private void await(BooleanSupplier reached, String what) {
        rig.await(reached, () -> situation + ": " + what + "; found " + findings);
    }

    /** Brings the order to the point at which it is broken off. */
    private void comeSoFar() {
        rig.comeLive(engine);
        for (int i = 0; i < MOVES_MAX && trader.priceWithin() == 0; i++) {
            simulation.controls().advance(1);
            simulation.runFor(10 * MS);
        }
        price = trader.priceWithin();
        if (situation.meanwhile() == Meanwhile.REJECTED) {
            boolean isRefused = situation.point() != BreakPoint.AFTER_ANSWER;
            simulation.controls().faults().add(isRefused ? "order-refused" : "order-ended");
        }
        switch (situation.point()) {
            case BEFORE_APPEND -> beforeAppend();
            case AFTER_APPEND -> place(this::fillUp);
            case HALF_FRAME -> place(this::loseSentUp);
            case AFTER_WRITE -> place(this::loseOnTheWay);
            case AFTER_ANSWER -> placeUntil("[0,\"n\"");
            case AFTER_NEW -> placeUntil("[0,\"on\"");
            case BETWEEN_FILLS -> fillUntil(FIRST_FILL, "[0,\"te\"");
            case BEFORE_FEE -> fillUntil(AMOUNT, "[0,\"oc\"");
            case CANCEL -> change(() -> trader.cancel(order));
            case UPDATE -> change(() -> trader.update(order, price - 1));
            case BATCH -> placeTwo();
            case LIST -> loseOnce();
        }
    }

    private void beforeAppend() {
        if (situation.loss() == LossKind.CUT) {
            simulation.controls().dropConnection(0);
            loseSentUp();
        }
        if (situation.loss() != LossKind.KILLED) {
            place(this::loseOnTheWay);
        }
    }

    private void loseOnTheWay() {
        lists = 0;
        if (situation.meanwhile() == Meanwhile.NEVER_SEEN) {
            loseSentUp();
        }
        if (situation.loss() == LossKind.ASKED) {
            simulation.controls().sendInfo(20_051);
        } else {
            loseSentDown();
        }
    }

    private void place(Runnable loss) {
        trader.want(
                () -> {
                    loss.run();
                    RiskVerdict verdict = trader.place(AMOUNT, price);
                    if (verdict.isAccepted()) {
                        order = trader.context().lastOrder();
                    } else if (situation.mayLeave()) {
                        findings.add("refused at " + price + ": " + verdict);
                    }
                });
        simulation.runFor(30 * MS);
    }

    private void placeTwo() {
        trader.want(
                () -> {
                    loseOnTheWay();
                    order = trader.placeTwo(AMOUNT, price);
                });
        simulation.runFor(30 * MS);
    }

    private void placeUntil(String text) {
        breakAfter = text;
        place(() -> {});
        await(() -> isOver, text);
    }

    private void rest() {
        place(() -> {});
        await(() -> order.status() == OrderStatus.ACTIVE, "a resting order");
    }

    private void fillUntil(double amount, String text) {
        rest();
        breakAfter = text;
        sell(amount);
        await(() -> isOver, text);
        simulation.runFor(30 * MS);
    }

    private void change(Runnable request) {
        rest();
        trader.want(
                () -> {
                    loseOnTheWay();
                    request.run();
                });
        simulation.runFor(30 * MS);
    }

    private void loseOnce() {
        rest();
        breakAfter = "[0,\"ws\""; // os comes behind it
        simulation.controls().dropConnection(0);
        await(() -> isOver, "a list of open orders");
    }

    private void lose() {
        simulation.controls().faults().clear();
        if (situation.loss() == LossKind.CUT && situation.point() != BreakPoint.BEFORE_APPEND) {
            isLost = true;
            lists = 0;
            simulation.controls().dropConnection(0);
        } else if (situation.loss() == LossKind.KILLED) {
            restart();
        }
    }

    /** Nothing of the process is left but its journal. */
    private void restart() {
        isLost = true;
        isLostDown = false;
        lists = 0;
        trader = new SituationTrader();
        engine = rig.restart(settings, trader);
    }

    private void goOnAtTheVenue() {
        switch (situation.meanwhile()) {
            case FILLED -> sell(AMOUNT);
            case HALF_FILLED -> sell(AMOUNT / 2);
            case CANCELED -> cancelByAnother();
            case RESTED, REJECTED, NEVER_SEEN -> {}
        }
    }

    private OtherProgram client(String key, String secret) {
        return new OtherProgram(simulation, new Credentials(key, secret), secret, "10.0.9.1");
    }

    private void sell(double amount) {
        client(AccountsConfig.DEMO_KEY_2, AccountsConfig.DEMO_SECRET_2)
                .input(
                        "on",
                        "{'type':'EXCHANGE IOC','symbol':'tBTCUSD','amount':'-"
                                + amount
                                + "','price':'"
                                + (long)
                                        (situation.point() == BreakPoint.UPDATE ? price - 1 : price)
                                + "'}");
    }

    private void cancelByAnother() {
        LocalDate day = LocalDate.ofEpochDay(simulation.clock().time() / 86_400_000L);
        client(SituationVenue.OTHER_KEY, SituationVenue.OTHER_SECRET)
                .input(
                        "oc",
                        "{'cid':" + sent.keySet().iterator().next() + ",'cid_date':'" + day + "'}");
    }

    private void settle() {
        TradingPath path = engine.path();
        BooleanSupplier settled =
                () ->
                        lists > 0
                                && rig.isLive()
                                && path.orders().isLive()
                                && path.orders().openOrders()
                                        == new VenueRecords(simulation).open().size();
        simulation.runUntil(settled, SETTLED_NS);
        simulation.runFor(30 * SECOND);
        trader.rest();
        simulation.runFor(5 * SECOND);
    }

    /** What the venue has never had stays unknown, and counts, until a person gives it up. */
    private void forgetWhatNeverCame(VenueRecords venue) {
        List<Order> unknown = new ArrayList<>();
        engine.path()
                .orders()
                .forEach(
                        each -> {
                            if (SituationTrader.isUnknown(each)) {
                                unknown.add(each);
                            }
                        });
        for (Order each : unknown) {
            if (venue.has(each.clientOrderId())) {
                findings.add("the venue has told what became of " + each.clientOrderId());
            } else if (!engine.path().orders().forget(each.clientOrderId())) {
                findings.add("not forgotten: " + each.clientOrderId());
            }
        }
    }

    private void compare() {
        VenueRecords venue = new VenueRecords(simulation);
        TradingPath path = engine.path();
        forgetWhatNeverCame(venue);
        check("open orders", venue.open().keySet().toString(), open(path).toString());
        check(
                "position",
                venue.position("tBTCUSD").toPlainString(),
                VenueRecords.plain(position()));
        check("account", "", path.orders().doubtReason());
        check("venue", "[]", simulation.findings().toString());
        findings.addAll(new JournalComparison(engine.journal()).findings(path, sent.keySet()));
        if (simulation.totals().orders() > sent.size() + 2) { // those of the other account
            findings.add("the venue has more orders than were meant");
        }
    }

    /** What was bought less what was sold since this process has started. */
    private BigDecimal position() {
        return BigDecimal.valueOf(engine.path().positions().amount(0));
    }

    private static List<Long> open(TradingPath path) {
        List<Long> open = new ArrayList<>();
        path.orders()
                .forEach(
                        each -> {
                            if (each.isOpen()) {
                                open.add(each.clientOrderId());
                            }
                        });
        open.sort(null);
        return open;
    }

    private void check(String what, String expected, String found) {
        if (!expected.equals(found)) {
            findings.add(what + ": the venue has " + expected + ", the engine " + found);
        }
    }
}

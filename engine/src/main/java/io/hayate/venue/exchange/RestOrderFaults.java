package io.hayate.venue.exchange;

import io.hayate.model.Channel;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.fault.FaultSubject;
import io.hayate.venue.rest.OrderGate;
import io.hayate.venue.rest.RestResponse;
import io.hayate.venue.rule.FaultPoint;
import io.hayate.venue.session.FrameTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets happen to orders by REST, and to their answers, what the faults of requests and answers say. A
 * lost answer ends the connection, leaves it waiting, or is a status in its place. Venue thread.
 */
final class RestOrderFaults implements OrderGate {
    private static final int LATE_MAX = 1_024; // requests and answers; what is more is on time
    private static final int SWAPPED_MAX_MS = 5_000;

    private final FaultPlan faults;
    private final Timeline timeline;
    private final Runnable afterLate;
    private final Map<String, Runnable> swapped = new LinkedHashMap<>(); // by account
    private int late;

    /**
     * A gate that these faults keep.
     *
     * @param afterLate is run when a request was carried out later than it came
     */
    RestOrderFaults(FaultPlan faults, Timeline timeline, Runnable afterLate) {
        this.faults = faults;
        this.timeline = timeline;
        this.afterLate = afterLate;
    }

    @Override
    public void pass(
            RestOrder order, Supplier<RestResponse> carryOut, Consumer<RestResponse> answer) {
        ActiveFault due = faults.isOn(FaultPoint.REQUEST) ? dueRequest(order) : null;
        if (due == null) {
            answer(order, carryOut.get(), answer);
            return;
        }
        switch (due.rule().kind()) {
            case LOST_REQUEST -> answer.accept(inPlace(due));
            case RATE_LIMITED -> answer.accept(RestResponse.tooMany());
            case LATE_REQUEST ->
                    later(
                            due.rule().durationMs("delay"),
                            () -> {
                                answer(order, carryOut.get(), answer);
                                afterLate.run();
                            });
            default -> {
                List<RestResponse> both = List.of(carryOut.get(), carryOut.get());
                answer(order, both.get(0), answer);
            }
        }
    }

    private ActiveFault dueRequest(RestOrder order) {
        FaultSubject subject =
                FaultSubject.ofRequest(0, order.account(), order.symbol(), order.input());
        return faults.dueByRest(FaultPoint.REQUEST, subject, order::line);
    }

    /** What a client gets when it gets no answer. */
    private static RestResponse inPlace(ActiveFault fault) {
        String rest = fault.rule().value("rest");
        return switch (rest) {
            case "closed" -> RestResponse.none();
            case "held" -> RestResponse.held();
            default -> RestResponse.unavailable(Integer.parseInt(rest));
        };
    }

    private void later(long delayMs, Runnable action) {
        if (late == LATE_MAX) {
            action.run();
            return;
        }
        late++;
        timeline.timer(
                        () -> {
                            late--;
                            action.run();
                        })
                .afterMs(delayMs);
    }

    private void answer(RestOrder order, RestResponse response, Consumer<RestResponse> answer) {
        boolean faulty = faults.isOn(FaultPoint.FRAME) && !response.isNone();
        ActiveFault due = faulty ? dueAnswer(order, response) : null;
        if (due == null) {
            deliver(order, response, answer);
            return;
        }
        switch (due.rule().kind()) {
            case LOST_ACK -> answer.accept(inPlace(due));
            case SWAPPED_ACK -> behindNext(order.account(), () -> answer.accept(response));
            default ->
                    later(due.rule().durationMs("delay"), () -> deliver(order, response, answer));
        }
    }

    private void deliver(RestOrder order, RestResponse response, Consumer<RestResponse> answer) {
        answer.accept(response);
        release(order.account());
    }

    private ActiveFault dueAnswer(RestOrder order, RestResponse response) {
        List<String> types = new ArrayList<>(List.of("n"));
        types.addAll(order.answers());
        String told = FrameTypes.symbolIn(response.body());
        String symbol = told == null ? order.symbol() : told;
        FaultSubject subject = new FaultSubject(0, order.account(), Channel.ACCOUNT, symbol, types);
        return faults.dueByRest(FaultPoint.FRAME, subject, response.body()::toString);
    }

    /** Keeps an answer until the account's next one has gone; one that was kept goes behind it. */
    private void behindNext(String account, Runnable delivery) {
        if (swapped.containsKey(account)) {
            delivery.run();
            release(account);
            return;
        }
        swapped.put(account, delivery);
        later(SWAPPED_MAX_MS, () -> release(account, delivery));
    }

    private void release(String account) {
        Runnable behind = swapped.remove(account);
        if (behind != null) {
            behind.run();
        }
    }

    private void release(String account, Runnable delivery) {
        if (swapped.remove(account, delivery)) {
            delivery.run();
        }
    }
}

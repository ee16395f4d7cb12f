package io.hayate.simulation;

import io.hayate.event.Commands;
import io.hayate.event.DeadManArming;
import io.hayate.history.HistoryAccount;
import io.hayate.history.HistoryLook;
import io.hayate.history.HistorySource;
import io.hayate.history.OpenOrderList;
import io.hayate.history.RequestBudget;
import io.hayate.history.RestAnswer;
import io.hayate.history.RestTap;
import io.hayate.model.Instruments;
import io.hayate.venue.rest.RestResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An account's history, as the exchange of a simulation answers it by REST, one request at a time on the
 * clock of all. One thread.
 */
final class SimulatedHistory implements HistorySource {
    private static final int QUESTIONS_MAX = 64;
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    private final VirtualClock clock;
    private final SimulatedRest rest;
    private final LatencyModel latency;
    private final HistoryLook look;
    private final Commands commands;
    private final Instruments instruments;
    private final HistoryFaults faults = new HistoryFaults();
    private final RequestBudget ofOrders = new RequestBudget();
    private final RequestBudget ofFills = new RequestBudget();
    private final ArrayDeque<Question> questions = new ArrayDeque<>();
    private boolean isLooking;
    private long dueNs = Pipe.NEVER; // the next request is to leave, or the answer to come
    private RestResponse answer; // null before the request
    private boolean isAsked;
    private Runnable first; // before any question; null for none

    private record Question(long number, int instrumentId, long startMs) {}

    SimulatedHistory(
            ExchangeWay venue,
            String address,
            HistoryAccount account,
            Instruments instruments,
            Commands commands,
            RestTap tap) {
        clock = venue.clock();
        rest = new SimulatedRest(venue, address, account, tap);
        latency = venue.up();
        this.commands = commands;
        this.instruments = instruments;
        look = new HistoryLook(instruments, clock::nanoTime);
    }

    @Override
    public boolean lookForOthers(Ours ours, IntConsumer answer) {
        first = () -> answer.accept(othersOf(ours));
        return true;
    }

    private int othersOf(Ours ours) {
        if (faults.refuses()) {
            return DeadManArming.UNKNOWN;
        }
        AtomicReference<RestResponse> found = new AtomicReference<>();
        rest.post(OpenOrderList.PATH, OpenOrderList.BODY, OpenOrderList.BODY, found::set);
        try {
            OpenOrderList list = new OpenOrderList(instruments);
            RestResponse response = found.get();
            if (response == null) {
                rest.timedOut();
                return DeadManArming.UNKNOWN;
            }
            list.read(rest.answered(response).asked());
            return list.countOthers(ours);
        } catch (IOException e) {
            return DeadManArming.UNKNOWN;
        }
    }

    HistoryFaults faults() {
        return faults;
    }

    @Override
    public boolean ask(long number, int instrumentId, long startMs) {
        return questions.size() < QUESTIONS_MAX
                && questions.add(new Question(number, instrumentId, startMs));
    }

    /** When something is to be done here. */
    long nextDueNs() {
        return dueNs;
    }

    /** Does what is due by now; returns how much that was. */
    int doWork() {
        int work = 0;
        if (first != null) {
            first.run();
            first = null;
            work++;
        }
        if (!isLooking && !questions.isEmpty()) {
            Question next = questions.poll();
            look.begin(next.number(), next.instrumentId(), next.startMs());
            isLooking = true;
            schedule();
            work++;
        }
        if (isLooking && dueNs <= clock.nanoTime()) {
            step();
            work++;
        }
        if (isLooking && look.publish(commands::offer) && look.isDone()) {
            isLooking = false;
            dueNs = Pipe.NEVER;
            work++;
        }
        return work;
    }

    private void schedule() {
        isAsked = false;
        answer = null;
        if (look.isOver()) {
            dueNs = Pipe.NEVER;
            return;
        }
        RequestBudget budget = look.isOfFills() ? ofFills : ofOrders;
        long nowNs = clock.nanoTime();
        dueNs = nowNs + budget.waitNs(nowNs) + latency.nextNs();
    }

    private void step() {
        if (!isAsked) {
            request();
        } else if (answer == null) {
            look.fail(rest.timedOut());
            schedule();
        } else {
            takeAnswer();
            schedule();
        }
    }

    private void request() {
        long nowNs = clock.nanoTime();
        (look.isOfFills() ? ofFills : ofOrders).onMade(nowNs);
        isAsked = true;
        if (faults.refuses()) {
            take(rest.refused(look.path(), look.body()));
            schedule();
            return;
        }
        rest.post(
                look.path(),
                look.body(),
                look.body(knownUntilMs()),
                response -> {
                    answer = response;
                    dueNs = clock.nanoTime() + latency.nextNs() + faults.slowNs();
                });
        if (answer == null) {
            dueNs = nowNs + TIMEOUT_NS;
        }
    }

    private long knownUntilMs() {
        return faults.behindMs() == 0 ? Long.MAX_VALUE : clock.time() - faults.behindMs();
    }

    private void takeAnswer() {
        take(rest.answered(answer));
    }

    private void take(RestAnswer read) {
        try {
            byte[] text = read.asked();
            look.onAnswer(new UnsafeBuffer(text), 0, text.length);
        } catch (IOException e) {
            look.fail(e.getMessage());
        }
    }
}

package io.hayate.guard;

import io.hayate.history.OpenOrderList;
import io.hayate.outbound.OpenNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which orders of ours a kill still has to cancel: those that the order path shows as open, less those
 * that the venue's own list has left out. One that the venue has numbered, and lists no more, has ended.
 * One that it never numbered may still come to it: that counts as settled after some lists, spread over a
 * minute. One thread.
 */
final class KillTargets {
    /** How many lists have to leave out an order that the venue never numbered. */
    static final int ABSENCES = 3;

    private final OpenNumbers numbers;
    private final List<Target> open = new ArrayList<>();
    private final Set<Long> settled = new HashSet<>(); // by client order id
    private final Set<Long> asked = new HashSet<>(); // in this round
    private boolean areAllAsked; // by one request
    private final Map<Long, Integer> absences = new HashMap<>(); // of those without a number
    private final Map<Long, Long> days = new HashMap<>(); // as the venue's list told them

    /** An order that is to be canceled. */
    record Target(long clientOrderId, long orderId, long epochDay) {
        boolean isNumbered() {
            return orderId != 0;
        }
    }

    /** What a list said of them. */
    record Listed(int stillOpen, int awaited, int ended) {}

    KillTargets(OpenNumbers numbers) {
        this.numbers = numbers;
    }

    /** The kill switch was used: all that is open is meant. */
    void begin() {
        settled.clear();
        absences.clear();
        days.clear();
        beginRound();
    }

    /** Each is asked for once more. */
    void beginRound() {
        asked.clear();
        areAllAsked = false;
    }

    /** Looks which they are now; returns how many. */
    int collect() {
        open.clear();
        numbers.forEach(this::take);
        return open.size();
    }

    private void take(long clientOrderId, long orderId, long epochDay) {
        if (!settled.contains(clientOrderId)) {
            long day = days.getOrDefault(clientOrderId, epochDay);
            open.add(new Target(clientOrderId, orderId, day));
        }
    }

    /** The next of them to ask for, all named in one way; empty when each was asked for. */
    List<Target> next(int most) {
        List<Target> next = next(true, most);
        return next.isEmpty() ? next(false, most) : next;
    }

    private List<Target> next(boolean numbered, int most) {
        return open.stream()
                .filter(each -> each.isNumbered() == numbered)
                .filter(each -> !asked.contains(each.clientOrderId()))
                .limit(most)
                .toList();
    }

    /** These were asked for, whatever came of it. */
    void onAsked(List<Target> targets) {
        targets.forEach(each -> asked.add(each.clientOrderId()));
    }

    /** All of the account were, by one request; answers which of ours those are. */
    List<Target> onAllAsked() {
        areAllAsked = true;
        onAsked(open);
        return List.copyOf(open);
    }

    /** True when all of the account were asked for in this round. */
    boolean areAllAsked() {
        return areAllAsked;
    }

    /** Takes the venue's list of what is open. */
    Listed onList(OpenOrderList list) {
        int stillOpen = 0;
        int awaited = 0;
        for (Target each : open) {
            long number = each.clientOrderId();
            if (list.contains(number, each.orderId())) {
                days.put(number, list.epochDay(number, each.epochDay()));
                stillOpen++;
            } else if (each.isNumbered() || absences.merge(number, 1, Integer::sum) >= ABSENCES) {
                settled.add(number);
            } else {
                awaited++;
            }
        }
        return new Listed(stillOpen, awaited, open.size() - stillOpen - awaited);
    }
}

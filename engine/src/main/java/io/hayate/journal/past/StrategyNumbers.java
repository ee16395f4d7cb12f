package io.hayate.journal.past;

import io.hayate.model.GroupNumber;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which number each of several strategies bears, from 1: orders, groups on the wire and records have it. */
public final class StrategyNumbers {
    private StrategyNumbers() {}

    /**
     * Numbers by name: for those that run the one that its orders bear which a run before has left open,
     * else the least that no such order bears; then for those that run no more, while there are some.
     *
     * @param running names, each once
     * @param kept numbers of open orders' strategies, by name
     * @param known names of all that runs before have sums of
     */
    public static Map<String, Integer> of(
            List<String> running, Map<String, Integer> kept, Set<String> known) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        running.forEach(each -> keep(each, kept, numbers, taken));
        boolean isRoom = running.size() + kept.size() <= GroupNumber.STRATEGY_MAX;
        Set<Integer> reserved = isRoom ? new HashSet<>(kept.values()) : Set.of();
        running.forEach(each -> give(each, numbers, taken, reserved));
        Set<String> former = new LinkedHashSet<>(known);
        former.removeAll(numbers.keySet());
        former.forEach(each -> keep(each, kept, numbers, taken));
        former.forEach(each -> give(each, numbers, taken, reserved));
        return numbers;
    }

    private static void keep(
            String name,
            Map<String, Integer> kept,
            Map<String, Integer> numbers,
            Set<Integer> taken) {
        int number = kept.getOrDefault(name, 0);
        if (number > 0 && taken.add(number)) {
            numbers.put(name, number);
        }
    }

    private static void give(
            String name, Map<String, Integer> numbers, Set<Integer> taken, Set<Integer> reserved) {
        int number = 1;
        while (taken.contains(number) || reserved.contains(number)) {
            number++;
        }
        if (!numbers.containsKey(name) && number <= GroupNumber.STRATEGY_MAX) {
            numbers.put(name, number);
            taken.add(number);
        }
    }
}

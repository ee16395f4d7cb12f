package io.hayate.event;

import java.util.ArrayDeque;
import java.util.Deque;

/** Commands of a replay, which says when each is taken. One thread; allocates. */
final class HeldCommands {
    private static final int COUNT_MAX = 1 << 20;

    private final Deque<Held> waiting = new ArrayDeque<>();
    private Held first; // before all others; null for none
    private int released;

    /** A command that waits. */
    private record Held(CommandType type, int targetId, double amount, long timeNs) {
        private boolean isTaken(Receiver receiver) {
            return receiver.take(type, targetId, amount, timeNs);
        }
    }

    /** Takes a command; false when there is no room for it now. */
    @FunctionalInterface
    interface Receiver {
        /** As {@code Commands.Listener} has it. */
        boolean take(CommandType type, int targetId, double amount, long timeNs);
    }

    /** Takes one; false when too many wait. */
    boolean add(CommandType type, int targetId, double amount, long timeNs) {
        return waiting.size() < COUNT_MAX && waiting.add(new Held(type, targetId, amount, timeNs));
    }

    /** Puts one before all others, taken at the next look; false while another is there. */
    boolean putFirst(CommandType type, int targetId, double amount, long timeNs) {
        if (first != null) {
            return false;
        }
        first = new Held(type, targetId, amount, timeNs);
        return true;
    }

    /** Lets the next one be taken. */
    void release() {
        released++;
    }

    /** True when the next one is this. */
    boolean isNext(CommandType type, int targetId) {
        Held next = waiting.peekFirst();
        return next != null && next.type() == type && next.targetId() == targetId;
    }

    /** Gives what may be taken to the receiver until it declines one; returns how many. */
    int poll(Receiver receiver) {
        if (first != null) {
            boolean isTaken = first.isTaken(receiver);
            first = isTaken ? null : first;
            return isTaken ? 1 : 0;
        }
        int taken = 0;
        while (released > 0 && !waiting.isEmpty() && waiting.element().isTaken(receiver)) {
            waiting.remove();
            released--;
            taken++;
        }
        return taken;
    }
}

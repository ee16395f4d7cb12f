package io.hayate.session.pool;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.DeadManArming;
import io.hayate.event.LateEvents;
import io.hayate.event.OrderIntent;
import io.hayate.event.TrafficTap;
import io.hayate.intake.EventPublisher;
import io.hayate.session.SessionSetup;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/**
 * What other threads want of a loop, told to whoever records the traffic as it is taken: commands, and
 * events that they have made. Loop thread; allocates nothing.
 */
final class LoopInputs {
    private final Commands commands;
    private final Commands.Listener taker;
    private final EventPublisher publisher;
    private final TrafficTap tap;
    private final NanoClock clock;
    private final DeadManArming deadMan;
    private final Commands.Listener onCommand = this::takeCommand;
    private final LateEvents.Taker onLate = this::takeLate;
    private boolean isTold; // the command that waits for room
    private boolean isLateTold; // the event that does
    private boolean isOnlyTold; // nothing else is taken now

    /**
     * Inputs of a loop.
     *
     * @param taker carries commands out
     */
    LoopInputs(
            SessionSetup setup,
            LoopShare share,
            EventPublisher publisher,
            Commands.Listener taker) {
        commands = share.commands();
        this.publisher = publisher;
        this.taker = taker;
        tap = share.tap(setup);
        clock = setup.time().nano();
        deadMan = setup.account().standing().deadMan();
    }

    /** Takes what waits, as far as there is room; returns how much that was. */
    int poll() {
        int taken = mustWait(isTold) ? 0 : commands.poll(onCommand);
        return taken + (mustWait(isLateTold) ? 0 : commands.late().poll(onLate));
    }

    /** Takes what had no room, and no other; returns how much that was. */
    int goOn() {
        isOnlyTold = true;
        int taken = poll();
        isOnlyTold = false;
        return taken;
    }

    private boolean mustWait(boolean hadNoRoom) {
        return hadNoRoom && publisher.isShortForAccount();
    }

    /** Before the strategy's side has it, which takes the intent of an order away. */
    private boolean takeCommand(CommandType type, int targetId, double amount, long timeNs) {
        if (isOnlyTold && !isTold) {
            return false;
        }
        if (!isTold) {
            long nowNs = clock.nanoTime();
            boolean isOrder = type == CommandType.ORDER;
            OrderIntent intent = isOrder ? commands.intent(targetId) : null;
            tap.onCommand(type, targetId, amount, intent, timeNs, nowNs);
        }
        isTold = !taker.onCommand(type, targetId, amount, timeNs);
        return !isTold;
    }

    private boolean takeLate(DirectBuffer event, int index) {
        if (isOnlyTold && !isLateTold) {
            return false;
        }
        if (!isLateTold) { // before the strategy's side has it
            tap.onLate(event, index, clock.nanoTime());
        }
        isLateTold = !publisher.publishLate(event, index);
        return !isLateTold;
    }

    /** Takes what was found of others' orders before the first connection; of the loop that has the account. */
    void takeLook(long nowNs) {
        if (deadMan.takeLook()) {
            tap.onNumber(TrafficTap.OTHERS, deadMan.looked(), nowNs);
        }
    }

    /** The time is told. */
    void onTick(long nowNs, long nowMs, long seenNs, int turn) {
        tap.onTick(nowNs, nowMs, seenNs, turn);
    }
}

package io.hayate.session.pool;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.TrafficTap;
import io.hayate.intake.RingPlaces;
import io.hayate.session.SessionSetup;
import java.util.ArrayList;
import java.util.List;

/**
 * Which connections one loop of several has: the account's is the first loop's, those of market data go
 * round. The first loop alone places channels, and tells the others by their commands.
 *
 * @param index from 0
 * @param plan where the channels are; the first loop's once it runs
 * @param loops commands of each loop; those of the first are everybody's
 * @param hearing what the loops know of each other
 */
public record LoopShare(int index, ChannelPlan plan, List<Commands> loops, HearingLoops hearing) {
    public LoopShare {
        loops = List.copyOf(loops);
    }

    /** All connections. */
    public static LoopShare only(SessionSetup setup) {
        ChannelPlan plan = new ChannelPlan(setup.config(), setup.account().isPresent());
        return of(plan, List.of(setup.ports().commands())).get(0);
    }

    /** The share of each loop that has such commands, that of the account first. */
    public static List<LoopShare> of(ChannelPlan plan, List<Commands> loops) {
        HearingLoops hearing = new HearingLoops();
        List<LoopShare> shares = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            shares.add(new LoopShare(i, plan, loops, hearing));
        }
        return shares;
    }

    /** What hears of this loop. */
    TrafficTap tap(SessionSetup setup) {
        return setup.ports().tracer().tap().ofLoop(index);
    }

    /** Whom this loop tells of its places in the ring, which no one need hear where it is alone. */
    RingPlaces places(SessionSetup setup) {
        return loops.size() == 1 ? RingPlaces.untold() : RingPlaces.ofSeveral(tap(setup));
    }

    public boolean isFirst() {
        return index == 0;
    }

    /** A channel is asked for on the connection of this number: its loop may hear something. */
    public void mayHear(int number) {
        hearing.add(loopOf(number));
    }

    /** Takes whether this loop hears anything; true when none does. */
    public boolean isDeaf(boolean own) {
        if (!own) {
            hearing.add(index);
        }
        return own && hearing.remove(index);
    }

    /** True when the connection of this number is of this loop. */
    public boolean has(int number) {
        return loopOf(number) == index;
    }

    private int loopOf(int number) {
        return loopOf(number, loops.size());
    }

    /**
     * The loop, from 0, that has the connection of this number.
     *
     * @param number from 0, which is the account's
     * @param loops how many there are
     */
    public static int loopOf(int number, int loops) {
        return number == 0 ? 0 : (number - 1) % loops;
    }

    public Commands commands() {
        return loops.get(index);
    }

    /** Hands a command for a channel to the loop of its connection; false when that takes no more. */
    public boolean forward(int number, CommandType type, int channelId) {
        return loops.get(loopOf(number)).offer(type, channelId, number);
    }

    /** The first loop has all others close. */
    public void closeOthers() {
        for (int i = 1; i < loops.size() && isFirst(); i++) {
            loops.get(i).close();
        }
    }
}

package io.hayate.session;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import java.util.List;

/**
 * Which connections one loop of several has: the account's is the first loop's, those of market data go
 * round. The first loop alone places channels, and tells the others by their commands.
 *
 * @param index from 0
 * @param plan where the channels are; the first loop's once it runs
 * @param loops commands of each loop; those of the first are everybody's
 */
public record LoopShare(int index, ChannelPlan plan, List<Commands> loops) {
    public LoopShare {
        loops = List.copyOf(loops);
    }

    /** All connections. */
    static LoopShare only(SessionSetup setup) {
        ChannelPlan plan = new ChannelPlan(setup.config(), setup.credentials().isPresent());
        return new LoopShare(0, plan, List.of(setup.commands()));
    }

    boolean isFirst() {
        return index == 0;
    }

    boolean isOnly() {
        return loops.size() == 1;
    }

    /** True when the connection of this number is of this loop. */
    boolean has(int number) {
        return loopOf(number) == index;
    }

    private int loopOf(int number) {
        return number == 0 ? 0 : (number - 1) % loops.size();
    }

    Commands commands() {
        return loops.get(index);
    }

    /** Hands a command for a channel to the loop of its connection; false when that takes no more. */
    boolean forward(int number, CommandType type, int channelId) {
        return loops.get(loopOf(number)).offer(type, channelId, number);
    }

    /** The first loop hands a command to all others; false when one takes no more. */
    boolean forwardToAll(CommandType type) {
        boolean taken = true;
        for (int i = 1; i < loops.size() && isFirst(); i++) {
            taken &= loops.get(i).offer(type);
        }
        return taken;
    }
}

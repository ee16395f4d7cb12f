package io.hayate.replay;

import io.hayate.event.CommandType;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.ConfigException;
import io.hayate.recording.RecordingException;
import io.hayate.recording.capture.RecordedCommand;
import io.hayate.recording.capture.RecordedStrategy;
import io.hayate.strategy.Strategies;

/** What other threads wanted of the loop, offered again. Answers with what is wrong, in words. One thread. */
final class ReplayedInputs {
    private final ReplayedPath path;
    private final ReplayTotals totals;
    private final StrategyMaker maker;
    private final boolean isSplit;

    /**
     * Inputs of a path.
     *
     * @param isSplit true where the strategy's side had a thread of its own
     */
    ReplayedInputs(ReplayedPath path, ReplayTotals totals, StrategyMaker maker, boolean isSplit) {
        this.maker = maker;
        this.path = path;
        this.totals = totals;
        this.isSplit = isSplit;
    }

    /**
     * Offers a command, unless the strategy's side makes it now, too, or the first loop has; empty for
     * nothing wrong.
     */
    String onCommand(RecordedCommand asked) throws RecordingException {
        if (asked.loop() > 0) {
            boolean isGiven = path.loop(asked.loop()).isReleased(asked);
            return isGiven ? "" : "loop " + (asked.loop() + 1) + " is given no such command now";
        }
        boolean isThere = isOwn(asked) || path.first().isPut(asked);
        return isThere ? "" : "there is no room for a command";
    }

    /** True for one that the strategy's side makes now, too: it has come by now to what leads to it. */
    private boolean isOwn(RecordedCommand asked) {
        CommandType type = asked.type();
        boolean mayBe =
                type == CommandType.SUBSCRIBE
                        || type == CommandType.UNSUBSCRIBE
                        || type == CommandType.RESYNC;
        return mayBe && path.first().isReleased(asked);
    }

    /** Has a strategy wait for its place, as one did then; empty for nothing wrong. */
    String onPlugged(RecordedStrategy plugged) {
        Strategies strategies = path.path().runner().strategies();
        int place = plugged.place();
        if (place >= strategies.size()) {
            return "strategy " + place + " was started anew, there are " + strategies.size();
        }
        try {
            strategies.plug(place, maker.make(place, plugged.parameters()));
            return "";
        } catch (ConfigException e) {
            String name = strategies.name(place);
            return "strategy " + name + " was started anew, which it cannot be: " + e.getMessage();
        }
    }

    /** Offers an event of the account's history, or what a person asked for; empty for nothing wrong. */
    String onLate(Event made) {
        return made.type() == EventType.OPERATOR ? offer(made) : onHistory(made);
    }

    private String onHistory(Event made) {
        ReplayedHistory history = path.history();
        while (isSplit && !history.isAsked() && path.handleOne()) {
            totals.onCaughtUp();
        }
        history.onTakenUp(made);
        if (!history.difference().isEmpty()) {
            return history.difference();
        }
        return offer(made);
    }

    private String offer(Event made) {
        return path.path().commands().offer(made) ? "" : "there is no room for an event";
    }
}

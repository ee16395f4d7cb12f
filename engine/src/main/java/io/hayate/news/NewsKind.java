package io.hayate.news;

import io.hayate.model.Settings;
import java.util.Arrays;
import java.util.List;

/** What a piece of news is about. */
public enum NewsKind {
    /** An order of ours was filled, in whole or in part. */
    FILL(true, true, true),
    /** Any other step of an order. */
    ORDER(false, true, true),
    /** An order was refused, by the venue or here, or never left. */
    REJECT(true, true, true),
    /** Nobody knows what became of an order. */
    UNKNOWN(true, true, true),
    /** A channel of market data is not well, or well again. */
    HEALTH(true, false, true),
    /** The session came so far, or the venue says something. */
    SESSION(false, false, false),
    /** The connection was lost, or is live again after that. */
    RECONNECT(true, false, false),
    /** The day has lost what it may, of the account or of a strategy. */
    LOSS_LIMIT(true, true, false),
    /** Trading is halted, or goes on again. */
    KILL(true, false, false),
    /** Something went wrong: code of a strategy, a disk, a network. */
    INCIDENT(true, false, false),
    /** A line that a strategy logs. */
    STRATEGY(true, false, false),
    /** The engine has ended. */
    END(true, false, false),
    /** What a person asked for. */
    ANSWER(false, false, false),
    /** A frame, where all traffic is shown. */
    FRAME(false, false, false),
    /** What a run says of itself: its start, its summary, its files. */
    RUN(false, false, false),
    /** What a library has to say. */
    LIBRARY(false, false, false);

    private final boolean isForRules;
    private final boolean isOfStrategy;
    private final boolean isOfInstrument;
    private final String label = Settings.name(this);

    NewsKind(boolean isForRules, boolean isOfStrategy, boolean isOfInstrument) {
        this.isForRules = isForRules;
        this.isOfStrategy = isOfStrategy;
        this.isOfInstrument = isOfInstrument;
    }

    /** Those that a rule of notifications may name. */
    public static List<NewsKind> ofRules() {
        return Arrays.stream(values()).filter(kind -> kind.isForRules).toList();
    }

    /** As it is written in settings and in a log: {@code loss-limit}. */
    public String label() {
        return label;
    }

    /** True where news of this kind are those of one strategy, or of none of them. */
    public boolean isOfStrategy() {
        return isOfStrategy;
    }

    /** True where news of this kind are those of one instrument, or of all. */
    public boolean isOfInstrument() {
        return isOfInstrument;
    }

    /** True for what must not wait for more of its kind. */
    public boolean isUrgent() {
        return switch (this) {
            case UNKNOWN, LOSS_LIMIT, KILL, END -> true;
            default -> false;
        };
    }
}

package io.hayate.event;

import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Hears all that comes to the trading threads and all that leaves them, in the order in which it does:
 * what a replay needs to do the same again.
 *
 * <p>Called on the thread that it happens on. Whoever listens copies and returns: it waits for nothing,
 * allocates nothing, and throws nothing. Texts hold no secret. Times are ns of the monotonic clock.
 */
public interface TrafficTap {
    /** Where nobody listens. */
    TrafficTap NONE = new TrafficTap() {};

    /** In place of a status of HTTP: nothing was answered. */
    int NO_ANSWER = 0;

    /** Name of the number from which what spreads reconnects is drawn. */
    String SEED = "seed";

    /** Name of the first number of a block of order numbers. */
    String IDS = "ids";

    /** Name of the count of open orders that are not ours, found before the start, as the loop takes it. */
    String OTHERS = "others";

    /** What the name of a channel's number begins with: its words follow. */
    String CHANNEL = "channel ";

    /** What the name of a use of the kill switch begins with: the reason follows. */
    String KILL = "kill ";

    /** Name of the place of a strategy that was put there last, and is taken away as nobody can start it. */
    String UNPLUGGED = "unplugged";

    /** Name of the time of the wall clock at which what runs before have left was taken up, in ms since 1970. */
    String RECOVERED = "recovered";

    /** Name of whether the account's history can be asked for: 1, or 0. */
    String HISTORY = "history";

    /** Name of the number of an order of ours that waited for the socket, and never reached it. */
    String NOT_SENT = "not-sent";

    /** Name of the same, where the order was meant for a connection before. */
    String NOT_SENT_BEFORE = "not-sent-before";

    /** Name of the count of cancels of which the same is told. */
    String LOST_CANCELS = "lost-cancels";

    /** Name of the number of a connection whose text, for which there was no room, is offered again. */
    String READ_ON = "read-on";

    /** Name of the halt of the end. */
    String END = "end";

    /** What the name of the smallest amount of an instrument begins with: its number follows. */
    String LEAST = "least ";

    /** What the name of the largest amount of an instrument begins with, which is told behind the smallest. */
    String MOST = "most ";

    /**
     * What hears of one loop of several: of its ticks, the commands that it takes, and its places in the
     * ring. Before the start.
     *
     * @param index from 0
     */
    default TrafficTap ofLoop(int index) {
        return this;
    }

    /**
     * A connection is open: frames may come.
     *
     * @param connection number of its session, from 1
     * @param isPublic true for one of market data alone
     */
    default void onOpen(int connection, boolean isPublic, long timeNs) {}

    /**
     * A text has come, and is about to be used.
     *
     * @param lookedTimeNs when the socket had last been looked at before
     * @param timeNs when it was read
     */
    default void onTextIn(
            int connection,
            DirectBuffer text,
            int offset,
            int length,
            long lookedTimeNs,
            long timeNs) {}

    /** A text was handed to the socket. */
    default void onTextOut(
            int connection, DirectBuffer text, int offset, int length, long timeNs) {}

    /**
     * A connection, or an attempt at one, is over.
     *
     * @param cause name of a {@code DisconnectCause}
     * @param detail one line for a person
     */
    default void onClosed(int connection, String cause, String detail, long timeNs) {}

    /**
     * The loop has told the time.
     *
     * @param timeMs of the wall clock, since 1970
     * @param seenUntilNs until when its first connection was read, that of the account if there is one
     * @param turn which session had its turn first before
     */
    default void onTick(long timeNs, long timeMs, long seenUntilNs, int turn) {}

    /**
     * The loop has put so many events into a ring that others write, too.
     *
     * @param first its place, counted from 0; the others follow it
     */
    default void onPlaces(long first, int count, long timeNs) {}

    /**
     * The loop has taken a command.
     *
     * @param madeNs when it was made
     * @param intent what an ORDER asks for; null for any other
     */
    default void onCommand(
            CommandType type,
            int targetId,
            double amount,
            OrderIntent intent,
            long madeNs,
            long timeNs) {}

    /** The loop has taken an event of {@link Event#SIZE} bytes that another thread had made. */
    default void onLate(DirectBuffer event, int offset, long timeNs) {}

    /**
     * A number was drawn that cannot be known again: the seed of what is spread, the first of a block of
     * order numbers.
     *
     * @param name what it is, in ASCII
     */
    default void onNumber(String name, long value, long timeNs) {}

    /**
     * The venue has answered by REST, or has not, on a thread that may wait.
     *
     * @param path what was asked for, its query included, in ASCII
     * @param asked body of the request, in ASCII; empty where it had none
     * @param status of HTTP, or {@link #NO_ANSWER}
     * @param body of the answer; why there is none, in UTF-8
     */
    default void onRest(String path, String asked, int status, byte[] body, long timeNs) {}

    /**
     * A part of what runs before have left: their orders without an end, and their books. Before the start,
     * so that it may wait.
     *
     * @param image all parts in their order are what it is, of this release
     */
    default void onPast(byte[] image, int offset, int length, long timeNs) {}

    /**
     * A strategy was made and put in a place, where a command then starts it. On a thread that may wait.
     *
     * @param place in the settings, from 0
     * @param parameters that it was made with
     */
    default void onPlugged(int place, Map<String, String> parameters, long timeNs) {}

    /**
     * The strategy's side has read the clock for a decision.
     *
     * @param event which one it handles, counted from 1
     */
    default void onReading(long event, long timeNs) {}

    /**
     * A thread has read what another writes: for the first time, or something else than before.
     *
     * @param number which read of that it is on its thread, counted from 1
     * @param value what it has read: a number, 0 or 1 for a no or yes, the bits of a double
     */
    default void onRead(SharedValue what, long number, long value, long timeNs) {}

    /** The strategy's side has come to this event, counted from 1: it and all before it are handled. */
    default void onHandled(long events, long timeNs) {}

    /**
     * An order was handed to the socket, or refused.
     *
     * @param event which one the strategy's side handles, counted from 1
     * @param verdict name of a {@code RiskVerdict}
     * @param clientOrderId its number; 0 when it got none
     */
    default void onDecision(long event, String verdict, long clientOrderId, long timeNs) {}
}

package io.hayate.session;

import io.hayate.event.BookEntry;
import io.hayate.event.Candle;
import io.hayate.event.ChannelStatus;
import io.hayate.event.Command;
import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Health;

/** Says in words what an event tells. */
final class EventWords {
    private EventWords() {}

    /** {@code book 2 bid 100.0 x 1.5 in snapshot: gapped}: channel, body, and what is against it. */
    static String of(Event event) {
        return switch (event.type()) {
            case TICKER ->
                    "ticker "
                            + event.instrumentId()
                            + " last "
                            + new Ticker().wrap(event).lastPrice()
                            + health(event);
            case SESSION_STATUS -> of(new SessionStatus().wrap(event));
            case EXECUTION_REPORT -> "report " + new ExecutionReport().wrap(event).kind();
            case WALLET_UPDATE -> "wallet " + new WalletUpdate().wrap(event).currency();
            case COMMAND -> "command " + new Command().wrap(event).type();
            case TRADE -> "trade " + new Trade().wrap(event).id() + marks(event);
            case BOOK_ENTRY -> of(new BookEntry().wrap(event)) + marks(event);
            case BOOK_BURST_END -> "burst end" + health(event);
            case CANDLE -> "candle " + new Candle().wrap(event).timeMs() + marks(event);
            case CHANNEL_STATUS -> of(new ChannelStatus().wrap(event));
            default -> event.type() + marks(event);
        };
    }

    private static String of(SessionStatus status) {
        String who = status.isPrimary() ? "" : "market " + status.number() + " ";
        if (status.isClosedAtEnd()) {
            return who + "closed at the end: " + status.text();
        }
        return status.state() == status.previousState()
                ? who + "says " + status.text()
                : who + status.state() + ": " + status.text();
    }

    private static String of(BookEntry entry) {
        if (entry.isNone()) {
            return "no entry";
        }
        return (entry.isDelete() ? "delete " : "set ") + entry.side() + " " + entry.price();
    }

    private static String of(ChannelStatus status) {
        return "channel "
                + status.channelId()
                + " "
                + Health.text(status.health())
                + ": "
                + status.text();
    }

    private static String marks(Event event) {
        return (event.isSnapshot() ? " in snapshot" : "") + health(event);
    }

    private static String health(Event event) {
        return event.health() == Health.LIVE ? "" : ": " + Health.text(event.health());
    }
}

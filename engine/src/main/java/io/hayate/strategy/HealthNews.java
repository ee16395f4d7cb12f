package io.hayate.strategy;

import io.hayate.event.ChannelStatus;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.market.OrderBook;
import io.hayate.model.Health;
import io.hayate.model.MarketChannels;

/**
 * Tells a person of the health of channels: what the session says, and with it what was found of a book
 * where it is kept. Strategy thread; allocates nothing after construction, and drops what the view
 * cannot take.
 */
final class HealthNews {
    /** A fresh snapshot that the keeper waits for is told by the session. */
    private static final int FOUND = Health.CHECKSUM_BAD | Health.CROSSED;

    private final Notices notices;
    private final Event event = Event.allocate();
    private final ChannelStatus status = new ChannelStatus();
    private final int[] session = new int[MarketChannels.COUNT_MAX];
    private final int[] found = new int[MarketChannels.COUNT_MAX];

    HealthNews(Notices notices) {
        this.notices = notices;
    }

    /** Passes on what the session says, with what was found. */
    void onChannelStatus(Event said) {
        int id = said.channelId();
        session[id] = said.health();
        event.copyFrom(said);
        event.health(with(session[id], found[id]));
        int before = status.wrap(event).previousHealth();
        status.previousHealth(with(before, found[id]));
        notices.offer(NoticeType.EVENT, event);
    }

    /** Takes what is found against a book from now on. */
    void onFound(OrderBook book, int words) {
        int id = book.channel().id();
        int now = words & FOUND;
        int before = found[id];
        if (now == before) {
            return;
        }
        found[id] = now;
        event.begin(book.channel().instrumentId(), book.receiveTimeNs()).channelId(id);
        event.health(with(session[id], now)).type(EventType.CHANNEL_STATUS);
        status.wrap(event).previousHealth(with(session[id], before));
        status.code(0).text(why(now & ~before));
        notices.offer(NoticeType.EVENT, event);
    }

    /** A channel that nobody sends needs no more words. */
    private static int with(int session, int found) {
        return session == Health.OFF ? Health.OFF : session | found;
    }

    private static String why(int words) {
        if ((words & Health.CHECKSUM_BAD) != 0) {
            return "wrong still after three fresh snapshots in a minute";
        }
        return words == Health.CROSSED ? "best bid at or over best ask for over a second" : "";
    }
}

package io.hayate.view.news;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.OrderStatus;
import io.hayate.model.SessionState;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.NewsSink;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes news of the lines that a view shows: says what each is about, and how grave it is. View thread.
 */
public final class LineNews {
    private static final int ORDERS_MAX = 4_096;

    private final NewsSink sink;
    private final Instruments instruments;
    private final ExecutionReport report = new ExecutionReport();
    private final Map<Long, String> owners = // a message about a fill bears no group
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
                    return size() > ORDERS_MAX;
                }
            };
    private final BitSet lost = new BitSet(); // connections by number

    /** Makes news for this sink. */
    public LineNews(NewsSink sink, Instruments instruments) {
        this.sink = sink;
        this.instruments = instruments;
    }

    /** False when nobody hears them. */
    public boolean isOn() {
        return sink.isOn();
    }

    /** True for what a person should look at, whatever else is shown. */
    public static boolean isTrouble(ExecutionReport report) {
        return switch (report.kind()) {
            case NOT_SENT, OUTCOME_UNKNOWN, REFUSED_HERE -> true;
            case REQUEST_ANSWER -> !report.isAccepted();
            case CLOSED -> isTrouble(report.status());
            default -> false;
        };
    }

    private static boolean isTrouble(OrderStatus status) {
        return status == OrderStatus.REJECTED || status == OrderStatus.UNKNOWN;
    }

    /** A line about an order, and the latest report that it tells of. */
    public void onOrder(Event last, boolean isFill, CharSequence line) {
        if (!sink.isOn()) {
            return;
        }
        report.wrap(last);
        NewsKind kind = kindOf(isFill);
        NewsLevel level =
                switch (kind) {
                    case UNKNOWN -> NewsLevel.ERROR;
                    case REJECT -> NewsLevel.WARN;
                    default -> NewsLevel.INFO;
                };
        String instrument = name(last.instrumentId());
        sink.tell(new News(kind, level, owner(), instrument, line.toString()));
    }

    private NewsKind kindOf(boolean isFill) {
        boolean isUnknown =
                report.kind() == ReportKind.OUTCOME_UNKNOWN
                        || report.status() == OrderStatus.UNKNOWN
                        || (report.kind() == ReportKind.REQUEST_ANSWER && report.isOutcomeOpen());
        if (isUnknown) {
            return NewsKind.UNKNOWN;
        } else if (isTrouble(report)) {
            return NewsKind.REJECT;
        }
        return isFill ? NewsKind.FILL : NewsKind.ORDER;
    }

    /** Takes whose order a message is about: those that bear a group say so. */
    public void heard(ExecutionReport message) {
        String owner = sink.strategyOf(message.groupId());
        if (!owner.isEmpty() && message.clientOrderId() != 0) {
            owners.put(message.clientOrderId(), owner);
        }
    }

    private String owner() {
        String owner = sink.strategyOf(report.groupId());
        return owner.isEmpty() ? owners.getOrDefault(report.clientOrderId(), "") : owner;
    }

    private String name(int instrumentId) {
        return instrumentId == Instrument.NONE ? "" : instruments.get(instrumentId).displayName();
    }

    /** A line about a channel, or, where it is null, about many. */
    public void onChannel(CharSequence line, boolean isWell, MarketChannel channel) {
        NewsLevel level = isWell ? NewsLevel.INFO : NewsLevel.WARN;
        String instrument = channel == null ? "" : name(channel.instrumentId());
        sink.tell(new News(NewsKind.HEALTH, level, "", instrument, line.toString()));
    }

    /**
     * That a connection is lost, and that it is back, is news of a kind of its own; that it cannot be had
     * again yet is not.
     */
    public void onSession(SessionStatus status, CharSequence line) {
        boolean isChange = status.state() != status.previousState();
        boolean isDown =
                isChange && status.state() == SessionState.DISCONNECTED && !status.isClosedAtEnd();
        boolean isUp = isChange && status.state() == SessionState.LIVE;
        boolean wasLost = lost.get(status.number());
        boolean isNews =
                isDown ? !wasLost || status.previousState() == SessionState.LIVE : isUp && wasLost;
        if (isDown || isUp) {
            lost.set(status.number(), isDown);
        }
        NewsKind kind = isNews ? NewsKind.RECONNECT : NewsKind.SESSION;
        sink.tell(kind, isDown ? NewsLevel.WARN : NewsLevel.INFO, line.toString());
    }

    /** Any other line. */
    public void tell(NewsKind kind, NewsLevel level, String text) {
        sink.tell(kind, level, text);
    }
}

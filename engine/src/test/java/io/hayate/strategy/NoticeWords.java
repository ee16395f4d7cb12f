package io.hayate.strategy;

import io.hayate.event.ChannelStatus;
import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.NoticeReader;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Health;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** What the view is given, in words. */
final class NoticeWords implements NoticeReader {
    private final List<String> words = new ArrayList<>();

    private NoticeWords() {}

    /** Takes all that waits. */
    static List<String> of(Notices notices) {
        NoticeWords reader = new NoticeWords();
        while (notices.poll(reader, 100) > 0) {}
        return reader.words;
    }

    @Override
    public void onEvent(NoticeType type, Event event) {
        words.add(type + " " + describe(event));
    }

    private static String describe(Event event) {
        return switch (event.type()) {
            case TICKER -> "ticker last " + new Ticker().wrap(event).lastPrice();
            case EXECUTION_REPORT -> describe(new ExecutionReport().wrap(event));
            case WALLET_UPDATE -> describe(new WalletUpdate().wrap(event));
            case SESSION_STATUS -> describe(new SessionStatus().wrap(event));
            case CHANNEL_STATUS -> describe(new ChannelStatus().wrap(event));
            default -> event.type().toString();
        };
    }

    private static String describe(ExecutionReport report) {
        String status = report.status() == null ? "" : " " + report.status();
        return report.kind() + status + " " + report.side() + " " + report.originalAmount();
    }

    private static String describe(WalletUpdate wallet) {
        return wallet.walletType() + " " + wallet.currency() + " " + wallet.balance();
    }

    private static String describe(ChannelStatus status) {
        String before = Health.text(status.previousHealth());
        String after = Health.text(status.health());
        String why = status.text().isEmpty() ? "" : ": " + status.text();
        return "channel " + status.channelId() + " " + before + " then " + after + why;
    }

    private static String describe(SessionStatus status) {
        return status.text().isEmpty() ? "session " + status.state() : status.text();
    }

    @Override
    public void onLog(String template, double[] numbers) {
        words.add("LOG " + template + " " + numbers[0] + " " + numbers[1]);
    }

    @Override
    public void onFrame(
            NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
        words.add(type.toString());
    }
}

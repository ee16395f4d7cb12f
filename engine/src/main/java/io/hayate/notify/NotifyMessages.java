package io.hayate.notify;

import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers news into one message: ten lines, and how many more there were. What must not wait stays in it,
 * whatever comes behind. The thread of the target.
 */
final class NotifyMessages {
    private static final int LINES_MAX = 10;
    private static final int LINE_LENGTH_MAX = 300;

    private final String title;
    private final List<News> kept = new ArrayList<>();
    private int count;
    private boolean isUrgent;

    NotifyMessages(String title) {
        this.title = title;
    }

    static News sample() {
        return News.of(NewsKind.END, NewsLevel.INFO, "text");
    }

    void add(News news) {
        count++;
        isUrgent |= news.kind().isUrgent();
        if (kept.size() < LINES_MAX) {
            kept.add(news);
        } else if (news.kind().isUrgent()) {
            makeRoom();
            kept.add(news);
        }
    }

    private void makeRoom() {
        for (int i = 0; i < kept.size(); i++) {
            if (!kept.get(i).kind().isUrgent()) {
                kept.remove(i);
                return;
            }
        }
        kept.remove(1); // all are: the first tells how it began
    }

    int count() {
        return count;
    }

    boolean isUrgent() {
        return isUrgent;
    }

    /**
     * All that was gathered, as one message; nothing is left.
     *
     * @param missing how many earlier news never arrived
     */
    NotifyMessage take(long missing, long timeMs) {
        StringBuilder text = new StringBuilder();
        News lead = kept.get(0);
        for (News each : kept) {
            text.append(text.isEmpty() ? "" : "\n").append(cut(each.text()));
            lead = each.level().compareTo(lead.level()) > 0 ? each : lead;
        }
        if (count > kept.size()) {
            text.append("\nand ").append(count - kept.size()).append(" more");
        }
        if (missing > 0) {
            text.append("\n").append(missing).append(" before could not be delivered");
        }
        NotifyMessage message = new NotifyMessage(title, lead, text.toString(), count, timeMs);
        kept.clear();
        count = 0;
        isUrgent = false;
        return message;
    }

    private static String cut(String line) {
        return line.length() <= LINE_LENGTH_MAX ? line : line.substring(0, LINE_LENGTH_MAX) + " ..";
    }
}

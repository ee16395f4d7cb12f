package io.hayate.notify;

import io.hayate.news.News;
import io.hayate.news.NewsKind;
import java.util.List;

/**
 * Which news go where.
 *
 * @param strategies whose orders alone; empty for all
 * @param instruments of which alone; empty for all
 * @param targets by name
 */
public record NotifyRule(
        List<NewsKind> kinds,
        List<String> strategies,
        List<String> instruments,
        List<String> targets) {
    /** True for news that the targets are to hear. What is of no one instrument is of each. */
    public boolean matches(News news) {
        boolean isOfStrategy =
                strategies.isEmpty()
                        || !news.kind().isOfStrategy()
                        || strategies.contains(news.strategy());
        boolean isOfInstrument =
                instruments.isEmpty()
                        || !news.kind().isOfInstrument()
                        || news.instrument().isEmpty()
                        || instruments.contains(news.instrument());
        return kinds.contains(news.kind()) && isOfStrategy && isOfInstrument;
    }
}

package io.hayate.news;

import io.hayate.model.GroupNumber;
import java.util.Map;

/**
 * Who hears news, and what strategies are called in them.
 *
 * @param listener null for nobody
 * @param strategies the names of several strategies by number; empty for one
 */
public record NewsSink(NewsListener listener, Map<Integer, String> strategies) {
    /** Nobody hears anything. */
    public static final NewsSink NONE = new NewsSink(null, Map.of());

    /** False when nobody listens, and no news need be made. */
    public boolean isOn() {
        return listener != null;
    }

    /** Tells it, if anybody listens. */
    public void tell(News news) {
        if (listener != null) {
            listener.onNews(news);
        }
    }

    /** As {@link #tell(News)}, of no strategy and no instrument. */
    public void tell(NewsKind kind, NewsLevel level, String text) {
        tell(News.of(kind, level, text));
    }

    /** The strategy of several whose order bears this group on the wire; empty for none of them. */
    public String strategyOf(long group) {
        int number = GroupNumber.strategyOf(group, GroupNumber.STRATEGY_MAX);
        return strategies.getOrDefault(number, "");
    }
}

package io.hayate.news;

/**
 * One piece of news.
 *
 * @param strategy the name of the strategy of several whose it is; empty for none of them
 * @param instrument the name of the instrument; empty for none, or for many
 * @param text what a person reads: a line, in rare cases several
 */
public record News(
        NewsKind kind, NewsLevel level, String strategy, String instrument, String text) {
    /** News of no strategy and no instrument. */
    public static News of(NewsKind kind, NewsLevel level, String text) {
        return new News(kind, level, "", "", text);
    }
}

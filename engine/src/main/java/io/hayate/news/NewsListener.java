package io.hayate.news;

/** Hears news. */
@FunctionalInterface
public interface NewsListener {
    /** Any thread but the trading ones; must not wait, and does not throw. */
    void onNews(News news);
}

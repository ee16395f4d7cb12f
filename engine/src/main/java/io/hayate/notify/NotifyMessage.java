package io.hayate.notify;

import io.hayate.news.News;

/**
 * What a target gets at once.
 *
 * @param lead the gravest of the news in it, the first of such
 * @param text all of them, a line each
 * @param count how many news it tells of
 * @param timeMs when it was made, in ms since 1970 UTC
 */
record NotifyMessage(String title, News lead, String text, int count, long timeMs) {}

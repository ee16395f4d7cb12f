/**
 * What a view shows as lines: tickers, books, candles, orders, the session, what is known against a
 * channel; in colours, safe to print, cut or wrapped to a width. Of JLine it uses styled strings and
 * nothing that touches a terminal. Thread {@code view}.
 */
package io.hayate.view.text;

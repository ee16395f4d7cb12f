/**
 * What happened, for people: a line and its kind. The view makes news of what trading threads hand over, a
 * run makes those of its own; the log and the notifications hear them. Nothing here is called by a trading
 * thread.
 */
package io.hayate.news;

/**
 * Notifications: news by rule to a webhook, Telegram, ntfy or a command. Each target has a bounded outbox
 * and a thread of its own, so that one that is slow, refuses or hangs holds up neither another nor the
 * engine. Nothing here is called by a trading thread.
 */
package io.hayate.notify;

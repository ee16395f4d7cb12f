package io.hayate.notify;

/** Brings a message to its target. */
@FunctionalInterface
interface MessageSender {
    /** Tries once, for a bounded time; the thread of the target. Does not throw. */
    Delivery send(NotifyMessage message);
}

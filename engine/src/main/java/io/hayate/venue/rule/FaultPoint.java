package io.hayate.venue.rule;

/** Where in the exchange a fault acts: each kind of fault is asked for at one point. */
public enum FaultPoint {
    /** A frame or an event is about to be written to one connection. */
    FRAME,
    /** Anything is about to be written to, or read from, one connection. */
    CONNECTION,
    /** The first data of a subscription are about to be written. */
    SNAPSHOT,
    /** A subscription is asked for. */
    SUBSCRIBE,
    /** A subscription has ended. */
    UNSUBSCRIBE,
    /** A request of a client has come. */
    REQUEST,
    /** A client wants to authenticate. */
    AUTH,
    /** A new order has come. */
    ORDER,
    /** The cancellation of an order has come. */
    CANCEL,
    /** A client asks for a connection. */
    HANDSHAKE,
    /** A request over HTTP has come. */
    HTTP,
    /** A client that came is greeted. */
    GREETING,
    /** A time has come. */
    TIME
}

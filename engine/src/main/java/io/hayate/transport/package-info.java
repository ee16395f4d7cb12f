/**
 * The way to the venue and back: the loop that owns the socket, the connection from name to end,
 * frames in and frames out. {@code transport.tls} below it encrypts, {@code transport.websocket}
 * makes frames. Runs on the loop's thread, which is ours; only the queue of orders and the wake may
 * be used from others. Knows nothing of what frames say, of sessions or of reconnecting: it tells how
 * each connection ended and leaves the rest to the session. Netty is the library in here.
 */
package io.hayate.transport;

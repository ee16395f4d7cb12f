/**
 * WebSocket as RFC 6455 has it, from a client's side: the upgrade, frames read where they lie, frames
 * written under their masks, what makes a message of several, and how long one may be. Knows bytes
 * alone: no socket, no thread, no library of either; of what ends a connection only the rule that the
 * venue broke. {@code transport} is above it.
 */
package io.hayate.transport.websocket;

/**
 * TLS of {@code wss}: whose it is, what is trusted, and, where BoringSSL has shaken hands for Netty,
 * records that are sealed and opened by address. A self-test at the start says whether this machine's
 * library does that. Knows no loop and nothing of what the records carry; {@code transport} is above it.
 */
package io.hayate.transport.tls;

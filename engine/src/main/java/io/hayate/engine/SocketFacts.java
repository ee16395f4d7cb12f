package io.hayate.engine;

/**
 * What an engine speaks to its venue with.
 *
 * @param isNative true on epoll
 * @param tls whose TLS, for a person; empty for none
 */
public record SocketFacts(boolean isNative, String tls) {
    /** What reads and writes, for a person. */
    public String name() {
        return isNative ? "epoll" : "NIO";
    }
}

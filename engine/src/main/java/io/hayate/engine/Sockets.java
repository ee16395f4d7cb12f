package io.hayate.engine;

import io.hayate.session.SessionRole;
import io.hayate.session.TransportFactory;
import io.hayate.transport.IoLoop;
import io.hayate.transport.Transport;
import io.hayate.transport.TransportConfig;
import io.hayate.transport.VenueHost;
import io.hayate.transport.WebSocketTransport;
import io.hayate.transport.tls.Tls;
import java.net.URI;

/** Makes the sockets of a loop: to the account's address, or to that of market data alone. */
final class Sockets implements TransportFactory {
    private final IoLoop loop;
    private final TransportConfig account;
    private final TransportConfig market;
    private final Tls accountTls;
    private final Tls marketTls;
    private WebSocketTransport first;

    /**
     * Makes none yet.
     *
     * @param url the venue's address: of the embedded one, where it listens
     */
    Sockets(EngineConfig config, URI url, IoLoop loop) {
        this.loop = loop;
        account = config.transportTo(url);
        market =
                config.venue().isOneAddress()
                        ? account
                        : config.transportTo(config.venue().publicUrl());
        accountTls = account.newTls(); // now: it reads files, and a loop must not
        marketTls = config.venue().isOneAddress() ? accountTls : market.newTls();
    }

    /** True when all connections go to one host, elsewhere, which counts them together. */
    boolean shareHost() {
        return !VenueHost.isLoopback(account.url())
                && VenueHost.isOneHost(account.url(), market.url());
    }

    /** Whose TLS the account's address is spoken to with; empty for none. */
    String tls() {
        return accountTls == null ? "" : accountTls.way();
    }

    /** Where connections of this role lead. */
    TransportConfig target(SessionRole role) {
        return role.carriesAccount() ? account : market;
    }

    @Override
    public Transport create(SessionRole role) {
        WebSocketTransport socket =
                new WebSocketTransport(
                        loop, target(role), role.carriesAccount() ? accountTls : marketTls);
        first = first == null ? socket : first;
        return socket;
    }

    /** The one made first: that of the session on which orders leave. */
    WebSocketTransport first() {
        return first;
    }
}

package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;

/** BoringSSL, as {@link Tls} sets it up, for a test that looks at the handler of each connection. */
final class WatchedTls extends DelegatingSslContext {
    /** What was made for each connection so far, in that order. */
    final Queue<SslHandler> made = new ConcurrentLinkedQueue<>();

    private final Consumer<SslHandler> whenMade;
    private final Consumer<SSLEngine> whenTested;

    /** Trusts this certificate. */
    WatchedTls(Path trusted) {
        this(trusted, handler -> {}, engine -> {});
    }

    /**
     * As above.
     *
     * @param whenMade is given each handler before its connection has it
     * @param whenTested is given the engine of the self-test; what it throws fails that
     */
    WatchedTls(Path trusted, Consumer<SslHandler> whenMade, Consumer<SSLEngine> whenTested) {
        super(
                Tls.context(
                        new TransportConfig(
                                URI.create("wss://localhost"),
                                1,
                                1_024,
                                1_024,
                                IoKind.AUTO,
                                TlsKind.BORINGSSL,
                                trusted)));
        this.whenMade = whenMade;
        this.whenTested = whenTested;
    }

    /** With records by address, unless the self-test fails. */
    Tls tls() {
        return new Tls(this, true, true);
    }

    /** With records in Netty's handler. */
    Tls inHandler() {
        return new Tls(this, true, false);
    }

    @Override
    protected void initEngine(SSLEngine engine) {
        whenTested.accept(engine);
    }

    @Override
    protected void initHandler(SslHandler handler) {
        made.add(handler);
        whenMade.accept(handler);
    }

    /** Waits until BoringSSL's part of all connections so far is freed, by a loop that is alive. */
    void awaitFreed(TransportRig rig) throws Exception {
        assertTrue(!made.isEmpty());
        for (SslHandler handler : made) {
            while (ReferenceCountUtil.refCnt(handler.engine()) > 0) {
                rig.run(() -> {}); // Netty closes a channel in tasks of its own
            }
        }
    }

    /** How many connections BoringSSL has something for. */
    long held() {
        return made.stream().filter(each -> ReferenceCountUtil.refCnt(each.engine()) > 0).count();
    }
}

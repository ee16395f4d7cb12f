package io.hayate.transport.tls;

import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;

/** BoringSSL, as {@link Tls} sets it up, for a test that looks at the handler of each connection. */
public final class WatchedTls extends DelegatingSslContext {
    /** What was made for each connection so far, in that order. */
    public final Queue<SslHandler> made = new ConcurrentLinkedQueue<>();

    private final Consumer<SslHandler> whenMade;
    private final Consumer<SSLEngine> whenTested;

    /** Trusts this certificate. */
    public WatchedTls(Path trusted) {
        this(trusted, handler -> {}, engine -> {});
    }

    /**
     * As above.
     *
     * @param whenMade is given each handler before its connection has it
     * @param whenTested is given the engine of the self-test; what it throws fails that
     */
    public WatchedTls(Path trusted, Consumer<SslHandler> whenMade, Consumer<SSLEngine> whenTested) {
        super(Tls.context(TlsKind.BORINGSSL, trusted));
        this.whenMade = whenMade;
        this.whenTested = whenTested;
    }

    /** With records by address, unless the self-test fails. */
    public Tls tls() {
        return new Tls(this, true, true);
    }

    /** With records in Netty's handler. */
    public Tls inHandler() {
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

    /** How many connections BoringSSL has something for. */
    public long held() {
        return made.stream().filter(each -> ReferenceCountUtil.refCnt(each.engine()) > 0).count();
    }
}

package io.hayate.transport.tls;

import io.hayate.benchmarks.BenchmarkDefaults;
import io.netty.buffer.ByteBuf;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Cost of a record of TLS of 150 bytes, sealed on one end and opened on the other: by address, as over {@code wss},
 * against Netty's handlers, both with BoringSSL. No socket.
 */
public class TlsRecordsBenchmark extends BenchmarkDefaults {
    private static final int LENGTH = 150;
    private static final int ROOM = 1 << 16;

    private final UnsafeBuffer text = direct();
    private final UnsafeBuffer record = direct();
    private final UnsafeBuffer opened = direct();
    private TlsEnds ends;
    private TlsEnds handlers;
    private TlsRecords client;
    private TlsRecords server;

    /** The version of TLS. */
    @Param({"TLSv1.3", "TLSv1.2"})
    public String protocol;

    private static UnsafeBuffer direct() {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(ROOM, 64));
    }

    /** Shakes hands. */
    @Setup
    public void setUp() throws Exception {
        ends = new TlsEnds(protocol);
        handlers = new TlsEnds(protocol);
        client = ends.clientRecords();
        server = ends.serverRecords();
        text.setMemory(0, LENGTH, (byte) 'x');
    }

    /** Frees what BoringSSL has. */
    @TearDown
    public void tearDown() {
        client.free();
        server.free();
        ends.close();
        handlers.close();
    }

    /** By address, in memory of our own. */
    @Benchmark
    public int hayate() {
        int length =
                client.seal(
                        text.addressOffset(), LENGTH, record.addressOffset(), record.capacity());
        return server.open(record.addressOffset(), length, opened.addressOffset(), ROOM);
    }

    /** Netty's handlers, which make a buffer for each. */
    @Benchmark
    public int nettyHandler() {
        ByteBuf plain = handlers.client().alloc().directBuffer(LENGTH);
        plain.writeBytes(text.byteBuffer().duplicate().limit(LENGTH));
        handlers.client().writeOutbound(plain);
        handlers.server().writeInbound(handlers.client().<Object>readOutbound());
        ByteBuf read = handlers.server().readInbound();
        int length = read.readableBytes();
        read.release();
        return length;
    }
}

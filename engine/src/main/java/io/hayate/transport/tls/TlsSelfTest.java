package io.hayate.transport.tls;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.internal.tcnative.SSL;
import io.netty.util.ReferenceCountUtil;
import java.lang.ref.Reference;
import java.nio.ByteOrder;
import javax.net.ssl.SSLEngine;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Whether BoringSSL writes and reads records by address, as {@link TlsRecords} needs it of a library that promises
 * it to nobody: a handshake begins, its first record must lie where it was wanted, and the answer of a venue that
 * refuses must be read from where it lies. Needs no venue, some hundred microseconds.
 */
final class TlsSelfTest {
    private static final int ROOM = 16 * 1_024;
    private static final int HANDSHAKE = 22;
    private static final int HEAD_BYTES = 5;
    private static final int LENGTH_OFFSET = 3;
    private static final byte[] REFUSAL = {
        21, 3, 3, 0, 2, 2, 40
    }; // alert, fatal, handshake_failure

    private TlsSelfTest() {}

    /** What failed, for a person; null for nothing. */
    static String failure(SslContext context) {
        try {
            SSLEngine engine = context.newEngine(PooledByteBufAllocator.DEFAULT, "localhost", 443);
            try {
                return engine instanceof ReferenceCountedOpenSslEngine ours
                        ? failure(ours)
                        : "another engine than was expected: " + engine.getClass().getName();
            } finally {
                ReferenceCountUtil.release(engine);
            }
        } catch (Exception | LinkageError e) {
            return e.toString();
        }
    }

    private static String failure(ReferenceCountedOpenSslEngine engine) throws Exception {
        UnsafeBuffer memory = new UnsafeBuffer(BufferUtil.allocateDirectAligned(ROOM, 64));
        long ssl = engine.sslPointer();
        long address = memory.addressOffset();
        SSL.setRenegotiateMode(ssl, SSL.SSL_RENEGOTIATE_NEVER);
        long bio = SSL.bioNewByteBuffer(ssl, TlsRecords.SEAL_ROOM_BYTES);
        try {
            SSL.bioSetByteBuffer(bio, address, ROOM, true);
            int result = SSL.doHandshake(ssl);
            int length = ROOM - SSL.bioLengthByteBuffer(bio);
            if (SSL.getError(ssl, result) != SSL.SSL_ERROR_WANT_READ || !isHello(memory, length)) {
                return "the first record of a handshake is not where it was wanted";
            }
            memory.putBytes(0, REFUSAL);
            SSL.bioSetByteBuffer(bio, address, REFUSAL.length, false);
            result = SSL.doHandshake(ssl);
            if (SSL.getError(ssl, result) != SSL.SSL_ERROR_SSL
                    || SSL.bioLengthByteBuffer(bio) != 0) {
                return "a record was not read from where it lies";
            }
            return areRefused(ssl, bio, address)
                    ? null
                    : "text passes where there is no connection";
        } finally {
            SSL.clearError();
            SSL.bioClearByteBuffer(bio);
            Reference.reachabilityFence(memory); // BoringSSL alone knows it by now
        }
    }

    /** What else is called must be there, and do nothing where the handshake has failed. */
    private static boolean areRefused(long ssl, long bio, long address) {
        SSL.clearError();
        SSL.bioSetByteBuffer(bio, address, ROOM, true);
        boolean isRefused =
                SSL.writeToSSL(ssl, address, 1) <= 0 && SSL.readFromSSL(ssl, address, 1) <= 0;
        if (SSL.bioLengthNonApplication(bio) > 0) {
            SSL.bioFlushByteBuffer(bio);
        }
        SSL.shutdownSSL(ssl);
        return isRefused && SSL.getLastError() != null;
    }

    /** One whole record. */
    private static boolean isHello(UnsafeBuffer memory, int length) {
        int payload = memory.getShort(LENGTH_OFFSET, ByteOrder.BIG_ENDIAN) & 0xFFFF;
        return memory.getByte(0) == HANDSHAKE && length == HEAD_BYTES + payload;
    }
}

package io.hayate.transport.tls;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslHandler;
import io.netty.internal.tcnative.SSL;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/**
 * The record layer of one {@code wss} connection, by address: seals texts into records and opens records
 * into texts, in memory of the caller's. Netty has connected, shaken hands and checked the certificate; then
 * its {@link SslHandler} is taken out of the pipeline, and BoringSSL is called directly. Nobody else may call
 * the engine from then on.
 *
 * <p>One thread at a time is in the SSL: where two share the socket, {@link #tryUse} decides. Allocates
 * nothing: {@link Tls} keeps no sessions, so that a ticket of the venue is not told to Java.
 */
public final class TlsRecords {
    /** The room that a record needs beyond its text: head, tag, and the answer to a key update. */
    public static final int SEAL_ROOM_BYTES = 4_096;

    /** The room that {@link #open} needs beyond the bytes that it is given: a record that they complete. */
    public static final int OPEN_ROOM_BYTES = 17 * 1_024;

    /**
     * How many records of AES-GCM one key may seal: 2^24.5, by RFC 8446, 5.5. Neither side of ours can ask
     * for another key.
     */
    public static final long SEALED_MAX = 23_726_566;

    private static final int BIO_BYTES =
            4_096; // for what is written while nothing is sealed: alerts
    private static final int TEXT_BYTES_MAX = 16_384;

    private final ReferenceCountedOpenSslEngine engine; // its end would free the SSL
    private final long ssl;
    private final long bio;
    private final AtomicBoolean used;
    private long sealedCount;
    private boolean peerDone;
    private String failure;
    private boolean freed;

    private TlsRecords(ReferenceCountedOpenSslEngine engine, boolean shared) throws Exception {
        this.engine = engine;
        used = shared ? new AtomicBoolean() : null;
        ssl = engine.sslPointer();
        SSL.setRenegotiateMode(ssl, SSL.SSL_RENEGOTIATE_NEVER);
        bio = SSL.bioNewByteBuffer(ssl, BIO_BYTES); // frees the one that the engine had
    }

    /**
     * Loop, in a task of its own, not in a callback of the handler: takes the handler out, and what it did.
     * Ciphertext that it still has goes down the pipeline and belongs into {@link #open}, before any other.
     *
     * @param shared true when a second thread seals
     * @throws Exception when BoringSSL refuses; the connection is of no use then
     */
    public static TlsRecords takeOver(ChannelPipeline pipeline, SslHandler handler, boolean shared)
            throws Exception {
        if (handler == null
                || !(handler.engine() instanceof ReferenceCountedOpenSslEngine engine)) {
            throw new SSLException("its records cannot be had");
        }
        engine.retain();
        try {
            pipeline.remove(handler); // releases it once
            return new TlsRecords(engine, shared);
        } catch (Exception | Error e) {
            engine.release();
            throw e;
        }
    }

    /** Takes the SSL for one open or one seal; false when another thread is in it, which is not for long. */
    public boolean tryUse() {
        return used == null || used.compareAndSet(false, true);
    }

    /** As {@link #tryUse}, but waits for the other thread to be out of its one open or seal. */
    @SuppressWarnings("ThreadPriorityCheck") // the other thread may need this very core to get on
    public void awaitUse() {
        while (!tryUse()) {
            Thread.yield();
        }
    }

    /** Lets go of it. */
    public void endUse() {
        if (used != null) {
            used.set(false);
        }
    }

    /**
     * Opens all that was read; half a record waits inside for its rest. At the end of the connection, and at
     * a record that is broken, texts before it are given still: {@link #hasEnded} tells.
     *
     * @param address of what was read
     * @param target address to write the texts to
     * @param room there, at least {@code length} and {@link #OPEN_ROOM_BYTES}
     * @return bytes of text; 0 also for records without, as tickets and new keys
     */
    public int open(long address, int length, long target, int room) {
        try {
            SSL.bioSetByteBuffer(bio, address, length, false);
            int total = 0;
            do {
                int count = SSL.readFromSSL(ssl, target + total, room - total);
                if (count <= 0) {
                    endOpen(count);
                    return total;
                }
                total += count;
            } while (SSL.bioLengthByteBuffer(bio) > 0);
            return total;
        } finally {
            Reference.reachabilityFence(this); // with the engine, whose end would free the SSL
        }
    }

    private void endOpen(int result) {
        int error = SSL.getError(ssl, result);
        if (error == SSL.SSL_ERROR_ZERO_RETURN) {
            peerDone = true;
        } else if (error != SSL.SSL_ERROR_WANT_READ) {
            fail();
        }
    }

    private void fail() {
        String said = SSL.getLastError();
        failure = "a record of TLS is broken" + (said == null ? "" : ": " + said);
        SSL.clearError(); // the queue belongs to the thread, and would fail the next connection
    }

    /** True when nothing more can be opened: the peer said goodbye, or a record is broken. */
    public boolean hasEnded() {
        return peerDone || failure != null;
    }

    /** What is broken; null for nothing. */
    public String failure() {
        return failure;
    }

    /**
     * Seals a text into records, which must be written then, whole and in the order of sealing.
     *
     * @param address of the text
     * @param target address to write the records to
     * @param room there, at least {@link #sealedMax}
     * @return bytes of records; -1 when nothing can be sealed any more, and nothing was
     */
    public int seal(long address, int length, long target, int room) {
        if (failure != null) {
            return -1;
        }
        try {
            return sealAll(address, length, target, room);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private int sealAll(long address, int length, long target, int room) {
        int total = 0;
        for (int done = 0; done < length; done += TEXT_BYTES_MAX) {
            int count = Math.min(length - done, TEXT_BYTES_MAX);
            SSL.bioSetByteBuffer(bio, target + total, room - total, true);
            int written = SSL.writeToSSL(ssl, address + done, count);
            total = room - SSL.bioLengthByteBuffer(bio);
            if (written != count) {
                fail();
                return -1;
            }
            sealedCount++;
        }
        return total;
    }

    /** The room that the records of a text may take. */
    public static int sealedMax(int length) {
        return length + (length / TEXT_BYTES_MAX + 1) * SEAL_ROOM_BYTES;
    }

    /** How many records were sealed with this key; {@link #SEALED_MAX} is the limit. */
    public long sealedCount() {
        return sealedCount;
    }

    /**
     * Seals what is to be said last: an alert that waits, and goodbye.
     *
     * @param room at {@code target}, at least {@link #SEAL_ROOM_BYTES}
     * @return bytes of records, 0 for none
     */
    public int goodbye(long target, int room) {
        try {
            SSL.bioSetByteBuffer(bio, target, room, true);
            if (SSL.bioLengthNonApplication(bio) > 0) {
                SSL.bioFlushByteBuffer(bio);
            }
            SSL.shutdownSSL(ssl); // one way; its answer is not waited for
            SSL.clearError();
            return room - SSL.bioLengthByteBuffer(bio);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Frees the SSL, once; nobody may be in it, nor come again. */
    public void free() {
        if (!freed) {
            freed = true;
            SSL.bioClearByteBuffer(bio);
            engine.release();
        }
    }
}

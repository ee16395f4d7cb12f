package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.hayate.model.IdleMode;
import io.hayate.transport.tls.TestCertificate;
import io.hayate.transport.tls.TlsRecords;
import io.hayate.transport.websocket.ClientFrame;
import io.hayate.transport.websocket.ServerFrames;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The loop opens the venue's records while another thread seals orders, in the same SSL, each as fast as it can. Without
 * the word between them ({@link TlsRecords#tryUse}) it fails within some thousand records, most often with the JVM.
 */
@Timeout(300)
class TlsSharingStressTest {
    private static final int RECORDS = Integer.getInteger("hayate.test.records", 50_000);
    private static final int QUEUE_BYTES = 1 << 16;
    private static final int OUTBOUND_BYTES = 1 << 20;
    private static final String TEXT =
            " [17,[97000,1.5,97001,2.5,-12,-0.0001,97000.5,1234,98000,96000]]";

    @TempDir static Path folder;

    private static TestCertificate certificate;

    private final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch allHeard = new CountDownLatch(1);
    private volatile String flaw; // the loop's

    @BeforeAll
    static void makeCertificate() throws Exception {
        Assumptions.assumeTrue(OpenSsl.isAvailable() && Epoll.isAvailable());
        certificate = new TestCertificate(folder, "localhost", "dns:localhost");
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, BLOCKING", "TLSv1.2, YIELDING", "TLSv1.3, BLOCKING", "TLSv1.3, YIELDING"})
    void shouldKeepEveryByteWhenOneThreadSealsWhileTheLoopOpens(String protocol, IdleMode idle)
            throws Exception {
        RawVenue.Script script = peer -> talk(peer, protocol);
        try (RawVenue venue = new RawVenue(certificate.serverSockets(), script)) {
            TransportConfig config =
                    SharedRig.config(venue, "wss", OUTBOUND_BYTES, certificate.pem());
            try (SharedRig rig = new SharedRig(idle, config, QUEUE_BYTES, new Listener())) {
                connected.await();

                write(rig.writer);
                venue.finish();
                allHeard.await();
            }
        }
        assertNull(flaw);
    }

    /** The venue's part: says as much as it hears, in a record each, and checks what it hears. */
    private static void talk(RawVenue.Peer peer, String protocol) throws IOException {
        ((SSLSocket) peer.socket).setEnabledProtocols(new String[] {protocol});
        peer.upgrade();
        Thread speaking =
                new Thread(
                        () -> {
                            try {
                                for (int i = 0; i < RECORDS; i++) {
                                    peer.send(ServerFrames.text(i + TEXT));
                                }
                            } catch (IOException e) {
                                // The client has ended it, and says why.
                            }
                        },
                        "raw-venue-speaking");
        speaking.setDaemon(true);
        speaking.start();
        for (int i = 0; i < RECORDS; i++) {
            ClientFrame frame = peer.read();
            assertEquals(0x81, frame.head());
            assertEquals(i + TEXT, frame.text());
        }
        awaitEnd(speaking); // it closes the socket when it returns
    }

    private static void awaitEnd(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** The strategy's part. */
    private void write(SharedWriter writer) {
        UnsafeBuffer text = new UnsafeBuffer(new byte[256]);
        for (int i = 0; i < RECORDS && flaw == null; i++) {
            int length = text.putStringWithoutLengthAscii(0, i + TEXT);
            while (!writer.send(1, i + 1, text, 0, length) && flaw == null) {
                Thread.onSpinWait();
            }
        }
    }

    /** The loop's part. */
    private final class Listener implements FrameListener {
        private int heard;

        @Override
        public void onConnected() {
            connected.countDown();
        }

        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
            String text = ServerFrames.text(buffer, offset, length);
            if (!text.equals(heard + TEXT)) {
                end("text " + heard + " is " + text);
            }
            heard++;
            if (heard == RECORDS) {
                allHeard.countDown();
            }
            return true;
        }

        @Override
        public void onDisconnected(DisconnectCause cause, String detail) {
            if (heard < RECORDS) {
                end(detail);
            }
        }

        private void end(String why) {
            flaw = flaw == null ? why : flaw;
            allHeard.countDown();
        }
    }
}

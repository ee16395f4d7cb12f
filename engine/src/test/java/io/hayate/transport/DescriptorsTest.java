package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that has no descriptor left, and some again. */
class DescriptorsTest {
    private static final Path SHELL = Path.of("/bin/sh");

    private static final String EXPORTS = "java.base/jdk.internal.misc=ALL-UNNAMED"; // for Agrona

    // A JVM that looks at free memory and cores while it runs has a descriptor open now and then.
    private static final String QUIET_JVM =
            "-XX:+IgnoreUnrecognizedVMOptions -XX:-UseContainerSupport"
                    + " -XX:-UseDynamicNumberOfCompilerThreads -XX:-UsePerfData -XX:+UseSerialGC";

    @ParameterizedTest
    @CsvSource({"EPOLL, 127.0.0.1", "NIO, 127.0.0.1", "EPOLL, localhost"})
    void shouldFailAttemptsWithTheCauseUntilThereIsADescriptorAgain(IoKind io, String host)
            throws Exception {
        assumeTrue(Files.isExecutable(SHELL));
        RawVenue.Script script = peer -> peer.upgrade().expectClose(1000);
        try (RawVenue venue = new RawVenue(script, script)) {
            Process process = start(io, "ws://" + host + ":" + venue.port());
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals("connected without with" + System.lineSeparator(), said);
            assertEquals(0, process.waitFor());
            venue.finish();
        }
    }

    private static Process start(IoKind io, String url) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command =
                "ulimit -n 100; exec \"$0\" "
                        + QUIET_JVM
                        + " -XX:-MaxFDLimit --add-exports $1 -cp \"$2\" $3 $4 $5";
        String path = System.getProperty("java.class.path");
        String main = Starving.class.getName();
        return new ProcessBuilder(
                        SHELL.toString(), "-c", command, java, EXPORTS, path, main, io.name(), url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Another process, which may have few descriptors. */
    static final class Starving {
        private Starving() {}

        public static void main(String[] arguments) throws Exception {
            InetAddress[] address = {InetAddress.getLoopbackAddress()};
            assertEquals("127.0.0.1", address[0].getHostAddress());
            IoKind io = IoKind.valueOf(arguments[0]);
            // On NIO the loop frees a closed socket's descriptor a turn later; its end frees all.
            try (TransportRig rig = new TransportRig(io, arguments[1])) {
                connectAndClose(rig);
            }
            System.out.print("connected ");
            try (TransportRig rig = new TransportRig(io, arguments[1])) {
                List<InputStream> files = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    takeAll(files);
                    rig.connect().expectEnd(DisconnectCause.NO_SOCKET, "Too many open files");
                }
                System.out.print("without ");
                for (InputStream file : files) {
                    file.close();
                }
                connectAndClose(rig);
                System.out.println("with");
            }
        }

        private static void connectAndClose(TransportRig rig) throws Exception {
            rig.connect().expect("connected");
            rig.run(() -> rig.transport.close(1000, ""));
            rig.expectEnd(DisconnectCause.CLOSED_BY_US, "1000");
        }

        private static void takeAll(List<InputStream> files) {
            try {
                while (true) {
                    files.add(new FileInputStream("/dev/null"));
                }
            } catch (IOException e) {
                // none is left
            }
        }
    }
}

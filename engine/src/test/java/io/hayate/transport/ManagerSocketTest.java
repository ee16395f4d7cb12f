package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagerSocketTest {
    private static final int MANY = 1_000_000;

    @TempDir private Path folder;

    @BeforeEach
    void setUp() {
        assumeTrue(Epoll.isAvailable(), "no sockets of the file system");
    }

    @Test
    void shouldSendEachMessageAsOneDatagram() throws Exception {
        try (ManagerListener manager = ManagerListener.in(folder);
                ManagerSocket socket = ManagerSocket.open(folder.resolve("notify").toString())) {
            socket.send("READY=1");
            socket.send("WATCHDOG=1\nSTATUS=é");

            assertEquals(List.of("READY=1", "WATCHDOG=1\nSTATUS=é"), manager.taken());
        }
    }

    @Test
    void shouldReachANameOfNoFile() throws Exception {
        String name = "hayate-test-" + ProcessHandle.current().pid();
        try (ManagerListener manager = new ManagerListener('\0' + name);
                ManagerSocket socket = ManagerSocket.open('@' + name)) {
            socket.send("READY=1");

            assertEquals(List.of("READY=1"), manager.taken());
        }
    }

    @Test
    void shouldSayThatNobodyListens() {
        String nowhere = folder.resolve("nowhere").toString();

        assertThrows(IOException.class, () -> ManagerSocket.open(nowhere));
    }

    @Test
    void shouldWaitForNobodyWhoReadsNothing() throws Exception {
        try (ManagerListener manager = ManagerListener.in(folder);
                ManagerSocket socket = ManagerSocket.open(folder.resolve("notify").toString())) {
            assertThrows(
                    IOException.class,
                    () -> {
                        for (int i = 0; i < MANY; i++) {
                            socket.send("WATCHDOG=1");
                        }
                    });

            assertEquals("WATCHDOG=1", manager.taken().get(0));
        }
    }
}

package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Incidents;
import io.hayate.order.ClientOrderIds;
import io.hayate.state.Marks;
import io.hayate.state.NumberReserve;
import io.hayate.state.NumberStock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberStockTest {
    @TempDir private Path root;

    private final Incidents incidents = new Incidents();
    private Path folder;
    private long nowMs = 1_795_435_200_000L;
    private Nonces nonces;
    private ClientOrderIds ids;
    private NumberStock stock;

    @BeforeEach
    void setUp() {
        folder = root.resolve("state");
        Marks marks = new Marks(folder, "key", SystemNanoClock.INSTANCE);
        nonces = new Nonces(marks.reserve("nonce", Nonces.LARGEST), nowMs * 1_000);
        NumberReserve numbers = marks.reserve("client-order-id", ClientOrderIds.LIMIT);
        ids =
                new ClientOrderIds(
                        atLeast -> numbers.reserve(atLeast, ClientOrderIds.BLOCK_SIZE, 0), nowMs);
        stock =
                new NumberStock(
                        List.of(ids::refill, ms -> nonces.refill(ms * 1_000)),
                        incidents,
                        () -> nowMs);
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        incidents.drain(incident -> told.add(incident.what()));
        return told;
    }

    private void useUpABlock() {
        for (int i = 0; i <= ClientOrderIds.BLOCK_SIZE; i++) {
            ids.next();
        }
    }

    private void remove(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }

    @Test
    void shouldTellNothingWhileNumbersCanBeSetApart() {
        for (int i = 0; i < 10; i++) {
            nowMs += 30_000;
            stock.refill();
            assertEquals(nowMs * 1_000, nonces.next(nowMs * 1_000));
        }

        assertEquals(List.of(), told());
    }

    @Test
    void shouldTellTheTroubleOnceAndItsEndWhenTheFolderIsGoneForAWhile() throws IOException {
        remove(folder);
        useUpABlock();
        for (int i = 0; i < 100; i++) {
            nowMs += 30_000;
            stock.refill();
        }
        List<String> told = told();
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.get(0).startsWith("no numbers could be set apart, trying on: "));
        assertTrue(told.get(0).endsWith(": no such file or folder"), told.get(0));

        Files.createDirectory(folder);
        stock.refill();

        assertEquals(List.of("numbers for connections and orders can be set apart again"), told());
        assertEquals(nowMs * 1_000, nonces.next(nowMs * 1_000));
    }

    @Test
    void shouldTellItsEndOnlyWhenNumbersOfEachKindCanBeSetApart() throws IOException {
        Path nonceMark = folder.resolve(markOf("nonce"));
        remove(folder);
        useUpABlock();
        nowMs += 60_000;
        stock.refill();
        assertEquals(1, told().size());
        Files.createDirectory(folder);
        Files.createDirectory(nonceMark);

        stock.refill();
        assertEquals(List.of(), told());
        Files.delete(nonceMark);
        stock.refill();

        assertEquals(1, told().size());
    }

    private String markOf(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(name) && file.endsWith(".mark"))
                    .findAny()
                    .orElseThrow();
        }
    }

    @Test
    void shouldGoOnWhenCodeThrowsWhatNobodyExpects() {
        int[] calls = new int[1];
        NumberStock odd =
                new NumberStock(
                        List.of(
                                ms -> {
                                    calls[0]++;
                                    throw new IllegalStateException("odd");
                                }),
                        incidents,
                        () -> nowMs);

        odd.refill();
        odd.refill();

        assertEquals(2, calls[0]);
        assertEquals(1, told().size());
    }

    @Test
    void shouldRefillOnAThreadOfItsOwn() throws Exception {
        List<String> names = new CopyOnWriteArrayList<>();
        CountDownLatch ran = new CountDownLatch(2);
        try (NumberStock own =
                new NumberStock(
                        List.of(
                                ms -> {
                                    names.add(Thread.currentThread().getName());
                                    ran.countDown();
                                    return true;
                                }),
                        incidents,
                        () -> nowMs)) {
            own.start();
            assertTrue(ran.await(30, TimeUnit.SECONDS));
        }

        assertTrue(names.stream().allMatch("numbers"::equals), names.toString());
    }
}

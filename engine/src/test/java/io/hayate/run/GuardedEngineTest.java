package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.engine.ExitCodes;
import io.hayate.model.ConfigException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedEngineTest {
    private final List<String> done = new ArrayList<>();
    private final GuardedEngine engine =
            new GuardedEngine(e -> done.add("reserve"), () -> done.add("close"), done::add);

    @ParameterizedTest
    @ValueSource(
            classes = {
                StackOverflowError.class,
                NoClassDefFoundError.class,
                IllegalStateException.class
            })
    void shouldCloseTheEngineWhenTheMainThreadFails(Class<? extends Throwable> type)
            throws Exception {
        Throwable flaw = type.getDeclaredConstructor().newInstance();

        assertSame(flaw, assertThrows(type, () -> engine.run(() -> fail(flaw))));

        assertEquals(List.of("close"), done);
    }

    @Test
    void shouldCloseTheEngineOnceWhenItFailsAfterTheEnd() {
        assertThrows(
                StackOverflowError.class,
                () ->
                        engine.run(
                                () -> {
                                    engine.close();
                                    return fail(new StackOverflowError());
                                }));

        assertEquals(List.of("close"), done);
    }

    @Test
    void shouldGiveMemoryBackBeforeItEndsForWantOfIt() throws InterruptedException {
        int code = engine.run(() -> fail(new OutOfMemoryError("Java heap space")));

        assertEquals(ExitCodes.BROKEN_INVARIANT, code);
        assertEquals(
                List.of(
                        "reserve",
                        "close",
                        "this machine gives too little: the heap is too small (-Xmx)"),
                done);
    }

    @Test
    void shouldLeaveAnEngineThatNeverStartedForAWrongSetting() {
        assertThrows(
                ConfigException.class,
                () -> engine.run(() -> fail(new ConfigException("http.port must be free"))));

        assertEquals(List.of(), done);
    }

    @Test
    void shouldThrowTheFirstFailureWhenTheEndFails() {
        GuardedEngine worse =
                new GuardedEngine(e -> {}, () -> fail(new IllegalStateException("end")), done::add);

        Throwable thrown =
                assertThrows(
                        StackOverflowError.class,
                        () -> worse.run(() -> fail(new StackOverflowError())));

        assertEquals("end", thrown.getSuppressed()[0].getMessage());
    }

    private static int fail(Throwable flaw) {
        if (flaw instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) flaw;
    }
}

package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.ExitCodes;
import io.hayate.settings.RunConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliFailureTest {
    @TempDir private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Cli cli(ToIntFunction<RunConfig> engine) {
        return new Cli(new Environment(Map.of(), home, home), engine)
                .printTo(new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --venue wss://me:hidden@host/",
                "--venue=wss://me:hidden@b_x/",
                "--venue wss://me:hid@hidden/hidden@host",
                "--venue https://me:hidden@host",
                "run wss://me:hidden@host/",
                "wss://me:hidden@host/",
                "venue wss://me:hidden@host/",
                "--config wss://me:hidden@host/",
                "--duration wss://me:hidden@host/",
                "doctor wss://me:hidden@host/"
            })
    void shouldShowNoPasswordOfAnAddressWhereverItStands(String arguments) {
        assertEquals(2, cli(config -> 0).execute(arguments.split(" ")));
        assertFalse((err.toString() + out).contains("hidden"), err + "" + out);
        assertTrue(err.toString().contains("***@"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --venue wss://me:hidden",
                "--venue=wss://me:hidden/ws/2",
                "--venue me:hidden",
                "run wss://me:hidden/ws/2",
                "wss://me:hidden",
                "--venu wss://me:hidden",
                "--config wss://me:hidden/x",
                "--duration wss://me:hidden",
                "doctor --venue wss://me:hidden",
                "doctor --venue wss://me:hidden/a|b",
                "doctor wss://me:hidden",
                "venue --symbol wss://me:hidden"
            })
    void shouldShowNothingThatMayBeAPasswordWhoseHostWasLeftOut(String arguments) {
        assertEquals(2, cli(config -> 0).execute(arguments.split(" ")));
        assertFalse((err.toString() + out).contains("hidden"), err + "" + out);
        assertTrue(err.toString().contains(":***") || !err.toString().contains("me:"), "" + err);
    }

    @Test
    void shouldSayWhatTheMachineLacksInOneLine() {
        for (Throwable lack :
                List.of(
                        new OutOfMemoryError("unable to create native thread: possibly"),
                        new IllegalStateException(
                                new IOException("epoll_create1() failed: Too many open files")))) {
            err.getBuffer().setLength(0);

            assertEquals(2, cli(config -> throwIt(lack)).execute());
            assertTrue(err.toString().startsWith("hayate: this machine gives too little: "));
            assertEquals(1, err.toString().lines().count(), err.toString());
        }
    }

    @Test
    void shouldAnswerThatItIsBrokenWhenAnErrorShouldNotHappen() {
        for (Throwable flaw :
                List.of(new NoClassDefFoundError("io/hayate/Gone"), new StackOverflowError())) {
            err.getBuffer().setLength(0);

            assertEquals(4, cli(config -> throwIt(flaw)).execute());
            assertTrue(err.toString().startsWith("hayate: stopped by an error"), err.toString());
            assertTrue(err.toString().contains(flaw.getClass().getName()), err.toString());
        }
    }

    @Test
    void shouldListEachExitCodeInTheHelp() {
        assertEquals(0, cli(config -> 0).execute("help", "run"));

        String help = out.toString();
        String codes = help.substring(help.indexOf("Exit codes:"), help.indexOf("Examples:"));
        for (int code = 0; code <= ExitCodes.ORDERS_LEFT; code++) {
            assertTrue(codes.contains("\n   " + code + "   "), codes);
        }
    }

    private static int throwIt(Throwable lack) {
        if (lack instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) lack;
    }
}

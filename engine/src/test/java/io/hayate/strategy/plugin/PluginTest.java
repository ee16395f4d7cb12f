package io.hayate.strategy.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.strategy.RunnerRig;
import io.hayate.strategy.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies in jars that are compiled here. */
class PluginTest {
    private static final String CLASS = "com.example.DipBuyerStrategy";
    private static final String SOURCE =
            """
            package com.example;

            import io.hayate.event.Ticker;
            import io.hayate.model.Instrument;
            import io.hayate.strategy.Strategy;
            import io.hayate.strategy.StrategyContext;

            public final class DipBuyerStrategy implements Strategy {
                private StrategyContext context;

                @Override
                public void onStart(StrategyContext given) {
                    context = given;
                }

                @Override
                public void onTicker(Instrument instrument, Ticker ticker) {
                    context.buy(instrument, 0.01);
                }
            }
            """;

    @TempDir private Path folder;
    private Path plugins;

    @BeforeEach
    void makePluginsFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    private Strategy load(String name, Path... jars) {
        return StrategyLoader.load(Compiler.config(name, List.of(jars), plugins));
    }

    private String refusal(String name, Path... jars) {
        return assertThrows(ConfigException.class, () -> load(name, jars)).getMessage();
    }

    @Test
    void shouldLoadAClassFromAJarThatIsNamed() throws IOException {
        Path jar = Compiler.jar(folder, "dip.jar", CLASS, SOURCE);
        Strategy strategy = load(CLASS, jar);

        RunnerRig rig = new RunnerRig(strategy).live();
        rig.btc(100);

        assertEquals(1, rig.sent.size());
    }

    @Test
    void shouldLoadAClassFromAJarThatLiesInTheFolder() throws IOException {
        Compiler.jar(plugins, "dip.jar", CLASS, SOURCE);
        Files.createDirectory(plugins.resolve("folder.jar"));
        Files.writeString(plugins.resolve("notes.txt"), "no jar");

        assertEquals(CLASS, load(CLASS).getClass().getName());
    }

    @Test
    void shouldFindByShortNameWhatAJarLists() throws IOException {
        Path jar = Compiler.jar(folder, "dip.jar", CLASS, SOURCE, List.of(CLASS));

        assertEquals(CLASS, load("dip-buyer", jar).getClass().getName());
        assertTrue(
                refusal("nope", jar)
                        .contains("dip-buyer, imbalance, printer, sma-cross, trigger and vwap,"),
                refusal("nope", jar));
    }

    @Test
    void shouldAskForTheClassWhenAShortNameIsThereTwice() throws IOException {
        String other = "com.example.other.DipBuyerStrategy";
        Path one = Compiler.jar(folder, "one.jar", CLASS, SOURCE, List.of(CLASS));
        Path two =
                Compiler.jar(
                        folder,
                        "two.jar",
                        other,
                        SOURCE.replace("package com.example", "package com.example.other"),
                        List.of(other));

        assertEquals(
                "strategy dip-buyer may be any of these: "
                        + CLASS
                        + ", "
                        + other
                        + "; name the class",
                refusal("dip-buyer", one, two));
        assertEquals(other, load(other, one, two).getClass().getName());
    }

    @Test
    void shouldRefuseAJarThatListsWhatItDoesNotHold() throws IOException {
        Path jar = Compiler.jar(folder, "dip.jar", CLASS, SOURCE, List.of("com.example.Elsewhere"));

        assertEquals(
                "a plug-in jar lists what it does not hold: io.hayate.strategy.Strategy: Provider"
                        + " com.example.Elsewhere not found",
                refusal("printer", jar));
    }

    @Test
    void shouldNotNeedTheFolderToBeThere() {
        Path nowhere = folder.resolve("nowhere");
        StrategyLoader.load(Compiler.config("printer", List.of(), nowhere));
    }

    @Test
    void shouldSayWhichJarIsMissing() {
        Path jar = folder.resolve("missing.jar");

        assertEquals("the plug-in jar is missing: " + jar, refusal("printer", jar));
        assertEquals("the plug-in jar is missing: " + plugins, refusal("printer", plugins));
    }

    @Test
    void shouldSayWhichJarIsBroken() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "this is no jar");
        Path empty = Files.createFile(folder.resolve("empty.jar"));
        Path whole = Compiler.jar(folder, "whole.jar", CLASS, SOURCE);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = folder.resolve("half.jar");
        Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

        for (Path jar : List.of(text, empty, half)) {
            String refusal = refusal("printer", jar);
            assertTrue(refusal.startsWith("the plug-in jar is broken: " + jar + ": "), refusal);
        }
    }

    @Test
    void shouldSayWhichJarInTheFolderIsBroken() throws IOException {
        Path broken = Files.writeString(plugins.resolve("broken.jar"), "no");

        assertTrue(refusal("printer").startsWith("the plug-in jar is broken: " + broken + ": "));
    }

    @Test
    void shouldRefuseAClassThatIsNotPublic() throws IOException {
        String hidden = SOURCE.replace("public final class", "final class");
        Path jar = Compiler.jar(folder, "hidden.jar", CLASS, hidden);

        assertEquals(
                "strategy "
                        + CLASS
                        + " must be a public class, not abstract, with a public constructor without"
                        + " arguments",
                refusal(CLASS, jar));
    }

    @Test
    void shouldFindNothingInAJarWithoutClasses() throws IOException {
        Path jar = folder.resolve("bare.jar");
        new JarOutputStream(Files.newOutputStream(jar)).close();

        assertTrue(refusal(CLASS, jar).startsWith("strategy " + CLASS + " is not to be found"));
        load("printer", jar);
    }

    @Test
    void shouldSayThatAJarDoesNotFitWhenAClassItNeedsIsMissing() throws IOException {
        Path jar = folder.resolve("torn.jar");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Compiler.compile(CLASS, SOURCE, classes);
        byte[] bytes = Files.readAllBytes(classes.resolve("com/example/DipBuyerStrategy.class"));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("com/example/DipBuyerStrategy.class"));
            out.write(Arrays.copyOf(bytes, 100));
        }

        assertTrue(
                refusal(CLASS, jar)
                        .startsWith(
                                "strategy "
                                        + CLASS
                                        + " cannot be loaded, its jar does not fit or is broken: "));
    }
}

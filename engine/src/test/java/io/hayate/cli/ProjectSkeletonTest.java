package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.plugin.StrategyLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hayate new-strategy} writes is a strategy that compiles without a warning. */
class ProjectSkeletonTest {
    @TempDir private Path folder;

    @Test
    void shouldCompileToAStrategyThatCanBeLoaded() throws Exception {
        new ProjectSkeleton(folder, "mine", "mvn").writeTo(folder.resolve("mine"));
        Path classes = Files.createDirectory(folder.resolve("classes"));

        assertEquals("", compile(folder.resolve("mine"), classes));

        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            Class<?> strategy = loader.loadClass("com.example.MyStrategy");
            assertInstanceOf(Strategy.class, strategy.getConstructor().newInstance());
        }
    }

    @Test
    void shouldBeKnownByAShortNameWhenPackaged() throws Exception {
        Path project = folder.resolve("mine");
        new ProjectSkeleton(folder, "mine", "mvn").writeTo(project);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(project, classes);
        Path jar = jar(classes, project.resolve("src/main/resources"));

        Strategy strategy =
                StrategyLoader.load(new StrategyConfig("my", Map.of(), true, List.of(jar), folder));

        assertEquals("com.example.MyStrategy", strategy.getClass().getName());
    }

    /** What lies below these folders, without the test. */
    private Path jar(Path... parts) throws IOException {
        Path jar = folder.resolve("mine.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path part : parts) {
                for (Path file : filesBelow(part)) {
                    out.putNextEntry(new JarEntry(part.relativize(file).toString()));
                    Files.copy(file, out);
                }
            }
        }
        return jar;
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String compile(Path project, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        List<Path> sources =
                ProjectSkeleton.FILES.stream()
                        .filter(file -> file.endsWith(".java"))
                        .map(project::resolve)
                        .toList();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of(
                            "--release",
                            "17",
                            "-Xlint:all,-options,-classfile,-path,-processing",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-d",
                            classes.toString());
            boolean done =
                    compiler.getTask(
                                    output,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources))
                            .call();
            assertTrue(done, output.toString());
        }
        return output.toString();
    }
}

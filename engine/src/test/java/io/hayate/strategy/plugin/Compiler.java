package io.hayate.strategy.plugin;

import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes plug-in jars of source texts. */
public final class Compiler {
    private static final String SERVICES = "META-INF/services/" + Strategy.class.getName();

    private Compiler() {}

    /** A source text in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Compiles a class against the test's class path, all warnings as errors, into a folder. */
    static void compile(String className, String text, Path folder) throws IOException {
        compile(Map.of(className, text), folder);
    }

    /** The same with several classes, by their names. */
    public static void compile(Map<String, String> texts, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        List<String> options =
                List.of(
                        "-d",
                        folder.toString(),
                        "-proc:none",
                        "--release",
                        "17",
                        "-Xlint:all",
                        "-Werror",
                        "-classpath",
                        System.getProperty("java.class.path"));
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(complaints, null, StandardCharsets.UTF_8)) {
            List<Source> sources = new ArrayList<>();
            texts.forEach((className, text) -> sources.add(new Source(className, text)));
            if (!compiler.getTask(null, files, complaints, options, null, sources).call()) {
                throw new AssertionError(complaints.getDiagnostics().toString());
            }
        }
    }

    /** A jar of one class compiled from source. */
    static Path jar(Path folder, String jarName, String className, String text) throws IOException {
        return jar(folder, jarName, className, text, List.of());
    }

    /** The same, listing these classes as strategies. */
    public static Path jar(
            Path folder, String jarName, String className, String text, List<String> listed)
            throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        compile(className, text, classes);
        if (!listed.isEmpty()) {
            Path services = classes.resolve(SERVICES);
            Files.createDirectories(services.getParent());
            Files.write(services, listed);
        }
        Path jar = folder.resolve(jarName);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                entries.write(Files.readAllBytes(file));
                entries.closeEntry();
            }
        }
        return jar;
    }

    /** A strategy config of that name with no parameters. */
    static StrategyConfig config(String name, List<Path> jars, Path pluginsDir) {
        return new StrategyConfig(name, Map.of(), true, jars, pluginsDir);
    }
}

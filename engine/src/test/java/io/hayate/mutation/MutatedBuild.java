package io.hayate.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** This build with one of its classes altered; its tests are run in a class loader of their own. */
final class MutatedBuild {
    private static final Path SOURCES = Path.of("src/main/java/io/hayate");
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final int TAIL = 400;

    private final Path classes;

    private MutatedBuild(Path classes) {
        this.classes = classes;
    }

    /** The build as it is. */
    static MutatedBuild unaltered(Path folder) {
        return new MutatedBuild(folder);
    }

    /** The build with this mutation. */
    static MutatedBuild of(Mutation mutation, Path folder) throws IOException {
        Path original = SOURCES.resolve(mutation.source());
        String text = Files.readString(original);
        int first = text.indexOf(mutation.from());
        assertTrue(first >= 0, () -> mutation.source() + " has no " + mutation.from());
        assertEquals(first, text.lastIndexOf(mutation.from()), mutation.source());
        Path altered = folder.resolve("source").resolve(original.getFileName());
        Files.createDirectories(altered.getParent());
        Files.writeString(altered, text.replace(mutation.from(), mutation.to()));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(altered, classes);
        return new MutatedBuild(classes);
    }

    private static void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-cp", CLASS_PATH, "-d", classes.toString());
            boolean isDone =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjects(source))
                            .call();
            assertTrue(isDone, said::toString);
        }
    }

    /** Runs a test; why it failed, and nothing when it passed. */
    String failure(Mutation mutation) throws Exception {
        try (URLClassLoader loader = loader()) {
            Class<?> type = loader.loadClass("io.hayate." + mutation.test());
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object test = constructor.newInstance();
            callAll(type, test, "BeforeEach");
            Method method = type.getDeclaredMethod(mutation.method());
            method.setAccessible(true);
            try {
                method.invoke(test);
                return "";
            } catch (InvocationTargetException e) {
                String why = e.getCause().toString();
                return why.substring(0, Math.min(why.length(), TAIL));
            } finally {
                callAll(type, test, "AfterEach");
            }
        }
    }

    private static void callAll(Class<?> type, Object test, String annotation) throws Exception {
        for (Method method : type.getDeclaredMethods()) {
            for (Annotation each : method.getAnnotations()) {
                if (each.annotationType().getSimpleName().equals(annotation)) {
                    method.setAccessible(true);
                    method.invoke(test);
                }
            }
        }
    }

    private URLClassLoader loader() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (String each : CLASS_PATH.split(File.pathSeparator, -1)) {
            urls.add(Path.of(each).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}

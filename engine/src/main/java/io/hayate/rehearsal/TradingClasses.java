package io.hayate.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The classes that trading threads may run, wherever their files lie: ours, those of the libraries
 * on the path of a frame, and those of the strategy.
 *
 * <p>Main thread, before the session.
 */
public final class TradingClasses {
    /** One class of each library: it tells in which jar or folder the others are. */
    private static final List<String> ONE_OF_EACH =
            List.of(
                    "io.hayate.engine.Engine",
                    "io.netty.buffer.ByteBuf",
                    "io.netty.channel.Channel",
                    "io.netty.channel.epoll.Epoll",
                    "io.netty.channel.unix.Socket",
                    "io.netty.util.AsciiString",
                    "com.fasterxml.jackson.core.JsonParser",
                    "com.lmax.disruptor.RingBuffer",
                    "org.HdrHistogram.Histogram",
                    "org.agrona.DirectBuffer");

    private static final Pattern ON_THE_PATH =
            Pattern.compile(
                    "(io/hayate/(?!cli|engine|rehearsal|report|run|settings|venue|view)\\w+/"
                            + "|io/hayate/engine/Str"
                            + "|io/netty/buffer/"
                            + "|io/netty/channel/(epoll/|nio/|unix/|socket/|socket/nio/)?"
                            + "|io/netty/util/(concurrent/|internal/|collection/IntObject)?"
                            + "|io/netty/util/internal/shaded/org/jctools/queues/.*Mpsc"
                            + "|(META-INF/versions/\\d+/)?com/fasterxml/jackson/core/"
                            + "((base|io|json|json/async|sym|util|internal/shaded/.*)/)?"
                            + "|com/lmax/disruptor/"
                            + "|org/HdrHistogram/"
                            + "|org/agrona/(collections/|concurrent/|concurrent/ringbuffer/)?"
                            + ")[^/]*\\.class");

    /** Of the JDK what its archive of classes does not hold ready. */
    private static final List<String> OF_THE_JDK =
            List.of(
                    "AtomicIntegerFieldUpdater$AtomicIntegerFieldUpdaterImpl",
                    "AtomicLongFieldUpdater$CASUpdater",
                    "AtomicLongArray",
                    "AtomicReferenceArray",
                    "AtomicReferenceFieldUpdater$AtomicReferenceFieldUpdaterImpl");

    /** Held for ever: the JVM forgets a string that nobody holds. */
    private static final Set<String> KEPT = new HashSet<>();

    private final ClassLoader loader;
    private final Pattern wanted;
    private final Set<String> strings;

    private TradingClasses(ClassLoader loader, Pattern wanted, Set<String> strings) {
        this.loader = loader;
        this.wanted = wanted;
        this.strings = strings;
    }

    /** Makes the {@link ClassStrings} of all of them; what cannot be read is left for later. */
    public static void makeStrings(Class<?> strategy) {
        makeStrings(strategy, KEPT);
    }

    static void makeStrings(Class<?> strategy, Set<String> strings) {
        ClassLoader ours = TradingClasses.class.getClassLoader();
        Set<Path> places = new LinkedHashSet<>();
        for (String name : ONE_OF_EACH) {
            addPlace(find(name, ours), places);
        }
        TradingClasses onThePath = new TradingClasses(ours, ON_THE_PATH, strings);
        onThePath.makeStringsOfTheJdk();
        onThePath.makeStrings(places);

        Set<Path> plugin = new LinkedHashSet<>();
        addPlace(strategy, plugin);
        String folder = strategy.getPackageName().replace('.', '/');
        Pattern besideIt = Pattern.compile(Pattern.quote(folder) + "/.*\\.class");
        new TradingClasses(strategy.getClassLoader(), besideIt, strings).makeStrings(plugin);
    }

    private static Class<?> find(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a library without " + name, e);
        }
    }

    private static void addPlace(Class<?> type, Set<Path> places) {
        try {
            places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException | RuntimeException e) {
            // No file has it: there is nothing to read.
        }
    }

    private void makeStringsOfTheJdk() {
        for (String name : OF_THE_JDK) {
            InputStream file =
                    ClassLoader.getSystemResourceAsStream(
                            "java/util/concurrent/atomic/" + name + ".class");
            try {
                read(file);
            } catch (IOException e) {
                // As below.
            }
        }
    }

    private void makeStrings(Set<Path> places) {
        for (Path place : places) {
            try {
                if (Files.isDirectory(place)) {
                    readFolder(place);
                } else {
                    readJar(place);
                }
            } catch (IOException | UncheckedIOException e) {
                // Then the trading threads make these strings when they come to it.
            }
        }
    }

    private void readFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> isWanted(folder.relativize(file).toString())).toList();
        }
        for (Path file : files) {
            read(Files.newInputStream(file));
        }
    }

    private void readJar(Path file) throws IOException {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries =
                    jar.stream().filter(entry -> isWanted(entry.getName())).toList();
            for (ZipEntry entry : entries) {
                read(jar.getInputStream(entry));
            }
        }
    }

    private boolean isWanted(String name) {
        return wanted.matcher(name.replace('\\', '/')).matches();
    }

    private void read(InputStream classFile) throws IOException {
        try (classFile) {
            new ClassStrings(classFile).make(loader, strings);
        }
    }
}

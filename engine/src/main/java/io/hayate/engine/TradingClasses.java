package io.hayate.engine;

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
 * The class files of what trading threads may run, wherever they lie: ours, those of the libraries
 * on the path of a frame, and those of the strategy.
 *
 * <p>Main thread, before the session.
 */
final class TradingClasses {
    /** One class of each library: it tells in which jar or folder the others are. */
    private static final List<String> EACH =
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
                    "(io/hayate/(?!cli|engine|venue|view)\\w+/"
                            + "|io/hayate/engine/Str"
                            + "|io/netty/buffer/"
                            + "|io/netty/channel/(epoll/|nio/|unix/|socket/|socket/nio/)?"
                            + "|io/netty/util/(concurrent/|internal/)?"
                            + "|io/netty/util/internal/shaded/org/jctools/queues/.*Mpsc"
                            + "|(META-INF/versions/\\d+/)?com/fasterxml/jackson/core/"
                            + "((base|io|json|json/async|sym|util|internal/shaded/.*)/)?"
                            + "|com/lmax/disruptor/"
                            + "|org/HdrHistogram/"
                            + "|org/agrona/(collections/|concurrent/|concurrent/ringbuffer/)?"
                            + ")[^/]*\\.class");

    private static final Pattern ANY = Pattern.compile(".*\\.class");

    /** Held for ever: the JVM forgets a string that nobody holds. */
    private static final Set<String> KEPT = new HashSet<>();

    private TradingClasses() {}

    /** Makes the strings of all these classes now; what cannot be read is left for later. */
    static void makeStrings(Class<?> strategy) {
        Set<Path> places = new LinkedHashSet<>();
        EACH.forEach(name -> addPlace(name, places));
        for (Path place : places) {
            makeStrings(place, ON_THE_PATH);
        }
        Set<Path> plugin = new LinkedHashSet<>();
        addPlace(strategy, plugin);
        plugin.removeAll(places);
        for (Path place : plugin) {
            makeStrings(place, ANY);
        }
    }

    private static void addPlace(String className, Set<Path> places) {
        try {
            ClassLoader loader = TradingClasses.class.getClassLoader();
            addPlace(Class.forName(className, false, loader), places);
        } catch (ClassNotFoundException e) {
            // A library without this class: another of its classes tells the place, or none.
        }
    }

    private static void addPlace(Class<?> type, Set<Path> places) {
        try {
            places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException | RuntimeException e) {
            // No file has it: nothing to read.
        }
    }

    private static void makeStrings(Path place, Pattern wanted) {
        try {
            if (Files.isDirectory(place)) {
                inFolder(place, wanted);
            } else {
                inJar(place, wanted);
            }
        } catch (IOException | UncheckedIOException e) {
            // Then the trading threads make these strings when they come to it.
        }
    }

    private static void inFolder(Path folder, Pattern wanted) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> isWanted(folder.relativize(file), wanted)).toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                new ClassStrings(in).make(TradingClasses.class.getClassLoader(), KEPT);
            }
        }
    }

    private static boolean isWanted(Path file, Pattern wanted) {
        return wanted.matcher(file.toString().replace('\\', '/')).matches();
    }

    private static void inJar(Path file, Pattern wanted) throws IOException {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries =
                    jar.stream()
                            .filter(entry -> wanted.matcher(entry.getName()).matches())
                            .toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = jar.getInputStream(entry)) {
                    new ClassStrings(in).make(TradingClasses.class.getClassLoader(), KEPT);
                }
            }
        }
    }
}

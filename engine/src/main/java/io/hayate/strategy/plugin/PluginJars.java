package io.hayate.strategy.plugin;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;

/** The class path of plug-ins: jars given by name, and those that lie in a folder. */
final class PluginJars {
    private PluginJars() {}

    /**
     * A loader over these jars and, first, our own classes.
     *
     * @param folder looked through for {@code *.jar}; need not exist
     * @throws ConfigException when a jar is missing or broken
     */
    static ClassLoader loader(List<Path> jars, Path folder) {
        List<Path> all = new ArrayList<>(jars);
        all.addAll(jarsIn(folder));
        URL[] urls = all.stream().map(PluginJars::check).toArray(URL[]::new);
        // Lives as long as the process: the strategy loads its classes when it needs them.
        return new URLClassLoader("plugins", urls, PluginJars.class.getClassLoader());
    }

    private static List<Path> jarsIn(Path folder) {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
                for (Path jar : found) {
                    if (Files.isRegularFile(jar)) {
                        jars.add(jar);
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                throw new ConfigException(
                        "the plug-in folder " + folder + " cannot be read: " + e, e);
            }
        }
        Collections.sort(jars);
        return jars;
    }

    private static URL check(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new ConfigException("the plug-in jar is missing: " + jar);
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            file.entries().hasMoreElements();
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ConfigException("the plug-in jar has no usable path: " + jar, e);
        } catch (IOException e) {
            throw new ConfigException(
                    "the plug-in jar is broken: " + jar + ": " + e.getMessage(), e);
        }
    }
}

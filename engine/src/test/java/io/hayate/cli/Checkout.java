package io.hayate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A checkout of the test's own: what scripts need, and the jar that this build has just made. */
final class Checkout {
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    static final Path BUILT = HOME.resolve("engine/target/hayate-all.jar");
    static final Path JDK = Path.of(System.getProperty("java.home"));

    private static final String TOOLS =
            "awk cat chmod cksum cp dirname env find flock grep head locale mkdir mv od ps pwd"
                    + " readlink rm sed sh sleep tail test touch tr";

    private final Path root;

    /** Copies all but the jar. */
    Checkout(Path root) throws IOException {
        this.root = root;
        for (String file : List.of("pom.xml", "engine/pom.xml", "config/jvm.options")) {
            copy(file);
        }
        try (Stream<Path> scripts = Files.list(HOME.resolve("scripts"))) {
            for (Path script : scripts.filter(Files::isRegularFile).toList()) {
                copy(HOME.relativize(script).toString());
            }
        }
        Files.createDirectories(root.resolve("engine/src/main"));
    }

    Checkout withJar() throws IOException {
        Files.createDirectories(jar().getParent());
        Files.copy(BUILT, jar(), StandardCopyOption.REPLACE_EXISTING);
        touch(jar());
        return this;
    }

    /** The jars of which new-strategy fills a repository, too. */
    Checkout withArtifacts() throws IOException {
        withJar();
        for (String name : List.of(EngineArtifacts.LIBRARY, EngineArtifacts.TEST_KIT)) {
            Files.copy(BUILT.resolveSibling(name), jar().resolveSibling(name));
        }
        return this;
    }

    private void copy(String file) throws IOException {
        Path copy = root.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(HOME.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }

    Path root() {
        return root;
    }

    Path jar() {
        return root.resolve("engine/target/hayate-all.jar");
    }

    String script() {
        return root.resolve("scripts/hayate").toString();
    }

    static void touch(Path file) throws IOException {
        age(file, 0);
    }

    static void age(Path file, long seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    /** Puts a program there: lines of a shell script. */
    static void program(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A folder of the programs that the scripts use, less one that this machine is to lack. */
    static Path toolsWithout(Path folder, String missing) throws IOException {
        for (String tool : TOOLS.split(" ", 0)) {
            Path real = Path.of("/usr/bin").resolve(tool);
            String place = (Files.exists(real) ? "/usr/bin/" : "/bin/") + tool;
            if (!tool.equals(missing)) {
                program(folder.resolve(tool), "exec " + place + " \"$@\"");
            }
        }
        return folder;
    }
}

package io.hayate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A folder with jars as the build makes them, but for what lies in them. */
final class FakeArtifacts {
    private static final String POMS = "META-INF/maven/io.hayate/";

    private FakeArtifacts() {}

    /** Writes them; leaves a folder alone that is there. */
    static Path writeTo(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            jar(folder.resolve(EngineArtifacts.LIBRARY), "hayate-engine", "<parent>");
            jar(folder.resolve(EngineArtifacts.PROGRAM), "hayate", "the parent's");
            Files.writeString(folder.resolve(EngineArtifacts.TEST_KIT), "kit");
        }
        return folder;
    }

    private static void jar(Path file, String artifact, String pom) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry(POMS + artifact + "/pom.xml"));
            jar.write(pom.getBytes(StandardCharsets.UTF_8));
        }
    }
}

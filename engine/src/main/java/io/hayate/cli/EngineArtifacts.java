package io.hayate.cli;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** What projects of others depend on: the library, the test kit and their poms. The jars lie beside the program's. */
final class EngineArtifacts {
    /** The library alone, without what it depends on. */
    static final String LIBRARY = "hayate.jar";

    /** The classes for tests. */
    static final String TEST_KIT = "hayate-testkit.jar";

    /** The program, which has the pom that the library's pom builds on. */
    static final String PROGRAM = "hayate-all.jar";

    private static final String POMS = "META-INF/maven/io.hayate/";
    private static final String ENGINE = "hayate-engine";
    private static final String PARENT = "hayate";

    private final Path folder;

    /**
     * @param folder where the jars lie
     */
    EngineArtifacts(Path folder) {
        this.folder = folder;
    }

    /** Those beside the jar that this code is run from. */
    static EngineArtifacts ofProgram() {
        try {
            Path program =
                    Path.of(
                            EngineArtifacts.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return new EngineArtifacts(program.getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the folder of the program has no name", e);
        }
    }

    /**
     * Puts all of a version into a repository.
     *
     * @throws ConfigException names the jar that is missing or damaged; the repository is as it was then
     */
    void putInto(LocalRepository repository, String version) throws IOException {
        byte[] library = read(LIBRARY);
        byte[] testKit = read(TEST_KIT);
        byte[] pom = pom(LIBRARY, ENGINE);
        if (new String(pom, StandardCharsets.UTF_8).contains("<parent>")) {
            repository.put(PARENT, version, ".pom", pom(PROGRAM, PARENT));
        }
        repository.put(ENGINE, version, "-testkit.jar", testKit);
        repository.put(ENGINE, version, ".jar", library);
        repository.put(ENGINE, version, ".pom", pom);
    }

    private byte[] read(String jar) throws IOException {
        return Files.readAllBytes(present(jar));
    }

    private Path present(String jar) {
        Path file = folder.resolve(jar);
        if (!Files.isReadable(file)) {
            throw new ConfigException(
                    jar
                            + " must lie beside the program, for projects of others: it is not in "
                            + folder);
        }
        return file;
    }

    private byte[] pom(String jar, String artifact) throws IOException {
        Path file = present(jar);
        try (JarFile opened = new JarFile(file.toFile())) {
            ZipEntry pom = opened.getEntry(POMS + artifact + "/pom.xml");
            if (pom == null) {
                throw new ConfigException(
                        file + " must be a jar of Hayate's build: it has no pom of " + artifact);
            }
            try (InputStream in = opened.getInputStream(pom)) {
                return in.readAllBytes();
            }
        } catch (ZipException e) {
            throw new ConfigException(file + " must be a jar that can be read", e);
        }
    }
}

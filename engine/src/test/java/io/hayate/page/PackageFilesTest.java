package io.hayate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of what a package holds has what is there, and all of the folders that a package has whole. */
class PackageFilesTest {
    private static final Path LIST = ReadmePage.HOME.resolve("config/package/files");

    private static List<String> listed() throws IOException {
        return Files.readAllLines(LIST).stream().filter(line -> !line.startsWith("#")).toList();
    }

    private static List<String> tracked(String... folders) throws Exception {
        ProcessBuilder git =
                new ProcessBuilder("git", "ls-files").directory(ReadmePage.HOME.toFile());
        git.command().addAll(List.of(folders));
        Process process = git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, "this is no clone");
        return out.lines().toList();
    }

    @Test
    void shouldNameFilesThatAreThereOnceEach() throws IOException {
        List<String> missing =
                listed().stream()
                        .filter(file -> !Files.isRegularFile(ReadmePage.HOME.resolve(file)))
                        .toList();

        assertEquals(List.of(), missing);
        assertEquals(listed().stream().distinct().sorted().toList(), listed());
    }

    @Test
    void shouldNameAllThatGitTracksOfItsFolders() throws Exception {
        List<String> listed = listed();

        assertEquals(
                List.of(),
                tracked("config", "engine/pictures", "scripts/examples").stream()
                        .filter(file -> !listed.contains(file))
                        .toList());
    }
}

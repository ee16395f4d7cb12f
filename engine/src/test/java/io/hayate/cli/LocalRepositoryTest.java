package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalRepositoryTest {
    @TempDir private Path user;

    private String found(Map<String, String> variables) throws IOException {
        return LocalRepository.ofMaven(variables, user).toString();
    }

    private void settings(String content) throws IOException {
        Path file = user.resolve(".m2/settings.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<settings>" + content + "</settings>");
    }

    @Test
    void shouldBeTheUsersWhenNothingSaysOtherwise() throws IOException {
        assertEquals(user + "/.m2/repository", found(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "/a, '<localRepository>/a</localRepository>'",
        "/a&b, '<localRepository>\n  /a&amp;b\n</localRepository>'",
        "USER/jars, '<localRepository>${user.home}/jars</localRepository>'",
        "/data/jars, '<localRepository>${env.DATA}/jars</localRepository>'",
        "/b, '<!-- <localRepository>/a</localRepository> --><localRepository>/b</localRepository>'",
        "USER/.m2/repository, '<!-- <localRepository>/a</localRepository> -->'",
        "USER/.m2/repository, '<localRepository/>'"
    })
    void shouldBeThatOfTheSettings(String expected, String settings) throws IOException {
        settings(settings);

        assertEquals(expected.replace("USER", user.toString()), found(Map.of("DATA", "/data")));
    }

    @Test
    void shouldBeThatOfTheOptionsWhateverTheSettingsSay() throws IOException {
        settings("<localRepository>/a</localRepository>");
        String options = "-Dmaven.repo.local=/b -Xmx1g -Dmaven.repo.local=/c";

        assertEquals("/c", found(Map.of("MAVEN_OPTS", options)));
        assertEquals(
                "/d", found(Map.of("MAVEN_OPTS", options, "MAVEN_ARGS", "-Dmaven.repo.local=/d")));
    }

    @Test
    void shouldNameTheSettingsWhenTheyHaveAVariableThatIsNotSet() throws IOException {
        settings("<localRepository>${env.NOWHERE}/jars</localRepository>");

        ConfigException e = assertThrows(ConfigException.class, () -> found(Map.of()));

        assertEquals(
                user
                        + "/.m2/settings.xml: localRepository must be a folder, with ${user.home} or"
                        + " variables that are set in it, or --repository must name it: was"
                        + " ${env.NOWHERE}/jars",
                e.getMessage());
    }
}

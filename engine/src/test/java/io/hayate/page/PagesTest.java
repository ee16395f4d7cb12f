package io.hayate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README files say is so: whoever renames or removes what they name changes them, too. */
class PagesTest {
    private static final String FIGURES = "Five figures";

    private final ProjectFacts facts = new ProjectFacts();

    PagesTest() throws IOException {}

    @Test
    void shouldSayNothingThatIsNotSo() throws IOException {
        PageCheck check = new PageCheck(facts);
        List<String> findings = new ArrayList<>();
        for (ReadmePage page : ReadmePage.all()) {
            findings.addAll(check.findings(page));
        }

        assertEquals("", String.join("\n", findings));
    }

    @Test
    void shouldHaveEachCommandOfABlockRunByATestOrNotForAReason() throws IOException {
        assertEquals(
                "",
                String.join(
                        "\n",
                        PageCommands.differences(
                                PageCommands.written(ReadmePage.all()),
                                PageCommands.known(),
                                facts)));
    }

    @Test
    void shouldShowNoFigureThatWasNotMeasured() throws IOException {
        ReadmePage readme = ReadmePage.read("README.md");

        assertEquals(5, FigureCheck.rows(readme, FIGURES).size());
        assertEquals(
                List.of(),
                FigureCheck.findings(readme, FIGURES, ReadmePage.read("benchmarks/README.md")));
    }

    @Test
    void shouldReadAllOfThem() throws IOException {
        List<String> names =
                ReadmePage.all().stream()
                        .map(page -> ReadmePage.HOME.relativize(page.file()).toString())
                        .toList();

        assertTrue(
                names.containsAll(
                        List.of(
                                "README.md",
                                "engine/README.md",
                                "engine/README.ja.md",
                                "config/README.md",
                                "benchmarks/README.md")),
                names.toString());
        for (ReadmePage page : ReadmePage.all()) {
            long quotes = page.prose().chars().filter(c -> c == '`').count();
            assertEquals(0, quotes % 2, page.file() + " has a piece of code without an end");
        }
    }
}

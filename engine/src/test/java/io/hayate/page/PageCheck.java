package io.hayate.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page says that is not so: links, files, commands, options, settings, types, tests, variables. */
final class PageCheck {
    private static final Set<String> LANGUAGES = Set.of("", "sh", "java", "js", "hocon", "xml");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("[a-z]+(\\.[a-z]+)*\\.[A-Z][A-Za-z0-9]+");
    private static final Pattern TEST =
            Pattern.compile("([A-Z]\\w*[a-z](?:Test|IT|Benchmark))(?:\\.(\\w+))?");
    private static final Pattern KEY =
            Pattern.compile(
                    "([a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)*\\.(?:[a-z][a-z0-9-]*|\\*))(?: = .*)?");
    private static final Pattern SETTINGS_FILE =
            Pattern.compile("[\\w*-][\\w/*-]*\\.(conf|options)");
    private static final Pattern PROJECT_FILE =
            Pattern.compile("(scripts|config|engine|benchmarks|\\.ci|\\.mvn)/[\\w./*-]+");
    private static final Pattern OPTION = Pattern.compile("(--[a-z][a-z-]*)([ =].*)?");
    private static final Pattern VARIABLE = Pattern.compile("((?:HAYATE|BFX)_[A-Z_]+)(?:=.*)?");
    private static final Pattern PREFIX_ROW = Pattern.compile("\\| `([a-z.-]+)\\.` \\|.*");

    /** Options of other programs that our pages speak of. */
    private static final Set<String> OTHERS_OPTIONS =
            Set.of(
                    "--enable-native-access",
                    "--sun-misc-unsafe-memory-access",
                    "--add-exports",
                    "--cacert");

    private final ProjectFacts facts;
    private final CommandCheck commands;

    PageCheck(ProjectFacts facts) {
        this.facts = facts;
        commands = new CommandCheck(facts);
    }

    /** What is wrong, each with its place; empty for a page that is true as far as this goes. */
    List<String> findings(ReadmePage page) throws IOException {
        List<String> findings = new ArrayList<>();
        checkLinks(page, findings);
        checkBlocks(page, findings);
        for (ReadmePage.Code code : page.codes()) {
            for (String finding : code(page, code.text())) {
                findings.add(page.place(code.line()) + finding);
            }
        }
        checkTables(page, findings);
        return findings;
    }

    // --- Links ---------------------------------------------------------------------------------

    private static void checkLinks(ReadmePage page, List<String> findings) throws IOException {
        for (ReadmePage.Link link : page.links()) {
            Path target =
                    link.target().isEmpty()
                            ? page.file()
                            : page.file().resolveSibling(link.target());
            if (!Files.exists(target)) {
                findings.add(page.place(link.line()) + "no such file: " + link.target());
            } else if (!link.heading().isEmpty() && !hasHeading(page, target, link.heading())) {
                String place = page.place(link.line());
                findings.add(place + "no such heading: " + link.target() + link.heading());
            }
        }
    }

    private static boolean hasHeading(ReadmePage page, Path target, String anchor)
            throws IOException {
        boolean isSame = target.equals(page.file());
        String prose =
                isSame ? page.prose() : new ReadmePage(target, Files.readString(target)).prose();
        return HEADING.matcher(prose)
                .results()
                .anyMatch(found -> anchor(found.group(1)).equals(anchor));
    }

    /** The name by which a link leads to a heading. */
    static String anchor(String heading) {
        String word = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
        return "#" + word.replace(' ', '-');
    }

    // --- Blocks --------------------------------------------------------------------------------

    private void checkBlocks(ReadmePage page, List<String> findings) throws IOException {
        for (ReadmePage.Block block : page.blocks()) {
            if (!LANGUAGES.contains(block.language())) {
                String place = page.place(block.line());
                findings.add(place + "nothing checks a block of " + block.language());
            }
            int number = block.line();
            for (String line : block.text().split("\n", -1)) {
                number++;
                String command = command(block.language(), line);
                for (String finding : commands.line(command)) {
                    findings.add(page.place(number) + finding);
                }
            }
        }
    }

    /** What a line of a block asks a shell for; empty for nothing. */
    private static String command(String language, String line) {
        if (language.equals("sh")) {
            return line;
        }
        return language.isEmpty() && line.startsWith("$ ") ? line.substring(2) : "";
    }

    // --- Code in sentences ---------------------------------------------------------------------

    private List<String> code(ReadmePage page, String code) throws IOException {
        List<String> findings = new ArrayList<>(commands.mention(code));
        if (!findings.isEmpty()) {
            return findings;
        }
        Matcher test = TEST.matcher(code);
        if (TYPE.matcher(code).matches() && !facts.hasType(code)) {
            findings.add("no such type: " + code);
        } else if (test.matches() && !hasTest(test.group(1), test.group(2))) {
            findings.add("no such test: " + code);
        } else if (code.matches("should[A-Z]\\w+") && !facts.hasTest(code)) {
            findings.add("no such test: " + code);
        } else if (PROJECT_FILE.matcher(code).matches() && !hasFile(ReadmePage.HOME, code)) {
            findings.add("no such file: " + code);
        } else if (SETTINGS_FILE.matcher(code).matches()) {
            findings.addAll(settingsFile(page, code));
        } else {
            findings.addAll(named(code));
        }
        return findings;
    }

    private boolean hasTest(String type, String method) {
        return method == null ? facts.hasTypeNamed(type) : facts.hasMethod(type, method);
    }

    /** One of ours, unless it is called the reader's own. */
    private static List<String> settingsFile(ReadmePage page, String name) throws IOException {
        boolean isThere =
                name.matches("(my|mine)\\b.*")
                        || hasFile(page.file().getParent(), name)
                        || hasFile(ReadmePage.HOME.resolve("config"), name)
                        || hasFile(ReadmePage.HOME, name);
        return isThere ? List.of() : List.of("no such file: " + name);
    }

    private static boolean hasFile(Path folder, String name) throws IOException {
        if (name.contains("/target/") || name.endsWith("/target")) {
            return true; // what a build makes
        }
        if (!name.contains("*")) {
            return Files.exists(folder.resolve(name));
        }
        Path pattern = folder.resolve(name);
        if (!Files.isDirectory(pattern.getParent())) {
            return false;
        }
        try (var found =
                Files.newDirectoryStream(pattern.getParent(), pattern.getFileName().toString())) {
            return found.iterator().hasNext();
        }
    }

    private List<String> named(String code) {
        Matcher option = OPTION.matcher(code);
        Matcher variable = VARIABLE.matcher(code);
        Matcher key = KEY.matcher(code);
        if (option.matches() && !isOption(option.group(1))) {
            return List.of("no such option: " + option.group(1));
        }
        if (variable.matches() && !isVariable(variable.group(1))) {
            return List.of("no such variable: " + variable.group(1));
        }
        if (key.matches() && !isKey(key.group(1))) {
            return List.of("no such setting: " + key.group(1));
        }
        return List.of();
    }

    private boolean isOption(String option) {
        return OTHERS_OPTIONS.contains(option) || commands.hasOption(option);
    }

    /** A target's variable has the target's name in it. */
    private boolean isVariable(String name) {
        return name.matches("HAYATE_NOTIFY_[A-Z_]+_TOKEN") || facts.hasVariable(name);
    }

    /** A room may bear the name of a key; what begins with no section of ours is none of ours. */
    private boolean isKey(String key) {
        String whole = key.replaceFirst("\\.\\*$", "");
        String section = key.split("\\.", 2)[0];
        return key.endsWith(".html") // a file of a report
                || !facts.sections().contains(section)
                || facts.hasKey(whole)
                || facts.hasRoom(key);
    }

    // --- Tables --------------------------------------------------------------------------------

    /** A table whose head is the beginning of keys has the rest of one in the first cell of each row. */
    private void checkTables(ReadmePage page, List<String> findings) {
        String prefix = "";
        int number = 0;
        for (String line : page.prose().split("\n", -1)) {
            number++;
            Matcher head = PREFIX_ROW.matcher(line);
            if (!line.startsWith("|")) {
                prefix = "";
            } else if (head.matches()) {
                prefix = head.group(1);
            } else if (!prefix.isEmpty()) {
                for (String rest : codesOf(line.split("\\|", -1)[1])) {
                    if (!facts.hasKey(prefix + "." + rest)) {
                        findings.add(
                                page.place(number) + "no such setting: " + prefix + "." + rest);
                    }
                }
            }
        }
    }

    private static List<String> codesOf(String cell) {
        return Pattern.compile("`([^`]+)`")
                .matcher(cell)
                .results()
                .map(code -> code.group(1))
                .toList();
    }
}

package io.hayate.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documents: its blocks of code, the code in its sentences, its links.
 *
 * @param file where it lies, below {@link #HOME}
 */
public record ReadmePage(Path file, String text) {
    /** Hayate's folder. */
    public static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final String FENCE = "```";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(#[^)]*)?\\)");

    /**
     * Lines between two fences.
     *
     * @param line number of the first fence
     * @param language what stands behind it; empty for what is only shown
     */
    public record Block(int line, String language, String text) {}

    /** Code in a sentence, on one line whatever it was written on. */
    record Code(int line, String text) {}

    /** A link to a file, a heading, or a heading of a file. */
    record Link(int line, String target, String heading) {}

    /** A page as it is now. */
    public static ReadmePage read(String name) throws IOException {
        Path file = HOME.resolve(name);
        return new ReadmePage(file, Files.readString(file));
    }

    /** Every page named README of the project, but for the one that is filled in for a user. */
    public static List<ReadmePage> all() throws IOException {
        List<ReadmePage> pages = new ArrayList<>();
        for (String root : List.of("README.md", "engine", "config", "benchmarks")) {
            try (Stream<Path> files = Files.walk(HOME.resolve(root))) {
                for (Path each : files.filter(ReadmePage::isOne).sorted().toList()) {
                    pages.add(new ReadmePage(each, Files.readString(each)));
                }
            }
        }
        return pages;
    }

    private static boolean isOne(Path file) {
        String name = HOME.relativize(file).toString();
        return file.getFileName().toString().matches("README.*\\.md")
                && !name.contains("target/")
                && !name.contains("new-strategy");
    }

    /** The blocks in their order. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        StringBuilder block = null;
        String language = "";
        int first = 0;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.startsWith(FENCE)) {
                if (block != null) {
                    block.append(line).append('\n');
                }
            } else if (block == null) {
                block = new StringBuilder();
                language = line.substring(FENCE.length()).strip();
                first = number;
            } else {
                blocks.add(new Block(first, language, block.toString()));
                block = null;
            }
        }
        return blocks;
    }

    /** The lines outside of blocks, each where it was. */
    String prose() {
        StringBuilder prose = new StringBuilder();
        boolean isInside = false;
        for (String line : text.split("\n", -1)) {
            boolean isFence = line.startsWith(FENCE);
            isInside ^= isFence;
            prose.append(isInside || isFence ? "" : line).append('\n');
        }
        return prose.toString();
    }

    List<Code> codes() {
        String prose = prose();
        List<Code> codes = new ArrayList<>();
        Matcher found = CODE.matcher(prose);
        while (found.find()) {
            String code = found.group(1).replaceAll("\\s+", " ").strip();
            codes.add(new Code(line(prose, found.start()), code));
        }
        return codes;
    }

    List<Link> links() {
        String prose = prose();
        List<Link> links = new ArrayList<>();
        Matcher found = LINK.matcher(prose);
        while (found.find()) {
            String heading = found.group(2) == null ? "" : found.group(2);
            links.add(new Link(line(prose, found.start()), found.group(1), heading));
        }
        return links;
    }

    private static int line(String text, int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Where a line of it stands, as a finding begins. */
    String place(int line) {
        return HOME.relativize(file) + ":" + line + ": ";
    }
}

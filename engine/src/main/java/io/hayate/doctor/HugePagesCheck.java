package io.hayate.doctor;

import io.hayate.machine.SystemFiles;
import java.util.Optional;

/** Whether the kernel joins pages to huge ones behind our back, for which it stops who uses them. */
final class HugePagesCheck implements Check {
    private static final String FOLDER = "/sys/kernel/mm/transparent_hugepage/";

    private final SystemFiles files;

    HugePagesCheck(SystemFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "huge-pages";
    }

    @Override
    public Finding examine() {
        Optional<String> enabled = files.text(FOLDER + "enabled");
        if (enabled.isEmpty()) {
            return Finding.unknown();
        }
        String found = "transparent ones: " + chosen(enabled.get());
        return enabled.get().contains("[always]")
                ? Finding.warn(found, "echo madvise > " + FOLDER + "enabled")
                : Finding.ok(found);
    }

    /** {@code always [madvise] never} says madvise. */
    private static String chosen(String choices) {
        int open = choices.indexOf('[');
        int close = choices.indexOf(']', open);
        return open < 0 || close < 0 ? choices : choices.substring(open + 1, close);
    }
}

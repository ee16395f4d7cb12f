package io.hayate.doctor;

import io.hayate.machine.SystemFiles;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the shell lets this process have. */
final class LimitsCheck implements Check {
    private static final Pattern FILES = Pattern.compile("Max open files +(\\S+) .*");
    private static final Pattern LOCKED = Pattern.compile("Max locked memory +(\\S+) .*");
    private static final String UNLIMITED = "unlimited";
    private static final long FILES_WANTED = 1_024;
    private static final long FILES_NEEDED = 128;

    private final SystemFiles files;

    LimitsCheck(SystemFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public Finding examine() {
        Optional<String> open = soft(FILES);
        if (open.isEmpty()) {
            return Finding.unknown();
        }
        String locked = soft(LOCKED).map(LimitsCheck::bytes).orElse(Finding.UNKNOWN);
        String found = "open files " + open.get() + ", locked memory " + locked;
        long most = open.get().equals(UNLIMITED) ? Long.MAX_VALUE : Long.parseLong(open.get());
        return judge(found, most).with("open-files", most);
    }

    private Optional<String> soft(Pattern limit) {
        return files.lines("/proc/self/limits").stream()
                .map(limit::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst();
    }

    private static String bytes(String text) {
        return text.equals(UNLIMITED) ? text : (Long.parseLong(text) >> 10) + " kB";
    }

    private static Finding judge(String found, long openFiles) {
        String advice = "ulimit -n " + FILES_WANTED;
        if (openFiles < FILES_NEEDED) {
            return Finding.fail(found, advice);
        }
        return openFiles < FILES_WANTED ? Finding.warn(found, advice) : Finding.ok(found);
    }
}

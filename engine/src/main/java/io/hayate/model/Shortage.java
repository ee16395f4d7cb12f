package io.hayate.model;

import java.util.Map;

/**
 * Tells an error that comes from a machine that gives too little from a flaw of ours, whatever library
 * it has gone through.
 */
public final class Shortage {
    private static final int CAUSES_MAX = 20;

    /** What the system says, and what that means for a person. */
    private static final Map<String, String> MEANINGS =
            Map.ofEntries(
                    Map.entry(
                            "Too many open files",
                            "no file descriptor is left for this process (ulimit -n)"),
                    Map.entry(
                            "Too many open files in system",
                            "no file descriptor is left on this machine"),
                    Map.entry(
                            "unable to create native thread",
                            "the system starts no more threads (ulimit -u, memory, pids.max)"),
                    Map.entry("No space left on device", "no space is left on a disk"),
                    Map.entry("Cannot allocate memory", "the system gives no more memory"),
                    Map.entry("Java heap space", "the heap is too small (-Xmx)"),
                    Map.entry("GC overhead limit exceeded", "the heap is too small (-Xmx)"),
                    Map.entry(
                            "Metaspace",
                            "there is too little room for classes (-XX:MaxMetaspaceSize)"),
                    Map.entry(
                            "direct buffer memory",
                            "the memory off the heap is too small (-XX:MaxDirectMemorySize)"));

    private Shortage() {}

    /** What is missing, in a few words; null when this is no such error. */
    public static String of(Throwable error) {
        int seen = 0;
        for (Throwable t = error; t != null && seen < CAUSES_MAX; t = t.getCause()) {
            String meaning = meaning(String.valueOf(t.getMessage()));
            if (meaning != null) {
                return meaning;
            } else if (t instanceof OutOfMemoryError) {
                return "memory is used up: " + t.getMessage();
            }
            seen++;
        }
        return null;
    }

    private static String meaning(String said) {
        String longest = "";
        for (String words : MEANINGS.keySet()) {
            longest = said.contains(words) && words.length() > longest.length() ? words : longest;
        }
        return MEANINGS.get(longest);
    }
}

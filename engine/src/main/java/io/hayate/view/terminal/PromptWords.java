package io.hayate.view.terminal;

import org.jline.reader.Completer;

/**
 * What a prompt shows and offers.
 *
 * @param text what stands before what is typed
 * @param completer offers words on Tab
 * @param history lines typed before
 */
record PromptWords(String text, Completer completer, LineHistory history) {
    private static final String USUAL = "hayate> ";

    /** The usual text, with the mark of the run, if it has one. */
    static String text(String mark) {
        return mark.isEmpty() ? USUAL : "hayate " + mark + "> ";
    }
}

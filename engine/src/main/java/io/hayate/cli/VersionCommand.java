package io.hayate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hayate version}. */
@Command(
        name = "version",
        description = {"Shows the version of Hayate and of the JDK that runs it."},
        footerHeading = "%nExample:%n",
        footer = "  hayate version")
final class VersionCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        for (String line : new VersionLines().getVersion()) {
            spec.commandLine().getOut().println(line);
        }
    }
}

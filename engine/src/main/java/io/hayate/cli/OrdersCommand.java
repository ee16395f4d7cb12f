package io.hayate.cli;

import io.hayate.model.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hayate orders}: the orders of a journal. */
@Command(
        name = "orders",
        description = {
            "Lists the orders of the journal: all without an end, and the latest others.",
            "Needs no engine, and disturbs none. Exit code 1 when the journal is damaged."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate orders",
            "  hayate orders --last 100",
            "  hayate orders --refused             what the limits let not pass",
            "  hayate orders --json | jq -r '.orders[] | select(.open) | .clientOrderId'"
        })
final class OrdersCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    private final Environment environment;

    @Spec private CommandSpec spec;

    @Option(
            names = "--last",
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "How many that have ended, or were refused. Default: ${DEFAULT-VALUE}.")
    private int last;

    @Option(names = "--refused", description = "Lists what was refused here in place of orders.")
    private boolean refused;

    @Mixin private JournalOptions options;

    OrdersCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings.checkRange(last, 0, MOST, "--last");
        return options.answer(
                environment,
                spec,
                answers -> refused ? answers.refusals(last) : answers.orders(last));
    }
}

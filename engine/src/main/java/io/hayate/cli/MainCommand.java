package io.hayate.cli;

import picocli.CommandLine.Command;

/** What stands above the sub-commands: their list, and {@code --version}. */
@Command(
        name = "hayate",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "A low-latency trading engine for the Bitfinex WebSocket v2 API.",
            "Without a command it runs: 'hayate --trace' is 'hayate run --trace'."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hayate                              the embedded venue's ticker, a console",
            "  hayate --symbol BTCUSD --symbol ETHUSD",
            "  hayate --config config/live.conf    the real exchange, watching only",
            "  hayate venue --port 8765            the simulated venue alone",
            "  hayate backtest --recording DIR     a strategy on what was recorded",
            "  hayate recording info DIR           what was recorded",
            "  hayate stat                         figures of the engine that runs",
            "  hayate top                          the same over the whole terminal",
            "  hayate explain last                 the story of the last order",
            "  hayate doctor                       what to change on this machine",
            "  hayate help run                     all options of run"
        })
final class MainCommand implements Runnable {
    @Override
    public void run() {
        throw new IllegalStateException("a sub-command is always there");
    }
}

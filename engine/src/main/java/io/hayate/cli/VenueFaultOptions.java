package io.hayate.cli;

import io.hayate.model.ConfigException;
import io.hayate.settings.FaultFile;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.FrameFault;
import io.hayate.venue.fault.ChaosSchedule;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultRuleParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options of {@code hayate venue} that say what goes wrong. */
final class VenueFaultOptions {
    private static final Pattern EVERY_NTH = Pattern.compile("([a-z-]+)=(-?\\d{1,9})");

    @Option(
            names = "--fault",
            paramLabel = "RULE",
            description =
                    "One thing that goes wrong: dropped=500 spoils every 500th frame of market"
                            + " data, \"late-ack delay=3s every=5\" is a rule. Repeatable.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "A file of rules, such as config/faults/flaky-network.conf. Repeatable.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--chaos",
            paramLabel = "SEED",
            description = "Faults of all kinds, drawn by this number.")
    private Long chaos;

    /** What goes wrong from the start, besides what is written elsewhere. */
    FaultConfig config(FaultConfig written) {
        FaultConfig config = written;
        for (String fault : faults) {
            config = with(config, fault);
        }
        for (Path file : files) {
            config = config.with(FaultFile.read(file));
        }
        return chaos == null ? config : config.with(ChaosSchedule.of(chaos));
    }

    private static FaultConfig with(FaultConfig config, String fault) {
        Matcher everyNth = EVERY_NTH.matcher(fault);
        FrameFault simple =
                FaultConfig.find(everyNth.matches() ? everyNth.group(1) : fault.strip());
        if (simple != null) {
            int every = everyNth.matches() ? Integer.parseInt(everyNth.group(2)) : 1;
            return config.with(simple, every);
        }
        String word = fault.strip().split("[ =]", 2)[0];
        if (everyNth.matches() || FaultKind.ofWord(word) == null) {
            throw new ConfigException(
                    "--fault must be a rule such as dropped=500 or \"late-ack delay=3s\": was "
                            + fault);
        }
        return config.with(List.of(FaultRuleParser.parse(fault)));
    }
}

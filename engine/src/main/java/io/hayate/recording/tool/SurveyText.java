package io.hayate.recording.tool;

import io.hayate.model.ChannelSpec;
import io.hayate.model.Counts;
import io.hayate.model.Printable;
import io.hayate.recording.EntryKind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a survey came to, in lines of at most 80 columns but for the names of files. */
final class SurveyText {
    private static final int SHOWN_MAX = 100; // of channels that nothing names

    private final PrintWriter out;

    SurveyText(PrintWriter out) {
        this.out = out;
    }

    void print(RecordingSurvey survey) {
        out.println(Printable.line(survey.recording().toString()));
        out.println(
                "format "
                        + survey.format().words()
                        + ", "
                        + Counts.of(survey.files(), "file")
                        + ", "
                        + Counts.grouped(survey.hearing().opened(), "connection"));
        if (!survey.isEmpty()) {
            out.println(
                    RecordedTime.text(survey.firstUs())
                            + " to "
                            + RecordedTime.text(survey.lastUs())
                            + " UTC, "
                            + RecordedTime.span(survey.lastUs() - survey.firstUs()));
        }
        entries(survey);
        channels(survey);
        FrameHearing frames = survey.hearing().frames();
        unnamed(frames.unnamed());
        out.println(
                "besides: "
                        + Counts.grouped(frames.heartbeats(), "heartbeat")
                        + ", "
                        + Counts.grouped(frames.control(), "event")
                        + ", "
                        + Counts.grouped(frames.account(), "account frame"));
        out.println(found(survey.findings()));
    }

    private void entries(RecordingSurvey survey) {
        List<String> kinds = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            if (kind != EntryKind.RECORDING && survey.count(kind) > 0) {
                kinds.add(
                        String.format(Locale.ROOT, "%,d %s", survey.count(kind), kind.wireName()));
            }
        }
        String all = Counts.grouped(survey.count(), "entry").replace("entrys", "entries");
        out.println(all + (kinds.isEmpty() ? "" : ": " + String.join(", ", kinds)));
    }

    private void channels(RecordingSurvey survey) {
        if (survey.hearing().channels().isEmpty()) {
            return;
        }
        out.println();
        row("CHANNEL", "FRAMES", "A SECOND", "CHECKSUMS");
        for (ChannelSums each : survey.hearing().channels()) {
            row(
                    name(each.spec()),
                    String.format(Locale.ROOT, "%,d", each.frames()),
                    String.format(Locale.ROOT, "%,.2f", each.rate()),
                    checksums(each));
        }
        out.println();
    }

    private void unnamed(List<UnnamedChannel> channels) {
        if (channels.isEmpty()) {
            return;
        }
        row("WITHOUT THEIR SUBSCRIBED FRAME", "FRAMES", "A SECOND", "LOOKS LIKE");
        for (UnnamedChannel each : channels.subList(0, Math.min(SHOWN_MAX, channels.size()))) {
            row(
                    "channel " + each.id() + " of connection " + each.connection(),
                    String.format(Locale.ROOT, "%,d", each.frames()),
                    String.format(Locale.ROOT, "%,.2f", each.rate()),
                    each.form());
        }
        if (channels.size() > SHOWN_MAX) {
            out.println("and " + (channels.size() - SHOWN_MAX) + " more: --json has them");
        }
        out.println("whose these are is not recorded: replay, backtest and export leave them out");
        out.println();
    }

    private void row(Object... cells) {
        out.println(String.format(Locale.ROOT, "%-40s %13s %10s %14s", cells).stripTrailing());
    }

    private static String name(ChannelSpec spec) {
        String name = Printable.line(spec.toString());
        return name.length() > 40 ? name.substring(0, 39) + "~" : name;
    }

    private static String checksums(ChannelSums sums) {
        long all = sums.agreed() + sums.failed();
        return all == 0 ? "" : sums.agreed() + " of " + all;
    }

    static String found(Findings findings) {
        if (findings.count() == 0) {
            return "nothing is wrong with it";
        }
        List<String> kinds = new ArrayList<>();
        for (Flaw each : Flaw.values()) {
            if (findings.count(each) > 0) {
                kinds.add(each.words() + " " + findings.count(each));
            }
        }
        return "found: " + String.join(", ", kinds);
    }

    /** Each finding with its place. */
    void found(RecordingSurvey survey) {
        Findings findings = survey.findings();
        for (Findings.Found each : findings.kept()) {
            String place = each.place().isEmpty() ? "" : Printable.line(each.place()) + ": ";
            out.println(place + each.finding().words() + ": " + each.words());
        }
        if (findings.passedOver() > 0) {
            out.println("and " + findings.passedOver() + " more");
        }
        out.println(found(findings));
    }
}

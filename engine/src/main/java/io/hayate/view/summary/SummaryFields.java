package io.hayate.view.summary;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import java.io.IOException;

/** What counters say of a run, as fields of a JSON object. For any thread but the trading ones. */
public final class SummaryFields {
    private final JsonGenerator json;
    private final Counters counters;
    private final ChannelStatistics statistics;
    private final int channels;

    /** Fields of these counters, and of channels numbered from 0 to one less than {@code channels}. */
    public SummaryFields(
            JsonGenerator json, Counters counters, ChannelStatistics statistics, int channels) {
        this.json = json;
        this.counters = counters;
        this.statistics = statistics;
        this.channels = channels;
    }

    /** Writes the field {@code totals}. */
    public void totals(long ordersOpen, long otherWriters, long foreignOrders) throws IOException {
        json.writeObjectFieldStart("totals");
        count("frames", Counter.FRAMES);
        count("malformed", Counter.FRAMES_MALFORMED);
        count("unknownChannelFrames", Counter.FRAMES_UNKNOWN);
        count("unknownTypes", Counter.TYPES_UNKNOWN);
        count("sequenceGaps", Counter.SEQUENCE_GAPS);
        count("events", Counter.EVENTS);
        count("tickersConflated", Counter.TICKERS_CONFLATED);
        count("reconnects", Counter.RECONNECTS);
        count("readsPaused", Counter.READS_PAUSED);
        count("updatesDropped", Counter.UPDATES_DROPPED);
        count("resyncs", Counter.RESYNCS);
        sum("checksumsPassed", Figure.CHECKSUMS_PASSED);
        sum("checksumsFailed", Figure.CHECKSUMS_FAILED);
        sum("checksumsSkipped", Figure.CHECKSUMS_SKIPPED);
        count("ordersSent", Counter.ORDERS_SENT);
        count("ordersRefused", Counter.ORDERS_REFUSED);
        count("ordersRejected", Counter.ORDERS_REJECTED);
        count("ordersUnknown", Counter.ORDERS_UNKNOWN);
        count("fills", Counter.FILLS);
        json.writeNumberField("ordersOpen", ordersOpen);
        count("strategyExceptions", Counter.STRATEGY_EXCEPTIONS);
        count("accountDoubts", Counter.ACCOUNT_DOUBTS);
        json.writeNumberField("otherWriters", otherWriters);
        json.writeNumberField("foreignOrders", foreignOrders);
        json.writeEndObject();
    }

    private void count(String name, Counter counter) throws IOException {
        json.writeNumberField(name, counters.get(counter));
    }

    private void sum(String name, Figure figure) throws IOException {
        long sum = 0;
        for (int id = 0; id < channels; id++) {
            sum += statistics.get(id, figure);
        }
        json.writeNumberField(name, sum);
    }

    /** Writes a channel's figures, its health and its last number, into an object that is begun. */
    public void channel(int id, String health) throws IOException {
        figure("frames", id, Figure.FRAMES);
        figure("unknown", id, Figure.UNKNOWN);
        figure("gaps", id, Figure.GAPS);
        figure("conflated", id, Figure.CONFLATED);
        figure("dropped", id, Figure.DROPPED);
        figure("resyncs", id, Figure.RESYNCS);
        json.writeObjectFieldStart("checksums");
        figure("passed", id, Figure.CHECKSUMS_PASSED);
        figure("failed", id, Figure.CHECKSUMS_FAILED);
        figure("skipped", id, Figure.CHECKSUMS_SKIPPED);
        json.writeEndObject();
        json.writeStringField("health", health);
        figure("lastSequence", id, Figure.LAST_SEQUENCE);
    }

    private void figure(String name, int id, Figure figure) throws IOException {
        json.writeNumberField(name, statistics.get(id, figure));
    }
}

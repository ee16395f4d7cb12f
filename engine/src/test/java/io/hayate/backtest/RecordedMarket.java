package io.hayate.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A recording that a test writes, text by text; single quotes stand for double ones. */
final class RecordedMarket {
    static final long START_US = 1_764_000_000_000_000L; // 2025-11-24 16:00:00 UTC

    private final List<String> lines = new ArrayList<>();
    private long timeUs;
    private long tradeId = 5_000;

    RecordedMarket() {
        add(
                "{'k':'recording','version':1,'ns':0,'us':%d,'hayate':'t','java':'t','settings':{}}"
                        .formatted(START_US));
        add("{'k':'open','c':1,'ns':0,'us':%d,'public':true}".formatted(START_US));
        text("{'event':'info','version':2,'serverId':'x','platform':{'status':1}}");
    }

    private void add(String line) {
        lines.add(line.replace('\'', '"'));
    }

    RecordedMarket after(long us) {
        timeUs += us;
        return this;
    }

    RecordedMarket afterMs(long ms) {
        return after(1_000 * ms);
    }

    long nowMs() {
        return (START_US + timeUs) / 1_000;
    }

    RecordedMarket text(String text) {
        add(
                "{'k':'in','c':1,'ns':%d,'us':%d,'f':%s}"
                        .formatted(1_000 * timeUs, START_US + timeUs, text));
        return this;
    }

    /** Book of channel 7, trades of channel 9, of this pair. */
    RecordedMarket subscribed(String symbol, String precision) {
        text(
                "{'event':'subscribed','channel':'book','chanId':7,'symbol':'"
                        + symbol
                        + "','prec':'"
                        + precision
                        + "','freq':'F0','len':'25','pair':'x'}");
        return text(
                "{'event':'subscribed','channel':'trades','chanId':9,'symbol':'"
                        + symbol
                        + "','pair':'x'}");
    }

    RecordedMarket book(String rows) {
        return text("[7," + rows + "]");
    }

    RecordedMarket trade(String amount, String price) {
        return text("[9,'te',[" + ++tradeId + "," + nowMs() + "," + amount + "," + price + "]]");
    }

    RecordedMarket closed() {
        add(
                "{'k':'close','c':1,'ns':%d,'us':%d,'cause':'LOST','detail':''}"
                        .formatted(1_000 * timeUs, START_US + timeUs));
        return this;
    }

    Path write(Path folder) throws IOException {
        Path file = folder.resolve("hayate-20251124T160000Z-0001.jsonl.gz");
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8)) {
            for (String line : lines) {
                out.write(line + "\n");
            }
        }
        return file;
    }
}

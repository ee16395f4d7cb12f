package io.hayate.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A summary as it was written to its file. */
final class WrittenSummary {
    private final Map<String, String> values = new LinkedHashMap<>(); // by JSON pointer

    WrittenSummary(Path file) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken().isScalarValue()) {
                    values.put(json.getParsingContext().pathAsPointer().toString(), json.getText());
                }
            }
        }
    }

    long total(String name) {
        return Long.parseLong(values.get("/totals/" + name));
    }

    /** Bytes that the trading threads allocated once live and warm. */
    long bytes() {
        return Long.parseLong(values.get("/allocation/bytes"));
    }

    /** A figure of each channel, which is named as the settings name it. */
    Map<String, Long> figures(String name) {
        Map<String, Long> figures = new TreeMap<>();
        for (int i = 0; values.containsKey("/channels/" + i + "/id"); i++) {
            String channel = "/channels/" + i + "/";
            figures.put(channel(channel), Long.parseLong(values.get(channel + name)));
        }
        return figures;
    }

    private String channel(String at) {
        String name = values.get(at + "channel") + " " + values.get(at + "symbol");
        String precision = values.get(at + "precision");
        return precision.isEmpty()
                ? name
                : name + " " + precision + " " + values.get(at + "length");
    }

    @Override
    public String toString() {
        return values.toString();
    }
}

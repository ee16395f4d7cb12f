package io.hayate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the command line says about a run; it wins over the configuration file. */
public final class Overrides {
    private record Setting(String option, Object value) {}

    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<Path> plugins = new ArrayList<>();
    private Duration duration;
    private Path latencyReport;
    private Path summaryJson;
    private boolean prompt = true;

    /**
     * Sets a key of the configuration.
     *
     * @param option how a complaint names it: {@code --venue}
     * @param value a string, a boolean, or a list of strings
     */
    public Overrides set(String option, String key, Object value) {
        settings.put(key, new Setting(option, value));
        return this;
    }

    /** Sets a parameter of the strategy; a complaint names it {@code --param NAME}. */
    public Overrides parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** Adds a jar to look for the strategy in. */
    public Overrides plugin(Path jar) {
        plugins.add(jar);
        return this;
    }

    /** Ends the run after a while; null lets it go on. */
    public Overrides duration(Duration duration) {
        this.duration = duration;
        return this;
    }

    /** Writes a latency report into that folder at the end; null writes none. */
    public Overrides latencyReport(Path folder) {
        latencyReport = folder;
        return this;
    }

    /** Writes the summary as JSON into that file at the end; null writes none. */
    public Overrides summaryJson(Path file) {
        summaryJson = file;
        return this;
    }

    /** Whether lines are read and a prompt is shown. */
    public Overrides prompt(boolean prompt) {
        this.prompt = prompt;
        return this;
    }

    Config over(Config file) {
        boolean isOne = settings.containsKey("strategy.name"); // then that one runs, and no other
        Config merged = isOne ? file.withoutPath(StrategyListSettings.KEY) : file;
        for (Map.Entry<String, Setting> entry : settings.entrySet()) {
            Setting setting = entry.getValue();
            ConfigValue value = ConfigValueFactory.fromAnyRef(setting.value, setting.option);
            merged = merged.withValue(entry.getKey(), value);
        }
        return merged;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    List<Path> plugins() {
        return plugins;
    }

    Duration duration() {
        return duration;
    }

    Path latencyReport() {
        return latencyReport;
    }

    Path summaryJson() {
        return summaryJson;
    }

    boolean prompt() {
        return prompt;
    }
}

package io.hayate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueFactory;
import io.hayate.metrics.file.CountersConfig;
import io.hayate.model.ConfigException;
import io.hayate.notify.NotifyConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Reads a configuration file (HOCON) and the options that win over it, and checks both.
 *
 * <p>Every key has a default, so a file need only hold what differs. Relative paths in it start
 * from Hayate's own folder.
 */
public final class ConfigLoader {
    private final Map<String, String> environment;
    private final Path home;
    private final Path userHome;

    /**
     * @param environment variables: secrets, {@code XDG_STATE_HOME}
     * @param home Hayate's own folder
     * @param userHome what {@code ~} stands for; null where the user has none
     */
    public ConfigLoader(Map<String, String> environment, Path home, Path userHome) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.userHome = userHome;
    }

    /**
     * Reads and checks everything that a run is told.
     *
     * @param file the configuration; null for the defaults alone
     * @throws ConfigException at the first thing wrong: {@code file:line: key rule: was value}
     */
    public RunConfig load(Path file, Overrides overrides) {
        return load(
                file == null ? ConfigFactory.empty() : SettingsFile.read(file, environment),
                overrides);
    }

    /**
     * As {@link #load(Path, Overrides)}, of the settings that a recording has.
     *
     * @throws ConfigException when this version takes one of them no more
     */
    public RunConfig loadRecorded(RecordedSettings recorded, Overrides overrides) {
        return load(recorded.written(), overrides);
    }

    private RunConfig load(Config read, Overrides overrides) {
        Origins origins = new Origins();
        Config config = overrides.over(read);
        origins.written(withParameters(config, overrides));
        new UnknownKeys(knownKeys(), StrategySettings.PARAMETERS).check(config.root());
        try {
            return settings(new ConfigReader(config, origins)).read(overrides, origins);
        } catch (ConfigException e) {
            throw origins.locate(e);
        }
    }

    private static Config withParameters(Config config, Overrides overrides) {
        Config all = config;
        for (Map.Entry<String, String> entry : overrides.parameters().entrySet()) {
            String path = StrategySettings.PARAMETERS + "." + ConfigUtil.joinPath(entry.getKey());
            all = all.withValue(path, ConfigValueFactory.fromAnyRef(entry.getValue()));
        }
        return all;
    }

    /**
     * The file that {@code credentials.file} names, which is not looked at; null for none.
     *
     * @throws ConfigException when the settings cannot be read that far
     */
    public Path credentialsFile(Path file) {
        Config read = file == null ? ConfigFactory.empty() : SettingsFile.read(file, environment);
        return settings(new ConfigReader(read, new Origins())).path(CredentialsFile.FILE_KEY);
    }

    /**
     * The folder that {@code state.dir} names, or the usual one.
     *
     * @throws ConfigException as {@link #credentialsFile} does
     */
    public Path stateDir(Path file) {
        Config read = file == null ? ConfigFactory.empty() : SettingsFile.read(file, environment);
        return settings(new ConfigReader(read, new Origins())).stateDir();
    }

    /**
     * Where counters of runs are looked for.
     *
     * @throws ConfigException as {@link #credentialsFile} does
     */
    public CountersConfig counters(Path file) {
        Config read = file == null ? ConfigFactory.empty() : SettingsFile.read(file, environment);
        return settings(new ConfigReader(read, new Origins())).counters();
    }

    /**
     * Who is told of what; rules for several strategies are taken as they stand.
     *
     * @throws ConfigException as {@link #credentialsFile} does
     */
    public NotifyConfig notifications(Path file) {
        Config read = file == null ? ConfigFactory.empty() : SettingsFile.read(file, environment);
        Origins origins = new Origins();
        try {
            return settings(new ConfigReader(read, origins)).notifications(null);
        } catch (ConfigException e) {
            throw origins.locate(e);
        }
    }

    /** All keys that mean something: those that are read. */
    Set<String> knownKeys() {
        ConfigReader reader = new ConfigReader(ConfigFactory.empty(), new Origins());
        settings(reader).read(new Overrides(), new Origins());
        return reader.known();
    }

    private SettingsReader settings(ConfigReader reader) {
        return new SettingsReader(reader, environment, home, userHome);
    }
}

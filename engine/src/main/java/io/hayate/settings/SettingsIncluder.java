package io.hayate.settings;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.hayate.model.ConfigException;
import java.io.File;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Includes files alone, each of which must be there: what is missing would leave its settings, limits
 * among them, at their defaults. A name counts from the folder of the file that includes it.
 */
final class SettingsIncluder
        implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    private static final String RULE = "must be a file that can be read";

    private final SettingsText file;
    private final List<Path> open; // from the first file to this one

    private SettingsIncluder(SettingsText file, List<Path> open) {
        this.file = file;
        this.open = open;
    }

    /** What a file says, that of its includes in it; substitutions are still open. */
    static ConfigObject parse(SettingsText file) {
        return parse(file, List.of(file.realPath()));
    }

    private static ConfigObject parse(SettingsText file, List<Path> open) {
        ConfigParseOptions strict =
                ConfigParseOptions.defaults()
                        .setAllowMissing(false)
                        .setSyntax(ConfigSyntax.CONF)
                        .setIncluder(new SettingsIncluder(file, open));
        return ConfigFactory.parseFile(file.path().toFile(), strict).root();
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this; // whatever the library would do besides
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        if (what.contains("://")) {
            throw complaint(RULE, what);
        }
        return includeFile(what);
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return includeFile(what.getPath());
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        throw complaint(RULE, what.toString());
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        throw complaint(RULE, what);
    }

    private ConfigObject includeFile(String what) {
        Path path = find(file, what);
        if (path == null) {
            throw complaint(RULE, what);
        }
        SettingsText included = SettingsText.read(path, reason -> complaint(reason, what));
        Path real = included.realPath();
        if (open.contains(real)) {
            throw complaint("must not lead back to a file that includes it", what);
        }
        return parse(included, Stream.concat(open.stream(), Stream.of(real)).toList());
    }

    private ConfigException complaint(String rule, String what) {
        String was = what.isEmpty() ? "empty" : what;
        return new ConfigException(file.placeOf(what) + ": include " + rule + ": was " + was);
    }

    /** The file that an include in another names; null when there is none that can be read. */
    static Path find(SettingsText from, String what) {
        try {
            Path path = from.path().resolveSibling(what);
            boolean isThere = Files.isRegularFile(path) && Files.isReadable(path);
            return isThere && !what.isEmpty() ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}

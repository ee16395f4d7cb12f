package io.hayate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What this is and what it runs on. */
final class Version implements IVersionProvider {
    private static final String FILE = "/io/hayate/version.properties";

    /** Hayate's own version. */
    static String number() {
        Properties properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            properties.load(file);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " is part of the jar", e);
        }
        return properties.getProperty("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Hayate " + number(), "JDK    " + jdk(), "System " + system()};
    }

    private static String jdk() {
        return System.getProperty("java.vm.version")
                + " ("
                + System.getProperty("java.vendor")
                + ")";
    }

    private static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
}

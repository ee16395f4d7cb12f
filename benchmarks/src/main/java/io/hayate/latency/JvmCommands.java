package io.hayate.latency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands of our own processes: the JDK that runs us, the flags of {@code config/jvm.options}
 * for everybody, our classes from a copy of the jar.
 *
 * @param home Hayate's folder
 * @param jar with all classes
 */
record JvmCommands(Path home, Path jar) {
    private static final int UNSAFE_IS_DEPRECATED = 24;

    List<String> command(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String flags = home.resolve("config").resolve("jvm.options").toString();
        command.add("@" + System.getProperty("hayate.jvm.options", flags));
        if (Runtime.version().feature() >= UNSAFE_IS_DEPRECATED) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Dhayate.home=" + home);
        command.add("-cp");
        command.add(jar.toString());
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /**
     * A client that takes a port, a number of symbols, and a certificate.
     *
     * @param trusted null on ws
     */
    Client client(Class<?> main, boolean spins, Path trusted, String... hotThreads) {
        return new Client() {
            @Override
            public List<String> command(int port, int symbols) {
                List<String> arguments = new ArrayList<>();
                arguments.add(Integer.toString(port));
                arguments.add(Integer.toString(symbols));
                if (trusted != null) {
                    arguments.add(trusted.toString());
                }
                return JvmCommands.this.command(main, arguments);
            }

            @Override
            public List<String> hotThreads() {
                return List.of(hotThreads);
            }

            @Override
            public boolean spins() {
                return spins;
            }
        };
    }
}

package io.hayate.doctor;

import java.util.Properties;

/** Which Java runs this. */
final class JdkCheck implements Check {
    private final Properties properties;

    JdkCheck(Properties properties) {
        this.properties = properties;
    }

    @Override
    public String name() {
        return "jdk";
    }

    @Override
    public Finding examine() {
        String mode = properties.getProperty("java.vm.info", "");
        String found =
                properties.getProperty("java.version")
                        + ", "
                        + properties.getProperty("java.vm.name")
                        + ", "
                        + mode;
        return mode.startsWith("mixed mode")
                ? Finding.ok(found)
                : Finding.fail(found, "hot code is not compiled: run without -Xint and -Xcomp");
    }
}

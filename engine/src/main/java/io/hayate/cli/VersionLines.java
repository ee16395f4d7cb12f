package io.hayate.cli;

import io.hayate.run.Version;
import io.hayate.transport.NativeLibraries;
import picocli.CommandLine.IVersionProvider;

/** What this is and what it runs on. */
final class VersionLines implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "Hayate  " + Version.text(),
            "JDK     " + property("java.vm.version") + " (" + property("java.vendor") + ")",
            "System  " + property("os.name") + " " + property("os.arch"),
            "Sockets " + (NativeLibraries.hasEpoll() ? "epoll" : "NIO (no epoll here)"),
            "TLS     " + (NativeLibraries.hasBoringSsl() ? "BoringSSL" : "JDK (no BoringSSL here)")
        };
    }

    private static String property(String name) {
        return System.getProperty(name);
    }
}

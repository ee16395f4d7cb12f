package io.hayate.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.transport.IoKind;
import io.hayate.transport.NativeLibraries;
import io.hayate.transport.tls.Tls;
import io.hayate.transport.tls.TlsKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class JvmChecksTest {
    private static Finding flags(boolean isHeapFixed, boolean isExported, String... on) {
        return new FlagsCheck(Set.of(on)::contains, isHeapFixed, isExported).examine();
    }

    @Test
    void shouldBeContentWithTheFlagsOfTheLauncher() {
        Finding finding = flags(true, true, "UseSerialGC", "AlwaysPreTouch");

        assertEquals(Status.OK, finding.status());
        assertEquals("Serial collector, heap fixed and touched, no perf data", finding.found());
    }

    @Test
    void shouldNameWhatIsOtherThanInTheLauncher() {
        Finding finding = flags(false, true, "UseG1GC", "UsePerfData");

        assertEquals(Status.WARN, finding.status());
        assertEquals(
                "G1 collector; the heap may grow (-Xms below -Xmx); its pages come when first"
                        + " used; UsePerfData writes a file",
                finding.found());
        assertTrue(finding.advice().contains("scripts/hayate"));
    }

    @Test
    void shouldFailWhenAgronaCannotStart() {
        assertEquals(Status.FAIL, flags(true, false, "UseSerialGC", "AlwaysPreTouch").status());
    }

    @Test
    void shouldReadTheFlagsOfThisJvm() {
        Finding finding = FlagsCheck.ofThisJvm().examine();

        assertTrue(finding.status() != Status.FAIL, finding.found()); // the tests use Agrona
        assertFalse(finding.found().contains("unknown"), finding.found());
    }

    @Test
    void shouldFailWhenNothingIsCompiled() {
        Properties properties = new Properties();
        properties.setProperty("java.version", "25.0.3");
        properties.setProperty("java.vm.name", "VM");
        properties.setProperty("java.vm.info", "interpreted mode, sharing");

        assertEquals(Status.FAIL, new JdkCheck(properties).examine().status());
        assertEquals(
                "25.0.3, VM, interpreted mode, sharing",
                new JdkCheck(properties).examine().found());
        assertEquals(Status.OK, new JdkCheck(System.getProperties()).examine().status());
    }

    private static Finding ofNatives(boolean hasEpoll, IoKind io, TlsKind tls, String way) {
        RunSettings settings =
                new RunSettings(Optional.empty(), "", Path.of("x"), Optional.empty(), io, tls);
        return new NativeCheck(hasEpoll, settings, (sockets, asked) -> way).examine();
    }

    @Test
    void shouldWarnWhenANativeLibraryIsMissing() {
        String garbage = "frames leave garbage: Linux on x86-64 or aarch64 with glibc has both";

        assertEquals(
                Finding.ok("epoll, BoringSSL"),
                ofNatives(true, IoKind.AUTO, TlsKind.AUTO, Tls.BORINGSSL));
        assertEquals(
                Finding.warn("NIO for sockets, BoringSSL", garbage),
                ofNatives(false, IoKind.AUTO, TlsKind.AUTO, Tls.BORINGSSL));
        assertEquals(
                Finding.warn("NIO for sockets, the JDK for TLS", garbage),
                ofNatives(false, IoKind.AUTO, TlsKind.AUTO, Tls.JDK));
    }

    @Test
    void shouldTellWhenTheWayOfTlsIsNotTheUsualOneOrNotTheOneAskedFor() {
        String handler = "BoringSSL in Netty's handler: its self-test failed, nothing was read";

        assertEquals(
                Finding.warn(
                        "epoll, " + handler + ", though transport.tls = boringssl",
                        "frames leave garbage: Linux on x86-64 or aarch64 with glibc has both"),
                ofNatives(true, IoKind.EPOLL, TlsKind.BORINGSSL, handler));
        assertEquals(
                Finding.warn(
                        "epoll, BoringSSL in Netty's handler",
                        "frames leave garbage: transport.tls = auto takes BoringSSL where it is"),
                ofNatives(true, IoKind.AUTO, TlsKind.HANDLER, "BoringSSL in Netty's handler"));
        assertEquals(
                Finding.warn(
                        "NIO for sockets, BoringSSL in Netty's handler",
                        "frames leave garbage: transport.io = auto takes epoll where it is"),
                ofNatives(true, IoKind.NIO, TlsKind.AUTO, "BoringSSL in Netty's handler"));
    }

    @Test
    void shouldFailWhenARunWouldNotGoTheWayThatIsAskedFor() {
        RunSettings settings =
                new RunSettings(
                        Optional.empty(),
                        "",
                        Path.of("x"),
                        Optional.empty(),
                        IoKind.AUTO,
                        TlsKind.BORINGSSL);
        NativeCheck.Ways none =
                (io, tls) -> {
                    throw new ConfigException("tls must be auto or jdk here");
                };

        assertEquals(
                Finding.fail("epoll, tls must be auto or jdk here", "a run over wss refuses it"),
                new NativeCheck(true, settings, none).examine());
    }

    @Test
    void shouldFindTheWayOfEachSettingOnThisMachine() {
        Assumptions.assumeTrue(NativeLibraries.hasEpoll() && NativeLibraries.hasBoringSsl());

        assertEquals("BoringSSL", NativeLibraries.tlsWay(IoKind.AUTO, TlsKind.AUTO));
        assertEquals("BoringSSL", NativeLibraries.tlsWay(IoKind.EPOLL, TlsKind.BORINGSSL));
        assertEquals(
                "BoringSSL in Netty's handler",
                NativeLibraries.tlsWay(IoKind.NIO, TlsKind.BORINGSSL));
        assertEquals(
                "BoringSSL in Netty's handler",
                NativeLibraries.tlsWay(IoKind.AUTO, TlsKind.HANDLER));
        assertEquals("JDK", NativeLibraries.tlsWay(IoKind.AUTO, TlsKind.JDK));
    }
}

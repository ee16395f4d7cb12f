package io.hayate.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.transport.Tls;
import java.util.Properties;
import java.util.Set;
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

    @Test
    void shouldWarnWhenANativeLibraryIsMissing() {
        assertEquals("epoll, BoringSSL", new NativeCheck(true, Tls.BORINGSSL).examine().found());
        assertEquals(Status.OK, new NativeCheck(true, Tls.BORINGSSL).examine().status());
        assertEquals(Status.WARN, new NativeCheck(false, Tls.BORINGSSL).examine().status());
        assertEquals(Status.WARN, new NativeCheck(true, Tls.JDK).examine().status());
        assertEquals(
                "NIO for sockets, the JDK for TLS",
                new NativeCheck(false, Tls.JDK).examine().found());
    }
}

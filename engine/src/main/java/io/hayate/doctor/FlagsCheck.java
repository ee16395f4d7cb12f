package io.hayate.doctor;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether the JVM was started as {@code config/jvm.options} says. */
final class FlagsCheck implements Check {
    private static final String ADVICE =
            "start with scripts/hayate, which reads config/jvm.options";
    private static final String EXPORTED = "jdk.internal.misc";

    private final Predicate<String> isOn;
    private final boolean isHeapFixed;
    private final boolean isExported;

    /**
     * Looks at a JVM.
     *
     * @param isOn answers for a flag of {@code -XX} by its name
     * @param isExported whether Agrona may use the JDK's memory access
     */
    FlagsCheck(Predicate<String> isOn, boolean isHeapFixed, boolean isExported) {
        this.isOn = isOn;
        this.isHeapFixed = isHeapFixed;
        this.isExported = isExported;
    }

    /** Looks at the JVM that runs this. */
    static FlagsCheck ofThisJvm() {
        HotSpotDiagnosticMXBean flags =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        Module ours = FlagsCheck.class.getModule();
        return new FlagsCheck(
                name -> isOn(flags, name),
                heap.getInit() >= heap.getMax(),
                Object.class.getModule().isExported(EXPORTED, ours));
    }

    private static boolean isOn(HotSpotDiagnosticMXBean flags, String name) {
        try {
            return flags != null && flags.getVMOption(name).getValue().equals("true");
        } catch (IllegalArgumentException e) {
            return false; // another JVM, another set of flags
        }
    }

    @Override
    public String name() {
        return "flags";
    }

    @Override
    public Finding examine() {
        if (!isExported) {
            return Finding.fail("java.base does not export " + EXPORTED + " to us", ADVICE);
        }
        List<String> missing = new ArrayList<>();
        if (!isHeapFixed) {
            missing.add("the heap may grow (-Xms below -Xmx)");
        }
        if (!isOn.test("AlwaysPreTouch")) {
            missing.add("its pages come when first used");
        }
        if (isOn.test("UsePerfData")) {
            missing.add("UsePerfData writes a file");
        }
        return missing.isEmpty()
                ? Finding.ok(collector() + ", heap fixed and touched, no perf data")
                : Finding.warn(collector() + "; " + String.join("; ", missing), ADVICE);
    }

    private String collector() {
        return List.of("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon").stream()
                .filter(name -> isOn.test("Use" + name + "GC"))
                .findFirst()
                .map(name -> name + " collector")
                .orElse("collector unknown");
    }
}

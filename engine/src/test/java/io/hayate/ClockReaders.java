package io.hayate;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.TreeSet;

/** Who asks the system what time it is, in place of a clock that it was given. */
final class ClockReaders {
    private static final Set<String> OF_SYSTEM = Set.of("nanoTime", "currentTimeMillis");
    private static final Set<String> OF_AGRONA =
            Set.of("SystemEpoch", "SystemNano", "OffsetEpoch", "HighResolutionClock");

    private ClockReaders() {}

    /** The types outside these rooms that read one, nested types under the name of the outer one. */
    static Set<String> readers(JavaClasses classes, Set<String> freeRooms) {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : classes) {
            if (!freeRooms.contains(SourceFile.room(each.getPackageName())) && isReader(each)) {
                found.add(outermost(each).getSimpleName());
            }
        }
        return found;
    }

    static boolean isReader(JavaClass type) {
        return type.getAccessesFromSelf().stream().anyMatch(ClockReaders::reads);
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ClockReaders::outermost).orElse(type);
    }

    /** Calls, references to a method such as {@code System::nanoTime}, and uses of a constant. */
    private static boolean reads(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        String name = target.getName();
        if (owner.equals("java.lang.System")) {
            return OF_SYSTEM.contains(name);
        }
        if (owner.startsWith("java.time.")) {
            return name.equals("now") || name.startsWith("system") || name.startsWith("tick");
        }
        if (owner.startsWith("org.agrona.concurrent.")) {
            return isOfAgrona(owner);
        }
        boolean isWithoutArguments = target.getFullName().endsWith("()");
        return switch (owner) {
            case "java.util.Calendar" -> name.equals("getInstance");
            case "java.util.Date", "java.util.GregorianCalendar" ->
                    name.equals("<init>") && isWithoutArguments;
            default -> false;
        };
    }

    private static boolean isOfAgrona(String owner) {
        String name = owner.substring(owner.lastIndexOf('.') + 1);
        return OF_AGRONA.stream().anyMatch(name::startsWith);
    }
}

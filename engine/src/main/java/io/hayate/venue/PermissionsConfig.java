package io.hayate.venue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a key may do.
 *
 * @param read areas that it may hear and ask of
 * @param write areas in which it may change something
 */
public record PermissionsConfig(Set<PermissionArea> read, Set<PermissionArea> write) {
    /** Everything that there is to do on this venue; no money leaves it. */
    public static final PermissionsConfig TRADING =
            new PermissionsConfig(
                    EnumSet.of(
                            PermissionArea.ORDERS,
                            PermissionArea.ACCOUNT,
                            PermissionArea.FUNDING,
                            PermissionArea.HISTORY,
                            PermissionArea.WALLETS,
                            PermissionArea.SETTINGS,
                            PermissionArea.POSITIONS),
                    EnumSet.of(PermissionArea.ORDERS, PermissionArea.POSITIONS));

    public PermissionsConfig {
        read = ordered(read);
        write = ordered(write);
    }

    private static Set<PermissionArea> ordered(Set<PermissionArea> areas) {
        EnumSet<PermissionArea> ordered = EnumSet.noneOf(PermissionArea.class);
        ordered.addAll(areas);
        return Collections.unmodifiableSet(ordered);
    }

    /** True when it may hear of this area. */
    public boolean mayRead(PermissionArea area) {
        return read.contains(area);
    }

    /** True when it may change something in this area. */
    public boolean mayWrite(PermissionArea area) {
        return write.contains(area);
    }

    /** What both allow. */
    public PermissionsConfig and(PermissionsConfig other) {
        Set<PermissionArea> bothRead = EnumSet.noneOf(PermissionArea.class);
        bothRead.addAll(read);
        bothRead.retainAll(other.read);
        Set<PermissionArea> bothWrite = EnumSet.noneOf(PermissionArea.class);
        bothWrite.addAll(write);
        bothWrite.retainAll(other.write);
        return new PermissionsConfig(bothRead, bothWrite);
    }
}

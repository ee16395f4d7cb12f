package io.hayate.venue.account;

import io.hayate.venue.PermissionArea;
import io.hayate.venue.PermissionsConfig;

/**
 * What a key, or a token made with it, opens.
 *
 * @param permissions what may be done by it: those of the key, or fewer
 */
public record AccountAccess(VenueAccount account, ApiKey key, PermissionsConfig permissions) {
    /** The code of the refusal of what the key may not do. */
    public static final int DENIED_CODE = 10_001;

    /** The words of it. */
    public static final String DENIED = "api_key: permission invalid";

    /** True when this area may be asked for. */
    public boolean mayRead(PermissionArea area) {
        return permissions.mayRead(area);
    }

    /** True when something may be changed in this area. */
    public boolean mayWrite(PermissionArea area) {
        return permissions.mayWrite(area);
    }
}

package io.hayate.venue.account;

import io.hayate.venue.PermissionArea;
import io.hayate.venue.PermissionsConfig;
import io.hayate.venue.wire.Fields;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a client asks for in {@code auth/w/token}, read and checked.
 *
 * <pre>{"scope":"api","ttl":120,"caps":["o","w"],"writePermission":true}</pre>
 */
public final class TokenRequest {
    private static final long TTL_DEFAULT_S = 120;
    private static final long TTL_MAX_S = 604_800;
    private static final int CAPS_MAX = 32;

    private final long ttlS;
    private final boolean writing;
    private final Set<PermissionArea> areas;
    private final String refusal;

    /** Reads the request. */
    public TokenRequest(Fields fields) {
        ttlS = fields.has("ttl") ? fields.whole("ttl") : TTL_DEFAULT_S;
        writing = Boolean.TRUE.equals(fields.get("writePermission"));
        areas = fields.has("caps") ? areas(fields.get("caps")) : all();
        refusal = check(fields);
    }

    private String check(Fields fields) {
        if (!"api".equals(fields.text("scope"))) {
            return "scope: invalid";
        } else if (ttlS < 1 || ttlS > TTL_MAX_S) {
            return "ttl: invalid";
        }
        return areas == null ? "caps: invalid" : null;
    }

    private static Set<PermissionArea> all() {
        return EnumSet.allOf(PermissionArea.class);
    }

    /** The areas of these words; null when one of them is none. */
    private static Set<PermissionArea> areas(Object caps) {
        if (!(caps instanceof List<?> words) || words.size() > CAPS_MAX) {
            return null;
        }
        Set<PermissionArea> areas = EnumSet.noneOf(PermissionArea.class);
        for (Object word : words) {
            PermissionArea area = word instanceof String text ? area(text) : null;
            if (area == null) {
                return null;
            }
            areas.add(area);
        }
        return areas;
    }

    private static PermissionArea area(String word) {
        return switch (word) {
            case "a" -> PermissionArea.ACCOUNT;
            case "bp" -> PermissionArea.BFXPAY;
            case "f" -> PermissionArea.FUNDING;
            case "h" -> PermissionArea.HISTORY;
            case "o" -> PermissionArea.ORDERS;
            case "p" -> PermissionArea.POSITIONS;
            case "s" -> PermissionArea.SETTINGS;
            case "w" -> PermissionArea.WALLETS;
            case "wd" -> PermissionArea.WITHDRAW;
            default -> null;
        };
    }

    /** Why this makes no token, or null when it does. */
    public String refusal() {
        return refusal;
    }

    long ttlS() {
        return ttlS;
    }

    /** At most what it asks for, as far as the key allows it. */
    PermissionsConfig narrow(PermissionsConfig key) {
        Set<PermissionArea> written = writing ? areas : EnumSet.noneOf(PermissionArea.class);
        return key.and(new PermissionsConfig(areas, written));
    }
}

package io.hayate.venue.fault;

import io.hayate.model.Channel;
import io.hayate.venue.rule.FaultScope;
import java.util.List;

/**
 * What a fault may happen to.
 *
 * @param connection its number; 0 while it has none
 * @param account its name, or null
 * @param channel null for what belongs to none
 * @param symbol or null
 * @param types what the frame or request is: {@code n} and {@code on-req}
 */
public record FaultSubject(
        long connection, String account, Channel channel, String symbol, List<String> types) {
    private static final String HEARTBEAT = "hb";

    /** A connection as such. */
    public static FaultSubject ofConnection(long connection, String account) {
        return new FaultSubject(connection, account, null, null, List.of());
    }

    /** A request of this type. */
    public static FaultSubject ofRequest(
            long connection, String account, String symbol, String type) {
        return new FaultSubject(connection, account, null, symbol, List.of(type));
    }

    /** Whose requests are counted together: those of a connection, or of an account by REST. */
    String counted() {
        return isByRest() ? "account " + account : String.valueOf(connection);
    }

    /** True for a request of an account over no connection of its own. */
    private boolean isByRest() {
        return connection == 0 && account != null;
    }

    /** With whom it happens, for people: behind the name of a fault. */
    String whom() {
        if (isByRest()) {
            return " by REST";
        }
        return connection == 0 ? "" : " with client " + connection;
    }

    /** True when the scope covers this at a point where channels and types matter. */
    boolean isFrameIn(FaultScope scope) {
        boolean kind = channel == null ? scope.events() : scope.channels().contains(channel);
        return kind && isTypeIn(scope.types()) && isIn(scope);
    }

    private boolean isTypeIn(List<String> covered) {
        if (covered.isEmpty()) {
            return !types.contains(HEARTBEAT);
        }
        for (int i = 0; i < types.size(); i++) {
            if (covered.contains(types.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** True when the scope covers this request. */
    boolean isRequestIn(FaultScope scope) {
        return (scope.types().isEmpty() || isTypeIn(scope.types())) && isIn(scope);
    }

    /** True when the scope covers this path: each type of the scope is the start of paths. */
    boolean isPathIn(FaultScope scope) {
        return scope.types().isEmpty()
                || scope.types().stream().anyMatch(start -> types.get(0).startsWith(start));
    }

    /** True when the scope covers this channel, connection, account and symbol. */
    boolean isChannelIn(FaultScope scope) {
        return (channel == null || scope.channels().contains(channel)) && isIn(scope);
    }

    /** True when the scope covers this connection, account and symbol. */
    public boolean isIn(FaultScope scope) {
        return (scope.connection() == 0 || scope.connection() == connection)
                && (scope.account().isEmpty() || scope.account().equals(account))
                && (scope.symbol().isEmpty() || scope.symbol().equals(symbol));
    }
}

package io.hayate.transport;

import java.net.InetAddress;

/**
 * With which of a host's addresses an attempt begins: with the one behind that which was used last,
 * unless that one has proved good. So an address that takes connections and makes nothing of them holds
 * up one attempt, whatever order the name's answers come in. Loop thread.
 */
final class AddressOrder {
    private InetAddress used;
    private boolean isGood;

    /** The index of the first to try; the others follow, and those before it come last. */
    int first(InetAddress[] addresses) {
        for (int i = 0; i < addresses.length; i++) {
            if (addresses[i].equals(used)) {
                return isGood ? i : (i + 1) % addresses.length;
            }
        }
        return 0;
    }

    /** This one is tried now. */
    void use(InetAddress address) {
        used = address;
        isGood = false;
    }

    /** The one that was used last does what a venue should. */
    void onGood() {
        isGood = true;
    }
}

package io.hayate.session;

import io.hayate.model.Health;

/** What the strategy was told last of a channel's health, and why it is to be told anew. Loop thread. */
final class ChannelNews {
    private int toldHealth = Health.OFF;
    private boolean waiting;
    private int code;
    private String reason = "";

    /** The health that the strategy knows. */
    int toldHealth() {
        return toldHealth;
    }

    boolean isWaiting() {
        return waiting;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }

    /** Puts news in the place of what has not been told yet. */
    void put(int venueCode, String why) {
        waiting = true;
        code = venueCode;
        reason = why;
    }

    void onTold(int health) {
        waiting = false;
        toldHealth = health;
    }
}

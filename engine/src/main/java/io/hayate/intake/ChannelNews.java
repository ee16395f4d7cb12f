package io.hayate.intake;

import io.hayate.model.Health;

/** What the strategy was told last of a channel's health, and why it is to be told anew. Loop thread. */
public final class ChannelNews {
    private int toldHealth = Health.OFF;
    private boolean waiting;
    private int code;
    private String reason = "";

    /** The health that the strategy knows. */
    public int toldHealth() {
        return toldHealth;
    }

    public boolean isWaiting() {
        return waiting;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    /** Has something to tell, in the place of what has not been told yet. */
    public void put(int venueCode, String why) {
        waiting = true;
        code = venueCode;
        reason = why;
    }

    public void onTold(int health) {
        waiting = false;
        toldHealth = health;
    }
}

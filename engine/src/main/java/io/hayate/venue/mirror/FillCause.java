package io.hayate.venue.mirror;

/** How the fill of a client's order that lay in a mirrored book came about. */
public enum FillCause {
    /** Somebody traded at a price that was worse for him: he would have met the order first. */
    THROUGH("trade through the price", true),
    /** Somebody's order was shown at the order's price or beyond: it would have met the order. */
    CROSSED("touch crossed the price", true),
    /** A trade at the price had more than lay before the order, as the ids of orders tell. */
    BY_IDS("queue by order ids", true),
    /** A trade at the price had more than lay before the order, wherever cancels were. */
    SURE("queue without a guess", true),
    /** A trade at the price had more than lay before the order as the queue model has it. */
    BY_MODEL("queue by the model", false);

    private final String text;
    private final boolean isCertain;

    FillCause(String text, boolean isCertain) {
        this.text = text;
        this.isCertain = isCertain;
    }

    /** As reports say it. */
    public String text() {
        return text;
    }

    /** False when another queue model could have it otherwise. */
    public boolean isCertain() {
        return isCertain;
    }
}

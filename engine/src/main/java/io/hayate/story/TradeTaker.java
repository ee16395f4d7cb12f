package io.hayate.story;

/** Takes what was traded, fill by fill, each once. One thread. */
interface TradeTaker {
    /** Takes nothing. */
    TradeTaker NONE =
            new TradeTaker() {
                @Override
                public void onTrade(
                        JournalOrder order, long signedUnits, double price, boolean isEstimate) {
                    // nobody asks
                }

                @Override
                public void onCorrection(
                        JournalOrder order, long signedUnits, double from, double to) {
                    // nobody asks
                }

                @Override
                public void onFee(JournalOrder order, double fee, String currency) {
                    // nobody asks
                }
            };

    /**
     * A part of an order was executed.
     *
     * @param signedUnits in units of 1e-8 of the base currency, above 0 when bought
     * @param isEstimate true where rows alone told it: the price is the average that they say
     */
    void onTrade(JournalOrder order, long signedUnits, double price, boolean isEstimate);

    /** What was counted at the price that rows say has become known by its own, or by a later row. */
    void onCorrection(JournalOrder order, long signedUnits, double from, double to);

    /** The fee of a fill: below 0 when it was paid. */
    void onFee(JournalOrder order, double fee, String currency);
}

package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instrument;
import org.junit.jupiter.api.Test;

class BalancesTest {
    private final Balances balances = new Balances();

    private void tell(String type, String currency, double balance, double available) {
        tell(false, true, true, type, currency, balance, available);
    }

    private void tell(
            boolean snapshot,
            boolean first,
            boolean last,
            String type,
            String currency,
            double balance,
            double available) {
        Event event = Event.allocate().begin(Instrument.NONE, 1).place(first, last);
        WalletUpdate wallet = new WalletUpdate().wrap(event).isSnapshot(snapshot);
        wallet.walletType(type).currency(currency).unsettledInterest(0);
        balances.onWallet(event, wallet.balance(balance).availableBalance(available));
    }

    @Test
    void shouldKnowTheLatestOfEachWallet() {
        tell("exchange", "USD", 1_000, Double.NaN);
        tell("margin", "USD", 5, 4);
        tell("exchange", "USD", 900.5, 880);

        assertEquals(900.5, balances.balance("exchange", "USD"));
        assertEquals(880, balances.available("exchange", "USD"));
        assertEquals(5, balances.balance("margin", "USD"));
        assertEquals(2, balances.size());
    }

    @Test
    void shouldTellNoNumberOfAWalletThatNobodyTold() {
        tell("exchange", "USD", 1_000, Double.NaN);

        assertTrue(Double.isNaN(balances.balance("exchange", "BTC")));
        assertTrue(Double.isNaN(balances.available("exchange", "BTC")));
        assertTrue(Double.isNaN(balances.available("exchange", "USD")), "not computed yet");
    }

    @Test
    void shouldForgetWalletsThatANewSnapshotLeavesOut() {
        tell(true, true, false, "exchange", "USD", 1, 1);
        tell(true, false, false, "exchange", "BTC", 2, 2);
        tell(true, false, true, "margin", "USD", 3, 3);
        tell("funding", "UST", 4, 4);

        tell(true, true, false, "margin", "USD", 30, 30);
        assertEquals(2, balances.balance("exchange", "BTC"), "until the snapshot is whole");
        tell(true, false, true, "exchange", "ETH", 40, 40);

        assertEquals(2, balances.size());
        assertEquals(30, balances.balance("margin", "USD"));
        assertEquals(40, balances.balance("exchange", "ETH"));
        assertTrue(Double.isNaN(balances.balance("exchange", "USD")));
        assertTrue(Double.isNaN(balances.balance("funding", "UST")));
    }

    @Test
    void shouldKeepABoundedNumberOfWallets() {
        for (int i = 0; i < 2_000; i++) {
            tell("exchange", "C" + i, i, i);
        }

        assertEquals(1_024, balances.size());
        assertEquals(7, balances.balance("exchange", "C7"));
        assertTrue(Double.isNaN(balances.balance("exchange", "C1999")));
    }

    @Test
    void shouldForgetEveryWalletWhenASnapshotNamesNone() {
        tell("exchange", "USD", 1, 1);
        tell("margin", "BTC", 2, 2);

        tell(true, true, true, "", "", 0, 0);

        assertEquals(0, balances.size());
        assertTrue(Double.isNaN(balances.balance("exchange", "USD")));
        tell(true, true, true, "funding", "USD", 3, 3);
        assertEquals(1, balances.size());
    }
}

package io.hayate.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.mirror.MirrorListing;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPricesTest {
    private static final String TICKERS =
            "[[\"tETHUSD\",3120,1,3121,2,-5,-0.001,3120.5,900,3200,3000],"
                    + "[\"fUSD\",0.0001,0.0001,30,100,0.0002,2,50,0,0,0.0001,9,1,1,null,null,7],"
                    + "[\"tBTCF0:USTF0\",7616.5,31.8,7617.5,43.3,-550.8,-0.0674,7617.1,8314,8257,7500],"
                    + "[\"tQUIET:USD\",2e-7,1,3e-7,1,0,0,0,0,0,0],"
                    + "[\"tEMPTY:USD\",null,0,null,0,0,0,0,0,0,0],"
                    + "[\"tBTCUSD\",7616.5,31.8,7617.5,43.3,-550.8,-0.0674,7617.1,8314,8257,7500]]";

    private static List<String> symbols(List<MirrorListing> listings) {
        return listings.stream().map(MirrorListing::symbol).toList();
    }

    @Test
    void shouldListWhatIsHeardFirstThenTheOtherPairsThatHaveAPrice() throws IOException {
        List<MirrorListing> listings = PublicPrices.listings(TICKERS, List.of("tBTCUSD"));

        assertEquals(List.of("tBTCUSD", "tETHUSD", "tQUIET:USD"), symbols(listings));
        assertEquals("7617.1", listings.get(0).price().toPlainString());
        assertEquals(0, listings.get(2).price().compareTo(new BigDecimal("2e-7")));
    }

    @Test
    void shouldSayWhichPairThatIsHeardHasNoPrice() {
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> PublicPrices.listings(TICKERS, List.of("tBTCUSD", "tEMPTY:USD")));

        assertEquals("it has no price of tEMPTY:USD", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[[", "<html>", "[\"error\",10020,\"symbol: invalid\"]", "7"})
    void shouldRefuseWhatAreNoTickers(String text) {
        IOException e =
                assertThrows(
                        IOException.class, () -> PublicPrices.listings(text, List.of("tBTCUSD")));

        assertTrue(e.getMessage() != null, e::toString);
    }
}

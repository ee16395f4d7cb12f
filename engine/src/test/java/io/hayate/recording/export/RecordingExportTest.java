package io.hayate.recording.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings as tables and arrays; single quotes stand for double ones. */
class RecordingExportTest {
    private static final long START_US = 1_764_000_000_000_000L; // 2025-11-24 16:00:00 UTC
    private static final String DAY = "2025-11-24";

    private static final String CRYPTOFEED =
            """
            wss://api.bitfinex.com/ws/2 <-> 1764000000.0
            wss://api.bitfinex.com/ws/2 <- 1764000000.0001: {"event":"subscribe","channel":"trades"}
            1764000000.001: {"event":"subscribed","channel":"trades","chanId":9,"symbol":"tBTCUSD"}
            1764000000.001: {"event":"subscribed","channel":"book","chanId":7,"symbol":"tBTCUSD","prec":"P0","freq":"F0","len":"25"}
            1764000000.002: [7,[[99,1,1],[100,2,-1e-8]],1]
            1764000000.0034567: [9,"te",[3,1763999999998,-0.5,99.5],2]
            1764000000.004: [7,[99,0,1],3]


            """;

    @TempDir private Path folder;
    private final List<String> lines = new ArrayList<>();
    private long stepUs;

    @BeforeEach
    void setUp() {
        line("{'k':'recording','version':1,'ns':0,'us':%d,'hayate':'t','java':'t','settings':{}}");
        line("{'k':'open','c':1,'ns':0,'us':%d,'public':true}");
        text("{'event':'conf','status':'OK','flags':98304}");
    }

    private void line(String line) {
        lines.add(line.replace('\'', '"').replace("%d", String.valueOf(START_US + stepUs)));
    }

    private void text(String text) {
        stepUs += 1_000;
        line("{'k':'in','c':1,'ns':" + 1_000 * stepUs + ",'us':%d,'f':" + text + "}");
    }

    private void subscribed(String channel, int id, String more) {
        text(
                "{'event':'subscribed','channel':'"
                        + channel
                        + "','chanId':"
                        + id
                        + ",'symbol':'tBTCUSD'"
                        + more
                        + "}");
    }

    private void book(int id, String precision, int length) {
        String more = ",'prec':'" + precision + "','freq':'F0','len':'" + length + "'";
        subscribed("book", id, more);
    }

    private Path write() throws IOException {
        Path file = folder.resolve("hayate-20251124T160000Z-0001.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (String line : lines) {
                out.write((line + "\n").getBytes(UTF_8));
            }
        }
        return file;
    }

    private RecordingExport.Made export(ExportFormat format) throws IOException {
        return RecordingExport.export(write(), format, folder.resolve("out"));
    }

    private List<String> table(String type) throws IOException {
        Path file = folder.resolve("out/bitfinex_" + type + "_" + DAY + "_BTCUSD.csv.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static String us(long steps) {
        return String.valueOf(START_US + 1_000 * steps);
    }

    @Test
    void shouldWriteTradesOnceAndWithoutThoseOfBefore() throws IOException {
        subscribed("trades", 9, "");
        text("[9,[[1,1763999999000,-1,99],[2,1763999999500,1,99.5]],1,1763999999999]");
        text("[9,'te',[3,1763999999998,-0.00000010,99.50],2,1764000000004]");
        text("[9,'tu',[3,1763999999998,-0.00000010,99.50],3,1764000000005]");
        text("[9,'tu',[4,1764000000005,1e-7,1.05e2],4,1764000000006]");

        export(ExportFormat.CSV);

        assertEquals(
                List.of(
                        "exchange,symbol,timestamp,local_timestamp,id,side,price,amount",
                        "bitfinex,BTCUSD,1763999999998000," + us(4) + ",3,sell,99.50,0.00000010",
                        "bitfinex,BTCUSD,1764000000005000," + us(6) + ",4,buy,105,0.0000001"),
                table("trades"));
    }

    @Test
    void shouldWriteChangesOfTheFinestBookAndItsBest() throws IOException {
        book(6, "P1", 25);
        book(7, "P0", 25);
        text("[6,[[100,1,1],[110,1,-1]]]");
        text("[7,[[99.5,2,1.50],[99,1,3],[100,1,-2]],1,1764000000003]");
        text("[7,[99,3,4],2,1764000000004]");
        text("[7,'cs',12345,3,1764000000004]");
        text("[7,[99.5,0,1],4,1764000000005]");
        text("[7,'hb',5,1764000000006]");

        export(ExportFormat.CSV);

        String at = "bitfinex,BTCUSD,17640000000";
        assertEquals(
                List.of(
                        "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount",
                        at + "03000," + us(5) + ",true,bid,99.5,1.50",
                        at + "03000," + us(5) + ",true,bid,99,3",
                        at + "03000," + us(5) + ",true,ask,100,2",
                        at + "04000," + us(6) + ",false,bid,99,4",
                        at + "05000," + us(8) + ",false,bid,99.5,0"),
                table("incremental_book_L2"));
        assertEquals(
                List.of(
                        "exchange,symbol,timestamp,local_timestamp,"
                                + "ask_amount,ask_price,bid_price,bid_amount",
                        at + "03000," + us(5) + ",2,100,99.5,1.50",
                        at + "05000," + us(8) + ",2,100,99,4"),
                table("quotes"));
    }

    @Test
    void shouldAddOrdersUpByPrice() throws IOException {
        book(7, "R0", 25);
        text("[7,[[11,99,1],[12,99,0.2],[13,100,-2]]]");
        text("[7,[12,98,0.2]]");
        text("[7,[11,0,1]]");

        export(ExportFormat.CSV);

        List<String> rows =
                table("incremental_book_L2").stream().map(row -> row.split(",", 5)[4]).toList();
        assertEquals(
                List.of(
                        "is_snapshot,side,price,amount",
                        "true,bid,99,1.2",
                        "true,ask,100,2",
                        "false,bid,99,1",
                        "false,bid,98,0.2",
                        "false,bid,99,0"),
                rows);
    }

    @Test
    void shouldQuoteTheTickerWithoutItsSizesWhereThereIsNoBook() throws IOException {
        subscribed("ticker", 5, "");
        text("[5,[99,31.8,100,43.3,1,0.01,99.5,5000,101,90]]");
        text("[5,[99,31.9,100,43.3,1,0.01,99.5,5000,101,90]]");

        export(ExportFormat.CSV);

        assertEquals(2, table("quotes").size());
        assertTrue(table("quotes").get(1).endsWith(",,100,99,"), table("quotes")::toString);
    }

    @Test
    void shouldBeginAnewWithTheNextConnection() throws IOException {
        book(7, "P0", 25);
        text("[7,[[99,1,1],[100,1,-1]]]");
        line("{'k':'close','c':1,'ns':1,'us':%d,'cause':'LOST','detail':''}");
        line("{'k':'open','c':2,'ns':1,'us':%d,'public':true}");
        text("[7,[98,1,1]]"); // of nothing that is subscribed any more on that connection
        lines.set(lines.size() - 1, lines.get(lines.size() - 1).replace("\"c\":1", "\"c\":2"));
        book(8, "P0", 25);
        lines.set(lines.size() - 1, lines.get(lines.size() - 1).replace("\"c\":1", "\"c\":2"));
        text("[8,[[97,1,1],[101,1,-1]]]");
        lines.set(lines.size() - 1, lines.get(lines.size() - 1).replace("\"c\":1", "\"c\":2"));

        export(ExportFormat.CSV);

        List<String> rows = table("incremental_book_L2");
        assertEquals(5, rows.size(), rows::toString);
        assertTrue(rows.get(3).endsWith(",true,bid,97,1"), rows::toString);
    }

    @Test
    void shouldWriteEventsAsHftbacktestReadsThem() throws IOException {
        book(7, "P0", 25);
        subscribed("trades", 9, "");
        text("[7,[[99,1,1],[100,1,-1]],1,1764000000104]"); // the exchange's clock is 100 ms ahead
        text("[9,'te',[3,1764000000099,-0.5,99],2,1764000000105]");
        text("[7,[[98,1,2],[101,1,-1]],3,1764000000105]"); // once more: no bulk updates

        export(ExportFormat.NPY);

        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("out/bitfinex_BTCUSD.npy")))
                        .order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(256 + 7 * 64, file.capacity());
        byte[] header = new byte[256];
        file.get(header);
        assertEquals("\u0093NUMPY\u0001\u0000\u00f6\u0000", new String(header, 0, 10, ISO_8859_1));
        assertTrue(new String(header, UTF_8).contains("'shape': (7,), }"));
        long both = 0xC000_0000L;
        long buy = 1L << 29;
        long sell = 1L << 28;
        long first = 1_764_000_000_104_000_000L;
        assertEvent(file, both | buy | 4, first, first, 99, 1);
        assertEvent(file, both | sell | 4, first, first, 100, 1);
        assertEvent(file, both | sell | 2, first, first + 1_000_000, 99, 0.5);
        assertEvent(file, both | buy | 3, first + 1_000_000, first + 2_000_000, 99, 0);
        assertEvent(file, both | sell | 3, first + 1_000_000, first + 2_000_000, 100, 0);
        assertEvent(file, both | buy | 4, first + 1_000_000, first + 2_000_000, 98, 2);
        assertEvent(file, both | sell | 4, first + 1_000_000, first + 2_000_000, 101, 1);
    }

    private static void assertEvent(
            ByteBuffer file, long flags, long venueNs, long localNs, double price, double amount) {
        assertEquals(flags, file.getLong());
        assertEquals(venueNs, file.getLong());
        assertEquals(localNs, file.getLong());
        assertEquals(price, file.getDouble());
        assertEquals(amount, file.getDouble());
        assertEquals(0, file.getLong() + file.getLong());
        assertEquals(0, file.getDouble());
    }

    @Test
    void shouldExportRawFilesOfTardis() throws IOException {
        String time = "2025-11-24T16:00:00.0000000Z ";
        Path raw =
                Files.writeString(
                        folder.resolve("raw"),
                        (time
                                        + "{'event':'subscribed','channel':'trades','chanId':9,"
                                        + "'symbol':'tBTCF0:USTF0','pair':'x'}\n"
                                        + time
                                        + "[9,'te',[3,1763999999998,-0.5,99.5]]\n")
                                .replace('\'', '"'));

        RecordingExport.Made made =
                RecordingExport.export(raw, ExportFormat.CSV, folder.resolve("out"));

        assertEquals(1, made.files().size());
        assertEquals(
                "bitfinex-derivatives_trades_" + DAY + "_BTCF0-USTF0.csv.gz",
                made.files().get(0).path().getFileName().toString());
    }

    @Test
    void shouldExportRawFilesOfCryptofeed() throws IOException {
        Path raw = Files.writeString(folder.resolve("BITFINEX.ws.1.0"), CRYPTOFEED);

        RecordingExport.Made made =
                RecordingExport.export(raw, ExportFormat.CSV, folder.resolve("out"));
        RecordingExport.Made arrays =
                RecordingExport.export(raw, ExportFormat.NPY, folder.resolve("arrays"));

        assertEquals(3, made.files().size());
        assertEquals(
                List.of("bitfinex,BTCUSD,1763999999998000,1764000000003456,3,sell,99.5,0.5"),
                table("trades").subList(1, 2));
        assertEquals(
                List.of(
                        "bitfinex,BTCUSD,1764000000002000,1764000000002000,true,bid,99,1",
                        "bitfinex,BTCUSD,1764000000002000,1764000000002000,true,ask,100,0.00000001",
                        "bitfinex,BTCUSD,1764000000004000,1764000000004000,false,bid,99,0"),
                table("incremental_book_L2").subList(1, 4));
        assertEquals(2 + 1, table("quotes").size());
        assertEquals(4, arrays.files().get(0).rows());
    }

    @Test
    void shouldLeaveOutWhatCannotBeRead() throws IOException {
        subscribed("trades", 9, "");
        text("[9,'te',[3,1763999999998,-0.5]]");
        text("[9,'te',[4,1763999999998,-0.5,99.5]]");

        assertEquals(1, export(ExportFormat.CSV).broken());
        assertEquals(2, table("trades").size());
    }

    @Test
    void shouldReplaceNoFileAndLeaveNoneWhereItFails() throws IOException {
        subscribed("trades", 9, "");
        book(7, "P0", 25);
        text("[9,'te',[4,1763999999998,-0.5,99.5]]");
        text("[7,[[99,1,1],[100,1,-1]]]");
        Path out = Files.createDirectories(folder.resolve("out"));
        Path there =
                Files.writeString(out.resolve("bitfinex_quotes_" + DAY + "_BTCUSD.csv.gz"), "mine");

        RecordingException e =
                assertThrows(RecordingException.class, () -> export(ExportFormat.CSV));

        assertEquals(there + " must not be there yet", e.getMessage());
        try (Stream<Path> left = Files.list(out)) {
            assertEquals(List.of(there), left.toList());
        }
        assertEquals("mine", Files.readString(there));
    }

    @Test
    void shouldCountFramesOfChannelsWithoutTheirSubscribed() throws IOException {
        text("[9,'te',[3,1763999999998,-0.5,99.5]]");
        text("[8,'cs',-1175357890]");
        text("[9,'hb']");
        subscribed("trades", 9, "");
        text("{'event':'subscribed','channel':'ticker','chanId':5,'symbol':'fUSD'}");
        text("[5,[1e-4,2e-4,30,3.9,1e-4,2,3,-5e-5,-0.2,1e-4,1,2e-4,7e-7]]");
        text("[9,'te',[4,1763999999998,-0.5,99.5]]");
        text("[0,'wu',['exchange','USD',1,0,null]]");

        RecordingExport.Made made = export(ExportFormat.CSV);

        assertEquals(2, made.unnamed());
        assertEquals("2 frames of channels without their subscribed frame", made.unnamedWords());
        assertEquals(2, table("trades").size());
    }

    @Test
    void shouldSayThatAllFramesAreOfChannelsWithoutTheirSubscribed() {
        text("[9,'te',[3,1763999999998,-0.5,99.5]]");
        text("[8,[99,1,1]]");

        RecordingException e =
                assertThrows(RecordingException.class, () -> export(ExportFormat.CSV));

        assertTrue(
                e.getMessage()
                        .endsWith("to export: 2 frames of channels without their subscribed frame"),
                e.getMessage());
    }

    @Test
    void shouldTellARecordingWithoutPairs() {
        RecordingException e =
                assertThrows(RecordingException.class, () -> export(ExportFormat.NPY));

        assertTrue(e.getMessage().endsWith("holds no trades, books or tickers of pairs to export"));
    }
}

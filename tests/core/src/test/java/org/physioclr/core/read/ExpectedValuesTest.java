package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.read.TextOptions.FirstColumn;
import org.physioclr.core.read.TextOptions.FirstRow;
import org.physioclr.core.read.wfdb.SignalLine;
import org.physioclr.core.read.wfdb.WfdbHeader;
import org.physioclr.core.read.wfdb.WfdbHeaderParser;
import org.physioclr.testing.TestData;

/**
 * Holds every record of the format collection against values of other readers (wfdb-python 4.3.1, pydicom 2.3.1,
 * biosig 2.5.0, scipy, pandas and decoders in numpy), which have nine decimals: samples within 1e-9 |x| + 6e-10, sums
 * within 1e-6, counts exactly.
 */
class ExpectedValuesTest {

    @TempDir
    private Path folder;

    @Test
    void everySignalIsAsListed() throws IOException {
        String last = "";
        Recording recording = null;
        int compared = 0;
        for (NamedCsvRecord row : Truth.rows("formats/expected_values.csv")) {
            String file = row.getField("file");
            recording = file.equals(last) ? recording : RecordReader.readAny(TestData.path(file), text(row));
            last = file;
            assertChannel(row, channel(row, recording));
            compared++;
        }
        assertEquals(311, compared);
    }

    /** By its number; the table counts the channels of a DICOM file anew in its second group, the beat. */
    private static Channel channel(NamedCsvRecord row, Recording recording) {
        int number = Integer.parseInt(row.getField("channel"));
        String name = row.getField("name");
        boolean beat = name.startsWith("group1 ");
        List<Channel> channels = recording.channels().stream()
            .filter(c -> !name.startsWith("group") || beat == (c.content() == Content.REPRESENTATIVE_BEAT)).toList();
        if (name.startsWith("group")) {
            assertEquals(name.substring("group0 ".length()), channels.get(number).name());
        }
        return channels.get(number);
    }

    /** The tables tell neither rate nor unit; where pandas read them it took the first row for names. */
    private static TextOptions text(NamedCsvRecord row) {
        boolean pandas = row.getField("reader").equals("pandas");
        return new TextOptions(OptionalDouble.of(Double.parseDouble(row.getField("fs_hz"))),
            TextOptions.Unit.MILLIVOLT, pandas ? FirstRow.NAMES : FirstRow.AUTOMATIC,
            pandas ? FirstColumn.SIGNAL : FirstColumn.AUTOMATIC);
    }

    private void assertChannel(NamedCsvRecord row, Channel channel) throws IOException {
        String name = row.getField("name");
        String what = row.getField("file") + " " + name;
        int length = Integer.parseInt(row.getField("n_samples"));
        double[] samples = channel.physical();
        if (name.endsWith("(ignore_skew)")) {
            samples = unskewed(row);
        }
        if (samples.length != length) {
            samples = frameMeans(row, samples, samples.length / length);
        }
        if (!row.getField("unit").isEmpty()) {
            assertEquals(row.getField("unit"), channel.unit(), what);
        }
        assertRate(row, channel, samples.length / (double) channel.physical().length);
        assertEquals(length, samples.length, what);
        assertEquals(Integer.parseInt(row.getField("n_nan")), Arrays.stream(samples).filter(Double::isNaN).count(),
            what);
        String[] first = row.getField("first10_physical").split(";");
        String[] end = row.getField("last10_physical").split(";");
        for (int i = 0; i < first.length; i++) {
            assertSample(first[i], samples[i], what + " sample " + i);
            assertSample(end[i], samples[length - end.length + i], what + " sample " + i + " of the last");
        }
        double sum = Arrays.stream(samples).filter(x -> !Double.isNaN(x)).sum();
        double expected = Double.parseDouble(row.getField("sum_physical"));
        assertEquals(expected, sum, 1e-6 * Math.max(1, Math.abs(expected)), what);
    }

    private static void assertRate(NamedCsvRecord row, Channel channel, double share) {
        double rateHz = Double.parseDouble(row.getField("fs_hz"));
        assertEquals(rateHz, channel.rateHz() * share, 1e-9 * rateHz, row.getField("file"));
    }

    private static void assertSample(String expected, double actual, String what) {
        double value = expected.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(expected);
        assertEquals(value, actual, Double.isNaN(value) ? 0 : 1e-9 * Math.abs(value) + 6e-10, what);
    }

    /** The channel of a copy of the record whose header states no skew. */
    private double[] unskewed(NamedCsvRecord row) throws IOException {
        Path header = TestData.path(row.getField("file"));
        String text = Files.readString(header).replaceAll("(?m)^(\\S+ \\d+(?:x\\d+)?):\\d+ ", "$1 ");
        Path copy = folder.resolve(header.getFileName());
        Files.writeString(copy, text);
        for (String line : text.lines().filter(line -> line.contains(".dat ")).toList()) {
            String name = line.substring(0, line.indexOf(' '));
            Files.copy(header.resolveSibling(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return RecordReader.readAny(copy).channels().get(Integer.parseInt(row.getField("channel"))).physical();
    }

    /**
     * What wfdb-python calls smoothing: the mean of a frame's ADC values, cut to an integer. A missing sample takes
     * part in it as the lowest value; only frames of missing samples are missing.
     */
    private static double[] frameMeans(NamedCsvRecord row, double[] samples, int perFrame) throws IOException {
        Path file = TestData.path(row.getField("file"));
        WfdbHeader header = WfdbHeaderParser.parse(file);
        if (header.isMultiSegment()) {
            header = WfdbHeaderParser.parse(file.resolveSibling(header.segments().get(0).record() + ".hea"));
        }
        SignalLine line = header.signals().get(Integer.parseInt(row.getField("channel")));
        int missing = line.format().missing();
        double[] means = new double[samples.length / perFrame];
        for (int i = 0; i < means.length; i++) {
            long sum = 0;
            for (int k = i * perFrame; k < (i + 1) * perFrame; k++) {
                sum += Double.isNaN(samples[k]) ? missing : Math.round(samples[k] * line.gain() + line.baseline());
            }
            long mean = sum / perFrame;
            means[i] = mean == missing ? Double.NaN : (mean - line.baseline()) / line.gain();
        }
        return means;
    }
}

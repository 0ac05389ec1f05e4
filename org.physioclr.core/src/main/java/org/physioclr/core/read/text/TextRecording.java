package org.physioclr.core.read.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Recording;
import org.physioclr.core.read.TextOptions;
import org.physioclr.core.read.TextOptions.FirstColumn;
import org.physioclr.core.signal.Lead;

/**
 * Reads a table of samples: leads in columns or in rows, with or without names, units and time, in any dialect of
 * {@link Dialect}. The rate comes from the time column, else from a comment such as {@code # sampling rate: 500 Hz},
 * else from the options.
 */
public final class TextRecording {

    private static final Pattern RATE = Pattern.compile("(?i).*?\\b(?:sampl\\w*[ _]?(?:rate|freq\\w*)|fs|rate)\\b"
        + "\\s*(?:[\\[(]\\s*hz\\s*[\\])])?\\s*[:=]?\\s*(\\d{1,7}(?:\\.\\d{1,9})?)(\\s*k?hz)?.*");
    private static final int LONGEST_REMARK = 200;
    /** Evenly spaced numbers this close are taken for seconds if nothing says what they are. */
    private static final double LONGEST_STEP_SECONDS = 0.1;

    private final Path file;
    private final TextOptions options;
    private final TextTable table;
    private final List<String> warnings = new ArrayList<>();

    private TextRecording(Path file, TextOptions options) throws IOException {
        this.file = file;
        this.options = options;
        this.table = TextTable.read(file, options.firstRow());
    }

    /**
     * Reads a file.
     *
     * @param options what to assume where it does not say
     * @throws ReadException if it is no table of numbers, or tells neither rate nor unit where the options don't
     */
    public static Recording read(Path file, TextOptions options) throws IOException {
        return new TextRecording(file, options).read();
    }

    private Recording read() throws ReadException {
        boolean timed = options.firstColumn() == FirstColumn.AUTOMATIC && isTime();
        double rateHz = rateHz(timed);
        int first = timed ? 1 : 0;
        List<ColumnName> names = names(first);
        List<double[]> signals = table.columns().subList(first, table.columns().size());
        String unit = names.stream().allMatch(name -> !name.unit().isEmpty()) ? "" : unit(names, signals);
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            String stated = names.get(i).unit();
            channels.add(new Channel(names.get(i).name(), stated.isEmpty() ? unit : stated, rateHz, signals.get(i)));
        }
        return new Recording("CSV", "", channels, Patient.UNKNOWN, Diagnoses.NOT_STATED, table.comments(), warnings);
    }

    /** Whether the first column holds instants or counts. A column without a name does if its steps are equal. */
    private boolean isTime() {
        ColumnName name = table.names().get(0);
        boolean unnamed = name.name().isEmpty();
        return table.columns().size() > 1 && (name.isTime() && !name.isSignal() || name.isCounter()
            && (!unnamed || TimeColumn.isRegular(table.columns().get(0))));
    }

    private double rateHz(boolean timed) throws ReadException {
        double stated = timed ? fromTime(table.names().get(0), table.columns().get(0)) : Double.NaN;
        if (!Double.isNaN(stated)) {
            return stated;
        }
        for (String comment : table.comments()) {
            Matcher matcher = RATE.matcher(comment.substring(0, Math.min(comment.length(), LONGEST_REMARK)));
            if (matcher.matches()) {
                String unit = matcher.group(2) == null ? "" : matcher.group(2).strip().toLowerCase(Locale.ROOT);
                double rate = Double.parseDouble(matcher.group(1)) * (unit.startsWith("k") ? 1000 : 1);
                if (rate > 0) {
                    return rate;
                }
            }
        }
        OptionalDouble given = options.rateHz();
        return given.orElseThrow(() -> new ReadException(file, "", "nothing in the table tells its sampling rate",
            "Give the sampling rate of text files in the reader's options, or add a column time [s]."));
    }

    /** NaN if the column only counts, or if its unit can't be told. */
    private double fromTime(ColumnName name, double[] instants) throws ReadException {
        int last = instants.length - 1;
        boolean counter = name.isCounter() && !name.name().isEmpty();
        double stated = counter ? Double.NaN : name.secondsPerUnit();
        boolean close = !counter && (instants[last] - instants[0]) / last < LONGEST_STEP_SECONDS;
        double secondsPerUnit = Double.isNaN(stated) && close ? 1 : stated;
        if (last == 0 || Double.isNaN(secondsPerUnit)) {
            return Double.NaN;
        }
        TimeColumn time = TimeColumn.of(Arrays.stream(instants).map(instant -> instant * secondsPerUnit).toArray());
        if (!time.isEven()) {
            throw new ReadException(file, "row " + (time.firstOdd() + 1) + " of the samples",
                "the instants in the first column are not evenly spaced", "Resample the signal to a fixed rate first.");
        }
        return time.rateHz();
    }

    /** The headings; twelve columns without any are taken for the standard leads in their usual order. */
    private List<ColumnName> names(int first) {
        List<ColumnName> names = table.names().subList(first, table.names().size());
        if (names.size() == Lead.TWELVE.size() && names.stream().allMatch(name -> name.name().isEmpty())) {
            warnings.add("the leads are not named; taken as I, II, III, aVR, aVL, aVF, V1 to V6");
            return Lead.TWELVE.stream().map(lead -> new ColumnName(lead.name(), "")).toList();
        }
        return names;
    }

    private String unit(List<ColumnName> names, List<double[]> signals) throws ReadException {
        if (options.unit() != TextOptions.Unit.BY_SIZE) {
            return options.unit().symbol();
        }
        boolean standard = names.stream().anyMatch(TextRecording::isStandard);
        double span = 0;
        for (int i = 0; i < signals.size(); i++) {
            if (names.get(i).unit().isEmpty() && (!standard || isStandard(names.get(i)))) {
                span = Math.max(span, span(signals.get(i)));
            }
        }
        // The largest lead of a body-surface ECG spans 0.05 to 30 mV; the ranges of the three units don't meet.
        String unit = span == 0 || span >= 0.05 && span <= 30 ? "mV" : span >= 100 && span <= 3e4 ? "uV"
            : span >= 5e-5 && span <= 0.03 ? "V" : "";
        if (unit.isEmpty()) {
            throw new ReadException(file, "", "the unit is not stated, and a span of " + span + " fits none",
                "Give the unit of text files in the reader's options, or write headings such as I [mV].");
        }
        warnings.add("the unit is not stated; taken as " + unit + " by the signal's size");
        return unit;
    }

    private static boolean isStandard(ColumnName name) {
        return !name.name().isBlank() && Lead.of(name.name()).isStandard();
    }

    private static double span(double[] signal) {
        double[] there = Arrays.stream(signal).filter(x -> !Double.isNaN(x)).toArray();
        return there.length == 0 ? 0 : Arrays.stream(there).max().orElse(0) - Arrays.stream(there).min().orElse(0);
    }
}

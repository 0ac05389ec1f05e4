package org.physioclr.core.read;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.physioclr.core.label.LabelScheme;
import org.physioclr.core.signal.LengthRule;

/**
 * What becomes of the files that are read.
 *
 * @param leads which leads
 * @param targetRateHz the rate to resample to, positive; empty to keep each record's own
 * @param length what happens to records of other lengths
 * @param lengthSeconds the length; positive unless {@code length} is {@link LengthRule#FULL}
 * @param labelSource where labels come from
 * @param labelScheme which labels there are
 * @param text what to assume of text tables
 */
public record ReaderOptions(LeadChoice leads, OptionalDouble targetRateHz, LengthRule length, double lengthSeconds,
        LabelSource labelSource, LabelScheme labelScheme, TextOptions text) {

    /** Twelve leads, own rate, full length, labels of the CinC challenge from the header. */
    public static final ReaderOptions DEFAULT = new ReaderOptions(LeadChoice.TWELVE, OptionalDouble.empty(),
        LengthRule.FULL, 10, new LabelSource.Header(), LabelScheme.CINC_26, TextOptions.DEFAULT);

    public ReaderOptions {
        Objects.requireNonNull(leads, "leads");
        Objects.requireNonNull(labelSource, "labelSource");
        Objects.requireNonNull(labelScheme, "labelScheme");
        Objects.requireNonNull(text, "text");
        if (targetRateHz.isPresent() && !(targetRateHz.getAsDouble() > 0 && targetRateHz.getAsDouble() <= 1e5)) {
            throw new IllegalArgumentException("The target rate must lie between 0 and 100,000 Hz, not at "
                + targetRateHz.getAsDouble() + " Hz");
        }
        if (length != LengthRule.FULL && !(lengthSeconds > 0 && lengthSeconds <= 1e6)) {
            throw new IllegalArgumentException("The length must lie between 0 and 1,000,000 s, not at "
                + lengthSeconds);
        }
    }

    /** Text tables have to tell their rate themselves. */
    public ReaderOptions(LeadChoice leads, OptionalDouble targetRateHz, LengthRule length, double lengthSeconds,
            LabelSource labelSource, LabelScheme labelScheme) {
        this(leads, targetRateHz, length, lengthSeconds, labelSource, labelScheme, TextOptions.DEFAULT);
    }

    /**
     * The label columns that are known before any file is read. With a label file, scheme {@link LabelScheme#ALL_FOUND}
     * means that file's columns; without labels there are none.
     */
    public List<String> knownLabels() {
        if (labelSource instanceof LabelSource.None) {
            return List.of();
        }
        return labelScheme == LabelScheme.ALL_FOUND && labelSource instanceof LabelSource.File source
            ? source.file().labels() : labelScheme.fixedLabels();
    }
}

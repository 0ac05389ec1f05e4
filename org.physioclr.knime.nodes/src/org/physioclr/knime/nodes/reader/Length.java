package org.physioclr.knime.nodes.reader;

import org.knime.node.parameters.widget.choices.Label;
import org.physioclr.core.signal.LengthRule;

/** What becomes of records that are longer or shorter than wished. */
enum Length {
    @Label("As recorded")
    FULL(LengthRule.FULL),
    @Label("Crop or pad")
    CROP_OR_PAD(LengthRule.CROP_AND_PAD),
    @Label("Windows")
    WINDOWS(LengthRule.WINDOWS);

    private final LengthRule rule;

    Length(LengthRule rule) {
        this.rule = rule;
    }

    LengthRule rule() {
        return rule;
    }
}

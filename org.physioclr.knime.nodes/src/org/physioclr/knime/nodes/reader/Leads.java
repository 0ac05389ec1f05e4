package org.physioclr.knime.nodes.reader;

import org.knime.node.parameters.widget.choices.Label;
import org.physioclr.core.read.LeadChoice;

/** Which leads a row holds. */
enum Leads {
    @Label("Standard twelve")
    TWELVE(LeadChoice.TWELVE),
    @Label("As recorded")
    AS_RECORDED(LeadChoice.ALL);

    private final LeadChoice choice;

    Leads(LeadChoice choice) {
        this.choice = choice;
    }

    LeadChoice choice() {
        return choice;
    }
}

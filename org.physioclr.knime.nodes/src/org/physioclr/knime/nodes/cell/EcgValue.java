package org.physioclr.knime.nodes.cell;

import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.torch.protocol.RecordReference;

/** A cell that holds an electrocardiogram. */
public interface EcgValue extends DataValue {

    /** What KNIME asks about this type; found by the field's name. */
    UtilityFactory UTILITY = new EcgUtility();

    /** The ECG, read from its file at every call: keep the result while it is needed and no longer. */
    EcgRecord ecg();

    /** Where the ECG lies on disk, so that the worker process can map it without a copy. */
    RecordReference reference();

    /** Name and group of the type in KNIME's lists. */
    final class EcgUtility extends ExtensibleUtilityFactory {

        private EcgUtility() {
            super(EcgValue.class);
        }

        @Override
        public String getName() {
            return "ECG";
        }

        @Override
        public String getGroupName() {
            return "PhysioCLR";
        }
    }
}

package org.physioclr.knime.nodes;

import java.nio.file.Path;
import java.util.Random;

import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.host.NodeRun;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.knime.nodes.pretrain.PretrainFactory;

/** Nodes that start the learning process, with settings that take seconds. */
public final class Learning {

    private Learning() {
    }

    /** A node on the CPU with one thread. */
    public static NodeRun node(String factory, Path folder) {
        return new NodeRun(factory, folder).set("machine/device", "cpu").set("machine/threads", 1)
            .set("machine/heapMegabytes", 256);
    }

    /** PhysioCLR Pretrain for ECGs of 5 s at 100 Hz: two segments each, one epoch. */
    public static NodeRun pretrain(Path folder, String method) {
        return node(PretrainFactory.class.getName(), folder).set("method", method).set("signal/segmentSeconds", 2.5)
            .set("training/epochs", 1).set("training/batchSize", 16);
    }

    /** An encoder with random weights. */
    public static EncoderPortObject randomEncoder(Path folder, BufferedDataTable ecgs) {
        return (EncoderPortObject) pretrain(folder, "NONE").input(ecgs).execute().output("Encoder");
    }

    /** The ECGs with the columns of the compact feature layout, filled with random numbers. */
    public static TableEdit withFeatures(Path folder, BufferedDataTable ecgs) {
        TableEdit edit = new TableEdit(folder, ecgs);
        FeatureLayout.COMPACT.names().forEach(name -> edit.with(name, key -> new Random(key.hashCode()).nextGaussian()
            + new Random(name.hashCode() ^ key.hashCode()).nextGaussian()));
        return edit;
    }
}

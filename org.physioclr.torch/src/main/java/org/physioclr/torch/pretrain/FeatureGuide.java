package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.physioclr.core.feature.FeatureScaler;
import org.physioclr.torch.protocol.MatrixReader;

/**
 * The physiology by which ECGs are found alike: their features, standardised by training ECGs alone.
 *
 * @param scaler fitted on the training ECGs
 * @param vectors {@code [ECG][component]}, of all ECGs
 */
record FeatureGuide(FeatureScaler scaler, double[][] vectors) {

    /**
     * Fits the scaler.
     *
     * @param file the matrix {@code features} [ECG, feature], NaN where missing
     * @param names its columns
     * @param ecgs how many rows it must have
     * @param training the rows to fit on
     */
    static FeatureGuide fit(Path file, List<String> names, int ecgs, int[] training) throws IOException {
        double[][] rows = MatrixReader.read(file, "features", ecgs);
        double[][] fitted = new double[training.length][];
        for (int i = 0; i < training.length; i++) {
            fitted[i] = rows[training[i]];
        }
        FeatureScaler scaler = FeatureScaler.fit(names, fitted, new FeatureScaler.Options());
        double[][] vectors = new double[ecgs][];
        for (int i = 0; i < ecgs; i++) {
            vectors[i] = scaler.transform(rows[i]);
        }
        return new FeatureGuide(scaler, vectors);
    }
}

package org.physioclr.knime.nodes.features;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.cell.EcgPicture;
import org.physioclr.knime.nodes.cell.EcgValue;

/**
 * What the node's view shows: the first ECGs with their beats marked.
 *
 * @param ecgs how many rows the table has
 * @param pictures of the first that have an ECG
 */
record BeatPictures(long ecgs, List<Picture> pictures) {

    private static final int MOST = 12;

    /**
     * One ECG.
     *
     * @param row its key
     * @param quality why features are missing
     * @param png the picture, in base 64
     */
    record Picture(String row, String quality, String png) {
    }

    /**
     * Draws the first ECGs of a table.
     *
     * @param table with the column {@link FeatureColumns#QUALITY}
     */
    static BeatPictures of(BufferedDataTable table, int ecgColumn) {
        int quality = table.getDataTableSpec().findColumnIndex(FeatureColumns.QUALITY);
        List<Picture> pictures = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext() && pictures.size() < MOST) {
                DataRow row = rows.next();
                if (!row.getCell(ecgColumn).isMissing()) {
                    byte[] png = EcgPicture.png(((EcgValue) row.getCell(ecgColumn)).ecg());
                    pictures.add(new Picture(row.getKey().getString(), Cells.text(row.getCell(quality)),
                        Base64.getEncoder().encodeToString(png)));
                }
            }
        }
        return new BeatPictures(table.size(), pictures);
    }
}

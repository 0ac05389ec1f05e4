package org.physioclr.knime.nodes.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.physioclr.core.label.CincClass;
import org.physioclr.core.score.RocCurve;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TestTable;
import org.physioclr.knime.nodes.ViewFiles;

/** What the node's page is given. The pages with data that this leaves behind are for tests/views. */
class ScorerPageTest {

    private static final String[] FURTHER = {"STElevation", "LVH", "Pacing", "Artefact"};

    private static final String HOSTILE = "Noise & \"artefact\" </script><b>";

    @TempDir
    Path folder;

    private NodeRun scorer() {
        return new NodeRun("org.physioclr.knime.nodes.scorer.AurocScorerFactory", folder).set("replicates", 100);
    }

    /** Thirty labels, three encoders, three label fractions with three draws each but the last; two are hopeless. */
    private TestTable many() {
        TestTable table = new TestTable(folder).column("Patient", StringCell.TYPE).column("Record", StringCell.TYPE)
            .column("Encoder", StringCell.TYPE).column("Label fraction [%]", DoubleCell.TYPE)
            .column("Draw", IntCell.TYPE);
        for (int label = 0; label < 30; label++) {
            String name = label < 26 ? CincClass.values()[label].label() : FURTHER[label - 26];
            table.column(name, IntCell.TYPE).column("P (" + name + "=1)", DoubleCell.TYPE)
                .column("Threshold (" + name + ")", DoubleCell.TYPE);
        }
        String[] encoders = {"Pretrained", "Random encoder", "Physiology features"};
        double[] fractions = {1, 10, 100};
        for (int e = 0; e < 3; e++) {
            for (int f = 0; f < 3; f++) {
                for (int draw = 1; draw <= (f == 2 ? 1 : 3); draw++) {
                    addBlock(table, encoders[e], fractions[f], draw,
                        0.35 + 0.3 * f + (e == 0 ? 0.45 : e == 2 ? 0.3 : 0));
                }
            }
        }
        return table;
    }

    private static void addBlock(TestTable table, String encoder, double fraction, int draw, double shift) {
        Random truths = new Random(1);
        Random scores = new Random((encoder + fraction + draw).hashCode());
        for (int row = 0; row < 300; row++) {
            Object[] cells = new Object[5 + 90];
            cells[0] = "p" + row / 2;
            cells[1] = "r" + row;
            cells[2] = encoder;
            cells[3] = fraction;
            cells[4] = draw;
            for (int label = 0; label < 30; label++) {
                boolean positive = label != 7 && (label == 19 || truths.nextDouble() < 0.04 + 0.012 * label);
                double logit = scores.nextGaussian() * 1.2 + (positive ? shift * (1 + label % 5 * 0.4) - 1 : -1);
                cells[5 + 3 * label] = positive ? 1 : 0;
                cells[6 + 3 * label] = 1 / (1 + Math.exp(-logit));
                cells[7 + 3 * label] = label == 19 ? null : 0.4;
            }
            table.row(row + "|" + encoder + "|" + fraction + "|" + draw, cells);
        }
    }

    @Test
    void thirtyLabelsOfManyBlocksBecomeAPage() throws IOException {
        JsonObject page = write("scorer-30-labels", scorer().input(many().make()).execute());
        assertEquals(21, page.getAsJsonArray("blocks").size());
        JsonObject block = page.getAsJsonArray("blocks").get(0).getAsJsonObject();
        assertEquals("Pretrained · 1 % · draw 1", block.get("title").getAsString());
        assertEquals(150, block.get("patients").getAsInt());
        assertEquals(30, block.getAsJsonArray("labels").size());
        JsonObject hopeless = block.getAsJsonArray("labels").get(7).getAsJsonObject();
        assertTrue(hopeless.getAsJsonObject("auroc").get("value").isJsonNull());
        assertEquals("no positives among 300 rows", hopeless.getAsJsonObject("auroc").get("reason").getAsString());
        assertEquals(3 * 3 * 34, page.getAsJsonArray("efficiency").size(), "30 labels and 4 averages each");
    }

    @Test
    void onePlainLabelBecomesAPage() throws IOException {
        TestTable table = new TestTable(folder).column("AF", StringCell.TYPE).column("P (AF=1)", DoubleCell.TYPE);
        Random random = new Random(4);
        for (int row = 0; row < 400; row++) {
            double logit = random.nextGaussian() * 1.1 + (row < 60 ? 0.4 : -1.6);
            table.row("r" + row, row < 60 ? "1" : "0", 1 / (1 + Math.exp(-logit)));
        }
        JsonObject page = write("scorer-1-label", scorer().input(table.make()).execute());
        assertTrue(page.getAsJsonArray("efficiency").isEmpty());
        assertTrue(page.getAsJsonArray("blocks").get(0).getAsJsonObject().get("fraction").isJsonNull());
    }

    @Test
    void labelsThatCantBeEstimatedBecomeAPage() throws IOException {
        TestTable table = new TestTable(folder).column("AF", IntCell.TYPE).column("P (AF=1)", DoubleCell.TYPE)
            .column(HOSTILE, IntCell.TYPE).column("P (" + HOSTILE + "=1)", DoubleCell.TYPE);
        for (int row = 0; row < 12; row++) {
            table.row("r" + row, 0, 0.1 * row, 1, null);
        }
        JsonObject page = write("scorer-not-estimable", scorer().input(table.make()).execute());
        JsonObject label = page.getAsJsonArray("blocks").get(0).getAsJsonObject().getAsJsonArray("labels").get(0)
            .getAsJsonObject();
        assertEquals(0, label.getAsJsonArray("thresholds").size());
    }

    @Test
    void aThinnedCurveStaysWithinTheToleranceAndKeepsItsEnds() {
        List<RocCurve.Point> points = new ArrayList<>();
        for (int i = 0; i <= 1000; i++) {
            points.add(new RocCurve.Point(1000 - i, i / 1000.0, Math.sqrt(i / 1000.0)));
        }
        List<RocCurve.Point> thinned = new CurveShape(0.001).simplify(points);
        assertTrue(thinned.size() < 60, () -> thinned.size() + " points");
        assertEquals(points.get(0), thinned.get(0));
        assertEquals(points.get(1000), thinned.get(thinned.size() - 1));
        int next = 1;
        for (RocCurve.Point point : points) {
            while (thinned.get(next).falsePositiveRate() < point.falsePositiveRate()) {
                next++;
            }
            RocCurve.Point a = thinned.get(next - 1);
            RocCurve.Point b = thinned.get(next);
            double slope =
                (b.truePositiveRate() - a.truePositiveRate()) / (b.falsePositiveRate() - a.falsePositiveRate());
            double drawn = a.truePositiveRate() + slope * (point.falsePositiveRate() - a.falsePositiveRate());
            assertEquals(drawn, point.truePositiveRate(), 0.001 * Math.hypot(1, slope) + 1e-12);
        }
    }

    private static JsonObject write(String name, NodeResult result) throws IOException {
        ViewFiles.write(name, result);
        return JsonParser.parseString(result.initialData()).getAsJsonObject();
    }
}

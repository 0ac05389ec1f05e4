package org.physioclr.knime.nodes.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.knime.nodes.ViewFiles;
import org.physioclr.torch.protocol.EpochMetrics;

/** The pages themselves and what they are given. The pages with data that this leaves behind are for tests/views. */
class NodePageTest {

    @ParameterizedTest
    @ValueSource(strings = {"auroc-scorer.html", "beats.html", "training-curve.html"})
    void aPageIsOneSmallFileThatNeedsNoOther(String file) {
        String html = NodePage.html(file);
        assertTrue(html.getBytes(StandardCharsets.UTF_8).length < 200_000);
        assertFalse(Pattern.compile("<script src|<link|@import|url\\(|https?://(?!www\\.w3\\.org/2000/svg)")
            .matcher(html).find(), "a reference to another file");
        assertEquals(html.indexOf("</head>"), html.lastIndexOf("</head>"), "data go before the only end");
    }

    @Test
    void numbersAreShortAndWhatIsNoNumberIsNull() {
        record Sample(double pi, Double none, double[] some, String text) {
        }
        assertEquals("{\"pi\":3.14159,\"none\":null,\"some\":[1,null,null],\"text\":\"\\u003c/script\\u003e\"}",
            PageJson.of(new Sample(Math.PI, Double.NaN, new double[] {1, Double.NaN, Double.POSITIVE_INFINITY},
                "</script>")));
    }

    @Test
    void trainingCurvesBecomePages() throws IOException {
        List<EpochMetrics> rows = new ArrayList<>();
        for (int epoch = 1; epoch <= 20; epoch++) {
            double fall = Math.exp(-epoch / 6.0);
            rows.add(new EpochMetrics(epoch, epoch * 31, 1.2 + 2.4 * fall, 1.1 + 2.2 * fall, 0.35 + 0.6 * fall,
                0.3 + 0.9 * fall, 1.4 + 2.3 * fall + 0.004 * epoch, 3e-3 * Math.sin(Math.PI * epoch / 21), 3.2));
        }
        write("training-curve", rows);
        write("training-curve-simclr", rows.stream().limit(1).map(row -> new EpochMetrics(row.epoch(), row.step(),
            row.loss(), row.contrastive(), Double.NaN, Double.NaN, Double.NaN, row.learningRate(), 1)).toList());
        write("training-curve-none", List.of());
    }

    private static void write(String name, List<EpochMetrics> rows) throws IOException {
        ViewFiles.write(name, NodePage.html("training-curve.html"), PageJson.of(Map.of("rows", rows)));
    }
}

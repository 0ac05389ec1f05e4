package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.core.label.CincClass;
import org.physioclr.testing.TestData;

class CincScoreTest {

    private static final String SMALL = """
        ,1|11,426783006,3,4
        1|11,1,.5,.3,.2
        426783006,.5,1,.4,.1
        3,.3,.4,1,.6
        4,.2,.1,.6,1
        """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("weights.csv"), text);
    }

    /** Draws for each row the truths of all classes, then the calls. */
    private static void draw(byte[][] truth, boolean[][] called, double prevalence, double callRate) {
        Draws draws = new Draws(1);
        for (int row = 0; row < truth[0].length; row++) {
            for (byte[] column : truth) {
                column[row] = (byte) (draws.next() < prevalence ? 1 : 0);
            }
            for (boolean[] column : called) {
                column[row] = draws.next() < callRate;
            }
        }
    }

    /** The expected values here and below are the official evaluation code's, see tests/core/golden/cinc_score.py. */
    @Test
    void agreesWithTheOfficialEvaluation() throws IOException {
        byte[][] truth = new byte[4][50];
        boolean[][] called = new boolean[4][50];
        draw(truth, called, 0.3, 0.35);
        assertEquals(0.023577652485904637, CincScore.of(RewardMatrix.read(file(SMALL)), truth, called).value(), 1e-12);
    }

    @Test
    void agreesOnTheChallengesOwnMatrix() throws IOException {
        RewardMatrix matrix = RewardMatrix.read(TestData.path("ecg12/cinc2021_weights.csv"));
        byte[][] truth = new byte[26][300];
        boolean[][] called = new boolean[26][300];
        draw(truth, called, 0.1, 0.12);
        assertEquals(0.22333609773895463, CincScore.of(matrix, truth, called).value(), 1e-12);
        for (CincClass known : CincClass.values()) {
            assertTrue(matrix.classes().get(known.ordinal()).containsAll(known.codes()), known.label());
        }
    }

    @Test
    void theTruthScoresOneAndSinusRhythmAloneZero() throws IOException {
        RewardMatrix matrix = RewardMatrix.read(file(SMALL));
        byte[][] truth = {{1, 0, 0}, {0, 1, 0}, {0, 1, 1}, {0, 0, 0}};
        boolean[][] right = new boolean[4][3];
        boolean[][] inactive = new boolean[4][3];
        for (int k = 0; k < 4; k++) {
            for (int row = 0; row < 3; row++) {
                right[k][row] = truth[k][row] == 1;
                inactive[k][row] = k == 1;
            }
        }
        assertEquals(1, CincScore.of(matrix, truth, right).value(), 1e-15);
        assertEquals(0, CincScore.of(matrix, truth, inactive).value(), 1e-15);
    }

    @Test
    void isUndefinedWithAReason() throws IOException {
        RewardMatrix matrix = RewardMatrix.read(file(SMALL));
        byte[][] unknown = {{-1}, {0}, {0}, {1}};
        assertFalse(CincScore.of(matrix, unknown, new boolean[4][1]).reason().isEmpty());
        byte[][] sinus = {{0}, {1}, {0}, {0}};
        assertFalse(CincScore.of(matrix, sinus, new boolean[4][1]).reason().isEmpty());
        RewardMatrix other = new RewardMatrix(List.of(List.of("1")), new double[][] {{1}});
        assertTrue(CincScore.of(other, new byte[1][1], new boolean[1][1]).reason().contains("sinus rhythm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",a,b\n", ",a,b\na,1,2\nb,1\n", ",a,b\na,1,2\nc,1,2\n", ",a,b\na,1,x\nb,1,2\n",
        ",a,b\na,1,2\nb,1,NaN\n", ",a\na,1\nb,1\n", "\"a"})
    void refusesAnotherForm(String text) throws IOException {
        Path file = file(text);
        IOException error = assertThrows(IOException.class, () -> RewardMatrix.read(file));
        assertTrue(error.getMessage().startsWith("weights.csv"), error.getMessage());
    }

    @Test
    void findsItsClassesAmongATablesColumns() throws IOException {
        RewardMatrix matrix = RewardMatrix.read(file(SMALL.replace(",3,", ",164889003,").replace("\n3,",
            "\n164889003,")));
        assertEquals(2, matrix.indexOf("164889003"));
        double[][] probability = {{0.9, 0.1}, {0.1, 0.9}, {0.2, 0.2}, {0.1, 0.1}, {0.8, 0.1}};
        byte[][] truth = {{1, 0}, {0, 1}, {0, 0}, {0, 0}, {1, 0}};
        ScoreTable table = new ScoreTable(List.of("AF", "NSR", "1", "4", "unrelated"), List.of("a", "b"),
            List.of("", ""), truth, probability);
        double[] half = {0.5, 0.5, 0.5, 0.5, 0.5};
        assertEquals(1, ChallengeCalls.score(table, half, matrix).value(), 1e-15);
        ScoreTable fewer = table.select(new int[] {0, 1}, new int[] {0, 1});
        assertTrue(ChallengeCalls.score(fewer, new double[] {0.5, 0.5}, matrix).reason().contains("1|11"));
    }
}

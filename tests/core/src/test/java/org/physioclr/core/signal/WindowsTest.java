package org.physioclr.core.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.physioclr.core.signal.Windows.Window;

class WindowsTest {

    private static final EcgRecord SEVEN =
        new EcgRecord("r", "", 2, List.of(Lead.I), new float[][] {{1, 2, 3, 4, 5, 6, 7}});

    @Test
    void cropsAndPads() {
        assertSame(SEVEN, only(LengthRule.FULL, 1));
        assertSame(SEVEN, only(LengthRule.CROP, 4));
        assertSame(SEVEN, only(LengthRule.PAD, 3));
        assertArrayEquals(new float[] {1, 2, 3, 4}, only(LengthRule.CROP_AND_PAD, 2).samplesMv()[0]);
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, Float.NaN}, only(LengthRule.PAD, 4).samplesMv()[0]);
        assertThrows(IllegalArgumentException.class, () -> only(LengthRule.CROP, 0));
    }

    @Test
    void windowsFollowEachOther() {
        List<Window> windows = Windows.of(SEVEN, LengthRule.WINDOWS, 2);
        assertEquals(List.of(0, 4), windows.stream().map(Window::startSample).toList());
        assertEquals(2.0, windows.get(1).startSeconds());
        assertArrayEquals(new float[] {5, 6, 7, Float.NaN}, windows.get(1).record().samplesMv()[0]);
    }

    @Test
    void aShortRestIsLeftOutButAShortRecordIsNot() {
        assertEquals(1, Windows.of(SEVEN, LengthRule.WINDOWS, 2.5).size());
        assertEquals(10, Windows.of(SEVEN, LengthRule.WINDOWS, 5).get(0).record().length());
        assertEquals(1, Windows.of(SEVEN, LengthRule.WINDOWS, 50).size());
    }

    private static EcgRecord only(LengthRule rule, double seconds) {
        List<Window> windows = Windows.of(SEVEN, rule, seconds);
        assertEquals(1, windows.size());
        return windows.get(0).record();
    }
}

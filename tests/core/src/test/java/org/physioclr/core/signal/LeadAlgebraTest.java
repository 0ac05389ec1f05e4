package org.physioclr.core.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeadAlgebraTest {

    private static final float NAN = Float.NaN;
    private static final float[] I = {0.5f, 1, NAN};
    private static final float[] II = {1.25f, 0.5f, 1};
    private static final float[] III = {0.75f, -0.5f, NAN};

    @Test
    void derivesLimbLeadsFromAnyTwoOfThree() {
        assertTwelve(record(List.of(Lead.I, Lead.II), I, II));
        assertTwelve(record(List.of(Lead.III, Lead.I), III, I));
        assertTwelve(record(List.of(Lead.II, Lead.III), II, III));
    }

    private static void assertTwelve(EcgRecord record) {
        EcgRecord twelve = LeadAlgebra.twelveLeads(record);
        assertEquals(Lead.TWELVE, twelve.leads());
        assertEquals(0.5f, twelve.samplesMv()[0][0]);
        assertEquals(1.25f, twelve.samplesMv()[1][0]);
        assertEquals(0.75f, twelve.samplesMv()[2][0]);
        assertArrayEquals(new float[] {-0.875f, -0.75f, NAN}, twelve.samplesMv()[3]);
        assertArrayEquals(new float[] {-0.125f, 0.75f, NAN}, twelve.samplesMv()[4]);
        assertArrayEquals(new float[] {1, 0, NAN}, twelve.samplesMv()[5]);
        assertArrayEquals(new float[] {NAN, NAN, NAN}, twelve.samplesMv()[11]);
    }

    @Test
    void sortsByNameAndKeepsWhatIsThere() {
        EcgRecord swapped = record(List.of(new Lead("X"), Lead.V1, Lead.II, Lead.AVR), I, II, III, I);
        EcgRecord twelve = LeadAlgebra.twelveLeads(swapped);
        assertArrayEquals(III, twelve.samplesMv()[1]);
        assertArrayEquals(I, twelve.samplesMv()[3]);
        assertArrayEquals(II, twelve.samplesMv()[6]);
        assertArrayEquals(new float[] {NAN, NAN, NAN}, twelve.samplesMv()[0]);
    }

    @Test
    void aLeadWithoutSamplesCountsAsAbsent() {
        EcgRecord record = record(List.of(Lead.I, Lead.II, Lead.III), I, II, new float[] {NAN, NAN, NAN});
        assertArrayEquals(III, LeadAlgebra.twelveLeads(record).samplesMv()[2]);
        assertTrue(LeadAlgebra.isAvailable(record, Lead.AVL));
        assertFalse(LeadAlgebra.isAvailable(record, Lead.V3));
    }

    @Test
    void consistencyIsInMillivolts() {
        EcgRecord twelve = LeadAlgebra.twelveLeads(record(List.of(Lead.I, Lead.II), I, II));
        assertEquals(0, LimbConsistency.of(twelve).einthovenMv(), 1e-6);
        assertEquals(0, LimbConsistency.of(twelve).goldbergerMv(), 1e-6);
        EcgRecord wrong = record(List.of(Lead.I, Lead.II, Lead.III), II, I, III);
        assertEquals(1.5, LimbConsistency.of(wrong).einthovenMv(), 1e-6);
        assertTrue(Double.isNaN(LimbConsistency.of(wrong).goldbergerMv()));
        assertFalse(LimbConsistency.of(wrong).isGood());
    }

    private static EcgRecord record(List<Lead> leads, float[]... samples) {
        return new EcgRecord("r", "", 100, leads, samples);
    }
}

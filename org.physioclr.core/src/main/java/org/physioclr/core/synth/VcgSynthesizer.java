package org.physioclr.core.synth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.Dower;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;

/**
 * Makes up ECGs with known truth: the heart as a dipole that follows Gaussians in space (Sameni et al., EURASIP
 * 2007:43407, in direct form), seen by the leads through Dower's matrix, disturbed at the electrodes. Any record can be
 * asked for at any time; it depends on the options and its two numbers only. For trials and tests, not for medicine: a
 * model that tells these ECGs apart has not seen a patient.
 */
public final class VcgSynthesizer {

    private static final double ADC_STEP_MV = 0.005;

    private final SynthesisOptions options;
    private final Seed seed;

    public VcgSynthesizer(SynthesisOptions options) {
        this.options = options;
        seed = new Seed(options.seed());
    }

    /**
     * Makes a record.
     *
     * @param subject from 0
     * @param number of the subject's record, from 0
     */
    public SyntheticEcg record(int subject, int number) {
        Subject person = Subject.draw(seed.child(subject).generator());
        RandomGenerator random = seed.child(subject).child("record").child(number).generator();
        List<BeatTimes.Timed> times =
            BeatTimes.draw(person.diagnoses(), person.rhythm(), options.durationSeconds(), random);
        int samples = (int) Math.round(options.durationSeconds() * options.rateHz());
        double[][] vector = new double[3][samples];
        List<SyntheticBeat> beats = new ArrayList<>();
        for (BeatTimes.Timed time : times) {
            SyntheticBeat beat = BeatDrawing.draw(person, time, vector, options.rateHz(), random);
            if (beat.rPeak() >= 0 && beat.rPeak() < options.durationSeconds()) {
                beats.add(beat);
            }
        }
        if (person.diagnoses().contains(Diagnosis.AF)) {
            Fibrillation.addTo(vector, options.rateHz(), random);
        }
        String patient = String.format(Locale.ROOT, "subject-%05d", subject + 1);
        EcgRecord clean = leads(person, vector, patient + "-" + (number + 1), patient);
        EcgRecord noisy = clean.withSamples(RecordingNoise.added(clean, options.noise(), random));
        return new SyntheticEcg(noisy.withSamples(quantised(noisy.samplesMv())), shown(person.diagnoses(), beats),
            beats, person.ageYears(), person.female());
    }

    private EcgRecord leads(Subject person, double[][] vector, String id, String patient) {
        int samples = vector[0].length;
        float[][] eight = new float[Dower.LEADS.size()][samples];
        double[] turned = new double[3];
        for (int i = 0; i < samples; i++) {
            for (int axis = 0; axis < 3; axis++) {
                turned[axis] = vector[axis][i];
            }
            person.axis().turn(turned);
            for (int lead = 0; lead < eight.length; lead++) {
                double gain = lead < person.chestGains().length ? person.chestGains()[lead] : 1;
                eight[lead][i] = (float) (gain * Dower.lead(lead, turned[0], turned[1], turned[2]));
            }
        }
        return LeadAlgebra.select(new EcgRecord(id, patient, options.rateHz(), Dower.LEADS, eight), Lead.TWELVE);
    }

    /** As a recorder with steps of 5 µV stores it; I and II are stored, the other limb leads follow from them. */
    private static float[][] quantised(float[][] signal) {
        float[][] stored = new float[signal.length][signal[0].length];
        for (int lead = 0; lead < signal.length; lead++) {
            for (int i = 0; i < stored[lead].length; i++) {
                stored[lead][i] = (float) (Math.round(signal[lead][i] / ADC_STEP_MV) * ADC_STEP_MV);
            }
        }
        EcgRecord independent = new EcgRecord("", "", 1, Lead.TWELVE, stored);
        List<Lead> leads = new ArrayList<>(Dower.LEADS);
        return LeadAlgebra.twelveLeads(LeadAlgebra.select(independent, leads)).samplesMv();
    }

    /** Premature beats are a diagnosis of the records that have some. */
    private static Set<Diagnosis> shown(Set<Diagnosis> diagnoses, List<SyntheticBeat> beats) {
        Set<Diagnosis> shown = EnumSet.copyOf(diagnoses);
        if (beats.stream().noneMatch(beat -> beat.type() == SyntheticBeat.Type.VENTRICULAR_PREMATURE)) {
            shown.remove(Diagnosis.PVC);
        }
        if (beats.stream().noneMatch(beat -> beat.type() == SyntheticBeat.Type.ATRIAL_PREMATURE)) {
            shown.remove(Diagnosis.PAC);
        }
        return shown;
    }
}

package org.physioclr.core.read.scp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Content;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Recording;
import org.physioclr.core.read.Timeline;

/**
 * Reads SCP-ECG files: samples as they are or Huffman-coded, their differences, with the reference beat subtracted, and
 * thinned out between QRS complexes. The reference beat itself is given too. Leads that were recorded one after the
 * other are laid on one axis of time, where they are missing before and after. What bimodal compression has averaged
 * can't be brought back: there the signal is interpolated, as the standard describes, without its optional smoothing.
 */
public final class ScpRecording {

    private static final String UNIT = "uV";
    private static final int LARGEST_FACTOR = 16;
    /** Zones of subtraction may overlap, but not so often that adding the beat takes longer than reading the file. */
    private static final int MOST_OVERLAP = 16;

    private final LittleEndianFile file;
    private final List<LeadDefinition> leads;
    private final HuffmanCode code;
    private final QrsZones zones;
    private final EncodedLeads rhythm;
    private final boolean subtracted;
    private final List<String> warnings;
    /** Null if there is none. */
    private EncodedLeads beat;
    private final double[][] beatMicrovolts;

    private ScpRecording(LittleEndianFile file, ScpSections sections, List<String> warnings) throws ReadException {
        this.file = file;
        this.warnings = warnings;
        ScpSection definitions = sections.require(3, "the leads");
        this.leads = LeadDefinition.parse(definitions);
        this.subtracted = LeadDefinition.isBeatSubtracted(definitions);
        Optional<ScpSection> huffman = sections.find(2);
        this.code = huffman.isPresent() ? HuffmanCode.parse(huffman.get()) : null;
        Optional<ScpSection> qrs = sections.find(4);
        this.zones = qrs.isPresent() ? QrsZones.parse(qrs.get()) : QrsZones.NONE;
        this.rhythm = EncodedLeads.parse(sections.require(6, "the rhythm"), leads.size());
        this.beatMicrovolts = new double[leads.size()][];
        Optional<ScpSection> median = sections.find(5).filter(section -> zones.beatMilliseconds() > 0);
        if (median.isPresent()) {
            readBeat(median.get());
        }
    }

    /** Without need for the beat a damaged one costs no more than itself. */
    private void readBeat(ScpSection section) throws ReadException {
        try {
            EncodedLeads encoded = EncodedLeads.parse(section, leads.size());
            long count = zones.beatMilliseconds() * 1000L / encoded.intervalMicroseconds();
            for (int i = 0; i < beatMicrovolts.length; i++) {
                beatMicrovolts[i] = microvolts(encoded.decode(i, leads.get(i).name(), count, code), encoded);
            }
            beat = encoded;
        } catch (ReadException e) {
            if (subtracted || rhythm.bimodal()) {
                throw e;
            }
            warnings.add("the reference beat can't be read");
        }
    }

    /**
     * Reads a file.
     *
     * @throws ReadException if it is damaged, cut or hostile
     */
    public static Recording read(Path path) throws IOException {
        LittleEndianFile file = LittleEndianFile.read(path);
        List<String> warnings = new ArrayList<>();
        ScpSections sections = ScpSections.of(file, warnings);
        Optional<ScpSection> patient = sections.find(1);
        Optional<ScpSection> report = sections.find(8);
        return new Recording("SCP-ECG", "", new ScpRecording(file, sections, warnings).channels(),
            patient.isPresent() ? ScpDetails.patient(patient.get()) : Patient.UNKNOWN,
            report.isPresent() ? ScpDetails.diagnoses(report.get()) : Diagnoses.NOT_STATED, List.of(), warnings);
    }

    private List<Channel> channels() throws ReadException {
        double rateHz = factor() > 1 ? beat.rateHz() : rhythm.rateHz();
        List<Timeline.Part> parts = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            Channel channel = new Channel(leads.get(i).name(), UNIT, rateHz, samples(i));
            parts.add(new Timeline.Part(channel, leads.get(i).start() / rateHz));
        }
        for (int i = 0; i < leads.size() && beat != null; i++) {
            parts.add(new Timeline.Part(new Channel(leads.get(i).name(), UNIT, beat.rateHz(), beatMicrovolts[i],
                Content.REPRESENTATIVE_BEAT), 0));
        }
        return Timeline.align(file.path(), file.size(), parts);
    }

    /** How many samples one stored sample stands for between the protected zones. */
    private int factor() throws ReadException {
        if (!rhythm.bimodal() && !subtracted) {
            return 1;
        }
        if (beat == null) {
            throw rhythm.section().error("it is compressed with a reference beat, which the file lacks");
        }
        int factor = rhythm.intervalMicroseconds() / beat.intervalMicroseconds();
        if (factor < 1 || factor > LARGEST_FACTOR || rhythm.intervalMicroseconds() % beat.intervalMicroseconds() != 0
                || factor > 1 && !rhythm.bimodal()) {
            throw rhythm.section().error("intervals of " + rhythm.intervalMicroseconds() + " us in the rhythm and "
                + beat.intervalMicroseconds() + " us in the reference beat don't go together");
        }
        return factor;
    }

    private double[] samples(int lead) throws ReadException {
        LeadDefinition definition = leads.get(lead);
        int factor = factor();
        double[] samples;
        if (factor == 1) {
            samples = microvolts(rhythm.decode(lead, definition.name(), definition.samples(), code), rhythm);
        } else {
            Bimodal bimodal = new Bimodal(definition, zones, factor);
            samples = bimodal.expand(rhythm.decode(lead, definition.name(), bimodal.stored(), code));
            for (int i = 0; i < samples.length; i++) {
                samples[i] *= rhythm.nanovolts() / 1000.0;
            }
        }
        if (subtracted) {
            add(beatMicrovolts[lead], definition, samples);
        }
        return samples;
    }

    private void add(double[] reference, LeadDefinition lead, double[] samples) throws ReadException {
        long work = MOST_OVERLAP * (long) samples.length;
        for (QrsZones.Beat qrs : zones.beats()) {
            long shift = zones.beatFiducial() - 1 - qrs.fiducial();
            long from = Math.max(Math.max(qrs.start(), lead.start()), -shift);
            long to = Math.min(Math.min(qrs.end(), lead.end()), reference.length - 1 - shift);
            work -= Math.max(0, to - from);
            if (work < 0) {
                throw rhythm.section().error("the zones of its QRS complexes overlap too much");
            }
            for (long at = from; at <= to; at++) {
                samples[(int) (at - lead.start())] += reference[(int) (at + shift)];
            }
        }
    }

    private static double[] microvolts(int[] steps, EncodedLeads encoded) {
        double[] samples = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            samples[i] = (double) steps[i] * encoded.nanovolts() / 1000.0;
        }
        return samples;
    }
}

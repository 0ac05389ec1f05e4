package org.physioclr.core.read.philips;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Content;
import org.physioclr.core.read.MemoryBound;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Recording;
import org.physioclr.core.read.xml.SampleText;
import org.physioclr.core.read.xml.XmlDocument;
import org.physioclr.core.read.xml.XmlElement;
import org.physioclr.core.signal.Lead;

/** Reads Philips' XML files (SierraECG), versions 1.03 to 1.04.02, compressed by XLI or not at all. */
public final class PhilipsRecording {

    private static final String UNIT = "uV";
    private static final double FASTEST_HZ = 1e5;
    private static final int MOST_LEADS = 64;
    private static final int MOST_SAMPLES = 1 << 28;

    private final XmlDocument document;
    private final XmlElement root;

    private PhilipsRecording(XmlDocument document) {
        this.document = document;
        this.root = document.root();
    }

    /**
     * Reads a file.
     *
     * @throws ReadException if it is damaged, hostile, compressed in another way or holds no waveforms
     */
    public static Recording read(Path path) throws IOException {
        PhilipsRecording philips = new PhilipsRecording(XmlDocument.read(path));
        List<Channel> channels = new ArrayList<>(philips.rhythm());
        channels.addAll(philips.beats());
        return new Recording("Philips XML", philips.root.textAt("documentinfo", "documentname"), channels,
            PhilipsDetails.patient(philips.root), PhilipsDetails.diagnoses(philips.root), List.of(), List.of());
    }

    private List<Channel> rhythm() throws ReadException {
        XmlElement waveforms = root.descendants("parsedwaveforms").stream().findFirst().orElseThrow(
            () -> new ReadException(document.path(), "", "it holds no waveforms", "Export the ECG with them."));
        XmlElement signal = root.find("dataacquisition", "signalcharacteristics")
            .orElseThrow(() -> document.error(root, "the signal's characteristics are missing"));
        double rateHz = document.number(signal, signal.textAt("samplingrate"), "the sampling rate");
        String resolution = signal.textAt("resolution").isEmpty() ? signal.textAt("signalresolution")
            : signal.textAt("resolution");
        double gain = document.number(signal, resolution, "the resolution");
        String bits = signal.textAt("bitspersample");
        String offset = signal.textAt("signaloffset");
        if (!(rateHz > 0) || !bits.isEmpty() && !bits.equals("16") || !offset.isEmpty() && !offset.equals("0")) {
            throw document.error(signal, "a signal of " + rateHz + " Hz, " + bits + " bits and offset " + offset
                + " is not understood");
        }
        List<String> labels = labels(waveforms, signal);
        List<int[]> leads = leads(waveforms, labels, rateHz);
        if (rateHz <= FASTEST_HZ && gain > 0) {
            CalibrationMark.cut(leads, rateHz, gain);
        }
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            channels.add(new Channel(labels.get(i), UNIT, rateHz, scaled(leads.get(i), gain)));
        }
        return channels;
    }

    private List<String> labels(XmlElement waveforms, XmlElement signal) throws ReadException {
        String stated = waveforms.attribute("leadlabels");
        if (!stated.isEmpty()) {
            List<String> labels = Arrays.asList(stated.split("\\s+", MOST_LEADS + 1));
            if (labels.size() > MOST_LEADS) {
                throw document.error(waveforms, "it has more than " + MOST_LEADS + " leads");
            }
            return labels;
        }
        String set = signal.textAt("acquisitiontype");
        if (!set.equals("STD-12") && !set.equals("10-WIRE")) {
            throw document.error(signal, "the leads of \"" + set + "\" are not named");
        }
        return Lead.TWELVE.stream().map(Lead::name).toList();
    }

    private List<int[]> leads(XmlElement waveforms, List<String> labels, double rateHz) throws ReadException {
        double milliseconds = document.number(waveforms, waveforms.attribute("durationperchannel"), "the duration");
        double exact = milliseconds * rateHz / 1000;
        MemoryBound.check(document.path(), exact * labels.size(), document.bytes());
        if (!(exact >= 1 && exact <= MOST_SAMPLES)) {
            throw document.error(waveforms, "a duration of " + milliseconds + " ms makes no ECG");
        }
        int samples = (int) Math.round(exact);
        byte[] bytes = SampleText.base64(document, waveforms);
        String method = waveforms.attribute("compressmethod").isEmpty() ? waveforms.attribute("compression")
            : waveforms.attribute("compressmethod");
        boolean compressed = !waveforms.attribute("compressflag").equalsIgnoreCase("False") && !method.isEmpty()
            && !method.equalsIgnoreCase("Uncompressed") && !method.equalsIgnoreCase("None");
        if (compressed && !method.equals("XLI")) {
            throw document.error(waveforms, "compression " + method + " is not read");
        }
        List<int[]> leads = compressed ? XliLeads.decode(document, waveforms, bytes, labels.size(), samples)
            : plain(waveforms, bytes, labels.size(), samples);
        boolean limbs = XliLeads.hasLimbLeads(labels);
        if (compressed && !limbs && labels.contains("III")) {
            throw document.error(waveforms, "compressed limb leads in the order " + labels + " are not understood");
        }
        if (limbs && (compressed || areDifferences(leads))) {
            XliLeads.derive(leads);
        }
        return leads;
    }

    private List<int[]> plain(XmlElement waveforms, byte[] bytes, int count, int samples) throws ReadException {
        if (bytes.length < 2L * count * samples) {
            throw document.error(waveforms, bytes.length + " bytes don't hold " + count + " leads of " + samples
                + " samples");
        }
        int[] all = SampleText.shorts(bytes);
        List<int[]> leads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leads.add(Arrays.copyOfRange(all, i * samples, (i + 1) * samples));
        }
        return leads;
    }

    /** Whether lead III is closer to nothing than to II - I, which it is unless only the difference is stored. */
    private static boolean areDifferences(List<int[]> leads) {
        long asLead = 0;
        long asDifference = 0;
        for (int i = 0; i < leads.get(0).length; i++) {
            asLead += Math.abs(leads.get(1)[i] - leads.get(0)[i] - leads.get(2)[i]);
            asDifference += Math.abs(leads.get(2)[i]);
        }
        return asDifference < asLead;
    }

    /** The averaged beats; version 1.03 does not tell their rate and resolution, so there they are left out. */
    private List<Channel> beats() throws ReadException {
        List<Channel> channels = new ArrayList<>();
        for (XmlElement beats : root.descendants("repbeats")) {
            String rate = beats.attribute("samplespersec");
            String resolution = beats.attribute("resolution");
            if (rate.isEmpty() || resolution.isEmpty() || !beats.attribute("dataencoding").equals("Base64")) {
                continue;
            }
            double rateHz = document.number(beats, rate, "the sampling rate");
            double gain = document.number(beats, resolution, "the resolution");
            for (XmlElement beat : beats.children("repbeat")) {
                Optional<XmlElement> waveform = beat.find("waveform").filter(w -> !w.text().isEmpty());
                if (waveform.isPresent() && rateHz > 0) {
                    int[] steps = withoutRest(SampleText.shorts(SampleText.base64(document, waveform.get())));
                    channels.add(new Channel(beat.attribute("leadname"), UNIT, rateHz, scaled(steps, gain),
                        Content.REPRESENTATIVE_BEAT));
                }
            }
        }
        return channels;
    }

    /** Behind the beat's end the highest number stands. */
    private static int[] withoutRest(int[] steps) {
        int end = steps.length;
        while (end > 0 && steps[end - 1] == Short.MAX_VALUE) {
            end--;
        }
        return Arrays.copyOf(steps, end);
    }

    private static double[] scaled(int[] steps, double gain) {
        double[] samples = new double[steps.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = steps[i] * gain;
        }
        return samples;
    }
}

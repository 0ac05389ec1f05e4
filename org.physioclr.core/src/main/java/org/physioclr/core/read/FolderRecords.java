package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.physioclr.core.read.wfdb.SignalLine;
import org.physioclr.core.read.wfdb.WfdbHeader;
import org.physioclr.core.read.wfdb.WfdbHeaderParser;
import org.physioclr.core.run.Progress;

/**
 * Picks the records among the files of one folder: a WFDB header stands for its record, so signal files, annotations
 * and the segments of a multi-segment record are not records of their own. A file of another kind counts if its content
 * or its ending says that it is an ECG; it may turn out to be unreadable. Of text tables only the content tells, since
 * lists of labels end alike.
 */
final class FolderRecords {

    private static final Set<String> ECG_ENDINGS = Set.of("hea", "dat", "mat", "edf", "bdf", "dcm", "scp", "xml");
    private static final Set<String> OWN_RECORD = Set.of("edf", "bdf", "dcm", "scp", "xml");

    private final Path root;
    private final List<Path> files;
    private final Progress progress;
    private final Set<String> headed = new HashSet<>();
    private final Set<String> parts = new HashSet<>();
    /** Files by what comes before their endings, where there are several. */
    private final Map<String, List<Path>> siblings = new HashMap<>();

    FolderRecords(Path root, List<Path> files, Progress progress) {
        this.root = root;
        this.files = files;
        this.progress = progress;
    }

    Iterator<RecordFile> iterator() {
        for (Path file : files) {
            siblings.computeIfAbsent(stem(file), stem -> new ArrayList<>(1)).add(file);
            if (ending(file).equals("hea")) {
                progress.checkCancelled();
                headed.add(stem(file));
                note(file);
            }
        }
        siblings.values().removeIf(group -> group.size() == 1);
        return files.stream().filter(this::isRecord)
            .map(file -> RecordFile.of(root, file, isAmbiguous(file))).iterator();
    }

    /** Remembers the files that a header names, other than those of its own name, which need no memory. */
    private void note(Path header) {
        try {
            WfdbHeader parsed = WfdbHeaderParser.parse(header);
            for (WfdbHeader.Segment segment : parsed.segments()) {
                if (!segment.record().equals(stem(header))) {
                    parts.add(segment.record() + ".hea");
                }
            }
            for (SignalLine signal : parsed.signals()) {
                if (!signal.file().startsWith(stem(header) + ".")) {
                    parts.add(signal.file());
                }
            }
        } catch (IOException e) {
            // A damaged header is a record that will be rejected with the reason when it is read.
            return;
        }
    }

    /** Whether another record of the folder has the same name but for the ending. */
    private boolean isAmbiguous(Path file) {
        return siblings.getOrDefault(stem(file), List.of()).stream()
            .anyMatch(other -> !other.equals(file) && isRecord(other));
    }

    private boolean isRecord(Path file) {
        progress.checkCancelled();
        String ending = ending(file);
        if (parts.contains(file.getFileName().toString())) {
            return false;
        }
        if (ending.equals("hea")) {
            return true;
        }
        if (headed.contains(stem(file)) && !OWN_RECORD.contains(ending)) {
            return false;
        }
        try {
            return ECG_ENDINGS.contains(ending) || RecordReader.formatOf(file).isPresent();
        } catch (IOException e) {
            return ECG_ENDINGS.contains(ending);
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

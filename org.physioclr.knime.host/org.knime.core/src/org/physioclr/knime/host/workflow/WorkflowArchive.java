package org.physioclr.knime.host.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.physioclr.knime.host.file.WholeFile;

/** A workflow's folder in a zip file, as KNIME exports it. */
public final class WorkflowArchive {

    private static final String WORKFLOW = "workflow.knime";
    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_BYTES = 16L << 30;
    /** Deflate reaches 1032; settings, the most regular of files in a workflow, about 30. */
    private static final long HIGHEST_RATIO = 200;
    /** Below this a bomb does no harm, and a ratio says little. */
    private static final long HARMLESS_BYTES = 64L << 20;

    private final Path zip;
    private final long packedBytes;
    private long unpackedBytes;

    private WorkflowArchive(Path zip) throws IOException {
        this.zip = zip;
        this.packedBytes = Files.size(zip);
    }

    /**
     * {@return the workflow's folder}
     *
     * @param zip a file with one workflow, in its root or in a folder
     * @param target where to unpack it
     * @throws WorkflowException if it isn't a zip file, has no workflow or several, has paths that lead out of it, or
     *     would become unreasonably large
     */
    public static Path unpack(Path zip, Path target) throws WorkflowException {
        try {
            new WorkflowArchive(zip).unpackTo(target.toAbsolutePath().normalize());
            return workflowIn(zip, target);
        } catch (IOException e) {
            throw new WorkflowException(Files.exists(zip) ? zip + " can't be unpacked: " + e.getMessage()
                : "There is no " + zip + ". Name a zip file that has a workflow.", e);
        }
    }

    private void unpackTo(Path target) throws IOException, WorkflowException {
        Files.createDirectories(target);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() > MOST_ENTRIES) {
                throw new WorkflowException(zip + " has more than " + MOST_ENTRIES + " entries; it isn't unpacked");
            }
            Map<ZipEntry, Path> targets = new LinkedHashMap<>();
            for (ZipEntry entry : Collections.list(file.entries())) {
                targets.put(entry, inside(target, entry.getName()));
            }
            for (Map.Entry<ZipEntry, Path> entry : targets.entrySet()) {
                if (!entry.getKey().isDirectory()) {
                    Files.createDirectories(entry.getValue().getParent());
                    try (InputStream input = file.getInputStream(entry.getKey())) {
                        unpack(input, entry.getValue());
                    }
                }
            }
        }
    }

    private Path inside(Path target, String name) throws WorkflowException {
        try {
            Path file = target.resolve(name).normalize();
            if (file.startsWith(target) && !name.contains("\\")) {
                return file;
            }
        } catch (InvalidPathException e) {
            // refused like a path that leads elsewhere
        }
        throw new WorkflowException(zip + ": the entry \"" + name
            + "\" could lead out of the archive; it isn't unpacked");
    }

    private void unpack(InputStream input, Path file) throws IOException, WorkflowException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream output = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                unpackedBytes += count;
                if (unpackedBytes > MOST_BYTES
                    || unpackedBytes > Math.max(HARMLESS_BYTES, HIGHEST_RATIO * packedBytes)) {
                    throw new WorkflowException(zip + " has " + packedBytes + " bytes but unpacks to more than "
                        + (unpackedBytes >> 20) + " MB; it isn't unpacked further. Unpack it yourself and name the "
                        + "folder with -workflowDir if you trust it.");
                }
                output.write(buffer, 0, count);
            }
        }
    }

    private static Path workflowIn(Path zip, Path target) throws IOException, WorkflowException {
        if (Files.exists(target.resolve(WORKFLOW))) {
            return target;
        }
        List<Path> folders;
        try (Stream<Path> children = Files.list(target)) {
            folders = children.filter(child -> Files.exists(child.resolve(WORKFLOW))).sorted().toList();
        }
        if (folders.size() != 1) {
            throw new WorkflowException(zip + " must have " + WORKFLOW + " in its root or in one folder there, but has "
                + (folders.isEmpty() ? "none" : "several: " + folders.stream().map(Path::getFileName).toList()));
        }
        return folders.get(0);
    }

    /**
     * Packs a workflow's folder.
     *
     * @param folder the workflow's folder, which becomes the one folder in the archive's root
     * @param zip the file to write or overwrite
     * @throws IOException if a file can't be read or written
     */
    public static void pack(Path folder, Path zip) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> Files.isRegularFile(file) && !file.equals(zip)).sorted().toList();
        }
        WholeFile.write(zip, output -> {
            ZipOutputStream zipped = new ZipOutputStream(output);
            for (Path file : files) {
                zipped.putNextEntry(new ZipEntry(folder.getFileName() + "/" + folder.relativize(file).toString()
                    .replace(folder.getFileSystem().getSeparator(), "/")));
                Files.copy(file, zipped);
            }
            zipped.finish();
        });
    }
}

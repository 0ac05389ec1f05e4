package org.physioclr.torch.pretrain;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.physioclr.torch.data.Fingerprints;
import org.physioclr.torch.protocol.Checkpoints;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Safetensors;

import com.google.gson.JsonParseException;

/**
 * The checkpoint folder of a training. A checkpoint is {@code training-<epoch>.safetensors} with all arrays and
 * {@code training-<epoch>.json} with their hash, written in this order, each under a temporary name and then renamed;
 * only when both are there is the one before removed. So whenever the process is killed, one whole checkpoint remains.
 * A lock keeps two trainings from sharing the folder.
 */
final class TrainingFolder implements Closeable {

    private static final int VERSION = 1;
    private static final String STEM = "training-";
    private static final String CARD = ".json";
    private static final String ARRAYS = ".safetensors";
    private static final String PART = ".part";

    private final Path folder;
    private final Checkpoints settings;
    private final TrainingIdentity identity;
    private final Map<String, String> provenance;
    private final FileChannel lock;

    private record Card(int formatVersion, String sha256, TrainingIdentity identity, Map<String, String> provenance,
            TrainingState state) {
        Card {
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(identity, "identity");
            Objects.requireNonNull(provenance, "provenance");
            Objects.requireNonNull(state, "state");
        }
    }

    private TrainingFolder(Checkpoints settings, TrainingIdentity identity, Map<String, String> provenance,
            FileChannel lock) {
        this.settings = settings;
        this.identity = identity;
        this.provenance = provenance;
        folder = Path.of(settings.folder());
        this.lock = lock;
    }

    /**
     * Makes the folder if it is not there, and keeps others out of it.
     *
     * @param identity what the training is of
     * @param provenance what computes
     * @throws IOException if it can't be made or another training is at work in it
     */
    static TrainingFolder open(Checkpoints settings, TrainingIdentity identity, Map<String, String> provenance)
            throws IOException {
        Path folder = Path.of(settings.folder());
        FileChannel channel;
        try {
            channel = FileChannel.open(Files.createDirectories(folder).resolve("training.lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException("The checkpoint folder " + folder + " can't be made or written to ("
                + reason(e) + "). Choose another one.", e);
        }
        if (!tryLock(channel)) {
            channel.close();
            throw new IOException("Another training is at work in the checkpoint folder " + folder
                + ". Choose another one, or wait until that one has ended.");
        }
        return new TrainingFolder(settings, identity, provenance, channel);
    }

    /** Why a file could not be written; some of Java's exceptions give its path alone. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it is gone";
        }
        if (e instanceof AccessDeniedException) {
            return "its permissions forbid it";
        }
        return e instanceof FileSystemException refused && refused.getReason() != null ? refused.getReason()
            : String.valueOf(e.getMessage());
    }

    /** A file system without locks, as some networks' are, lets everyone in. */
    private static boolean tryLock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            System.err.println("The checkpoint folder can't be locked: " + e);
            return true;
        }
    }

    /** Whether a checkpoint is to be written after an epoch. */
    boolean isDue(int epoch) {
        return epoch % settings.everyEpochs() == 0;
    }

    /**
     * The newest whole checkpoint.
     *
     * @return null if there is none, or none is wanted
     * @throws IOException if it is damaged, or of another training, naming the differences
     */
    SavedTraining newest() throws IOException {
        List<Path> cards = files(CARD);
        if (!settings.resume() || cards.isEmpty()) {
            return null;
        }
        Path file = cards.get(0);
        Card card = card(file);
        List<String> differences = identity.differencesFrom(card.identity());
        if (!differences.isEmpty()) {
            throw new IOException("The checkpoint in " + folder + " is of another training: "
                + String.join("; ", differences) + ". Set back what was changed, choose another checkpoint folder, or "
                + "switch Resume off to begin anew.");
        }
        Path arrays = arrays(file);
        if (!Files.exists(arrays) || !Fingerprints.of(arrays).equals(card.sha256())) {
            throw damaged(file, arrays.getFileName() + " beside it is missing or another one", null);
        }
        return new SavedTraining(card.provenance(), card.state(), arrays);
    }

    private Card card(Path file) throws IOException {
        try {
            Card card = Json.parse(Files.readString(file), Card.class);
            if (card.formatVersion() != VERSION) {
                throw new JsonParseException("it has the format " + card.formatVersion() + ", this release reads "
                    + VERSION);
            }
            return card;
        } catch (JsonParseException e) {
            throw damaged(file, e.getMessage(), e);
        }
    }

    private static IOException damaged(Path file, String why, Exception cause) {
        return new IOException("The checkpoint " + file + " can't be used: " + why
            + ". Choose another checkpoint folder, or switch Resume off to begin anew.", cause);
    }

    /** What else computes than when the checkpoint was written, so that the bits may be others. */
    List<String> warnings(SavedTraining saved) {
        List<String> changes = new ArrayList<>();
        provenance.forEach((what, now) -> {
            String then = saved.provenance().getOrDefault(what, "unknown");
            if (!then.equals(now)) {
                changes.add(what + " " + then + " before, " + now + " now");
            }
        });
        return changes.isEmpty() ? List.of() : List.of("Training went on from its checkpoint on another ground ("
            + String.join("; ", changes) + "): the encoder may differ in the last bits from one trained at a stretch.");
    }

    /** Writes a checkpoint and then removes all others. */
    void write(TrainingState state, Map<String, Safetensors.Source> values) throws IOException {
        String name = STEM + String.format(Locale.ROOT, "%06d", state.epoch());
        Path arrays = folder.resolve(name + ARRAYS);
        Path card = folder.resolve(name + CARD);
        Path part = folder.resolve(name + ARRAYS + PART);
        Safetensors.writeEach(part, values);
        String sha256 = Fingerprints.of(part);
        Files.deleteIfExists(card); // one of the same epoch, of a training that began anew
        complete(part, arrays);
        Path cardPart = folder.resolve(name + CARD + PART);
        Files.writeString(cardPart,
            Json.pretty(new Card(VERSION, sha256, identity, provenance, state)) + "\n");
        complete(cardPart, card);
        for (String ending : List.of(CARD, ARRAYS, PART)) {
            for (Path file : files(ending)) {
                if (!file.equals(card) && !file.equals(arrays)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Gives a file its name once its bytes are on the disk, so that a crash of the machine can't cut it short. */
    private static void complete(Path part, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path arrays(Path card) {
        String name = card.getFileName().toString();
        return card.resolveSibling(name.substring(0, name.length() - CARD.length()) + ARRAYS);
    }

    /** The files of checkpoints with an ending, the newest first. */
    private List<Path> files(String ending) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, STEM + "*" + ending)) {
            stream.forEach(files::add);
        }
        files.sort(Collections.reverseOrder());
        return files;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

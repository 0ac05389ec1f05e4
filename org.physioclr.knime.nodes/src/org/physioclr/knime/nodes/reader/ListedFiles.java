package org.physioclr.knime.nodes.reader;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.RowTally;

/**
 * The files that a table lists.
 *
 * @param files each once, in the table's order, at least one
 * @param root the folder to which records are named: the chosen one if all files lie in it, else the innermost that
 *        holds them all
 */
record ListedFiles(List<Path> files, Path root) {

    /**
     * Takes the files from a table.
     *
     * @param column the index of the column with their paths
     * @param folder the chosen folder, from which relative paths start; empty if none is chosen
     * @param unnamed receives the rows that name no file
     * @throws IllegalArgumentException if a path can't be one, or there is none
     */
    static ListedFiles of(BufferedDataTable table, int column, Optional<Path> folder, RowTally unnamed) {
        Set<Path> files = new LinkedHashSet<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                String text = Cells.text(row.getCell(column)).strip();
                if (text.isEmpty()) {
                    unnamed.add(row.getKey().getString());
                } else {
                    files.add(path(text, folder, row));
                }
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("The input table names no file. Choose the column with the paths, or "
                + "remove the table to read a folder.");
        }
        Path root = folder.map(path -> path.toAbsolutePath().normalize())
            .filter(path -> files.stream().allMatch(file -> file.startsWith(path))).orElseGet(() -> common(files));
        return new ListedFiles(List.copyOf(files), root);
    }

    private static Path path(String text, Optional<Path> folder, DataRow row) {
        try {
            Path path = folder.isPresent() ? folder.get().resolve(text) : Path.of(text);
            if (folder.isEmpty() && !path.isAbsolute()) {
                throw new IllegalArgumentException("The path \"" + text + "\" in row " + row.getKey().getString()
                    + " is relative. Choose the folder that it starts from in the dialog.");
            }
            return path.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("The row " + row.getKey().getString() + " holds \"" + text
                + "\", which is no path. Choose the column with the paths in the dialog.", e);
        }
    }

    /** The innermost folder that holds all files; on a system with several roots possibly that of the first file. */
    private static Path common(Set<Path> files) {
        Path first = files.iterator().next().getParent();
        Path common = first;
        for (Path file : files) {
            while (common != null && !file.startsWith(common)) {
                common = common.getParent();
            }
        }
        return common == null ? first : common;
    }
}

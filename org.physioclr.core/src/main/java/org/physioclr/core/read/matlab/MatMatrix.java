package org.physioclr.core.read.matlab;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;

/**
 * A MATLAB variable, or a field of one.
 *
 * @param kind its class: 2 is a struct, 4 text, 6 to 15 numbers
 * @param rows the first dimension
 * @param columns the second dimension; there is no third
 * @param name empty for fields
 * @param content the element that holds the numbers or, of a struct, the length of its fields' names
 */
record MatMatrix(int kind, int rows, int columns, String name, MatElement content) {

    private static final int STRUCT = 2;
    private static final int TEXT = 4;
    private static final int FIRST_NUMERIC = 6;
    private static final int LAST_NUMERIC = 15;
    private static final int MOST_FIELDS = 1000;

    /** Null if the matrix is empty, has more than two dimensions or another class than these. */
    static MatMatrix of(MatElement matrix) throws ReadException {
        if (matrix.type() != MatElement.MATRIX || matrix.length() == 0) {
            return null;
        }
        LittleEndianFile data = matrix.data();
        MatElement flags = inside(matrix, matrix.start());
        MatElement dimensions = inside(matrix, flags.next());
        MatElement name = inside(matrix, dimensions.next());
        int kind = flags.count() > 0 ? (int) flags.number(0) & 0xFF : 0;
        boolean known = kind == STRUCT || kind == TEXT || kind >= FIRST_NUMERIC && kind <= LAST_NUMERIC;
        if (!known || dimensions.count() != 2 || dimensions.number(0) < 0 || dimensions.number(1) < 0) {
            return null;
        }
        return new MatMatrix(kind, (int) dimensions.number(0), (int) dimensions.number(1),
            data.text(name.start(), name.length(), StandardCharsets.ISO_8859_1), inside(matrix, name.next()));
    }

    private static MatElement inside(MatElement matrix, int at) throws ReadException {
        MatElement element = MatElement.at(matrix.data(), at);
        if (element.start() + element.length() > matrix.start() + matrix.length()) {
            throw MatElement.error(matrix.data(), at, "an element runs over the end of its matrix");
        }
        return element;
    }

    boolean isStruct() {
        return kind == STRUCT;
    }

    boolean isNumeric() {
        return kind >= FIRST_NUMERIC && kind <= LAST_NUMERIC && content.count() == (long) rows * columns;
    }

    /** The characters of a text, empty if this is none. */
    String text() throws ReadException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; kind == TEXT && i < content.count(); i++) {
            text.append((char) content.number(i));
        }
        return text.toString().strip();
    }

    /** The fields of a struct of one element by their names. */
    Map<String, MatMatrix> fields() throws ReadException {
        LittleEndianFile data = content.data();
        MatElement names = MatElement.at(data, content.next());
        int width = content.count() == 1 ? (int) content.number(0) : 0;
        if (rows != 1 || columns != 1 || width < 1 || names.length() / width > MOST_FIELDS) {
            throw MatElement.error(data, content.start(), "the struct " + name + " is not understood");
        }
        Map<String, MatMatrix> fields = new LinkedHashMap<>();
        int at = names.next();
        for (int i = 0; i < names.length() / width; i++) {
            MatElement element = MatElement.at(data, at);
            MatMatrix field = of(element);
            if (field != null) {
                fields.put(data.text(names.start() + (long) i * width, width, StandardCharsets.ISO_8859_1), field);
            }
            at = element.next();
        }
        return fields;
    }
}

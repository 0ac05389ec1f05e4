package org.physioclr.knime.nodes.bridge;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;

/**
 * What a page is given: records as JSON objects. NaN and infinity, which JSON does not have, become null; numbers are
 * cut to six digits, as a picture shows no more; {@code <} is escaped, so that no text can end a script element.
 */
public final class PageJson {

    private static final MathContext SIX_DIGITS = new MathContext(6);

    private static final TypeAdapter<Double> SHORT = new TypeAdapter<>() {
        @Override
        public void write(JsonWriter out, Double value) throws IOException {
            if (value == null || !Double.isFinite(value)) {
                out.nullValue();
            } else {
                out.value(BigDecimal.valueOf(value).round(SIX_DIGITS).stripTrailingZeros());
            }
        }

        @Override
        public Double read(JsonReader in) {
            throw new UnsupportedOperationException("Pages send no data back");
        }
    };

    private static final Gson GSON = new GsonBuilder().registerTypeAdapter(double.class, SHORT)
        .registerTypeAdapter(Double.class, SHORT).serializeNulls().create();

    private PageJson() {
    }

    static String of(Object data) {
        return GSON.toJson(data);
    }
}

package org.physioclr.torch.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class SafetensorsTest {

    @TempDir
    private Path folder;

    /** Read by the format's own description, not by our reader; tests/python/check has PyTorch read whole encoders. */
    @Test
    void anArrayLiesWhereTheHeaderSays() throws IOException {
        float[] values = {1, 2, 3, 4, 5.5f, -6};
        Path file = folder.resolve("t.safetensors");
        Safetensors.write(file, Map.of("weight", new Tensor(new long[] {2, 3}, values)));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[Math.toIntExact(bytes.getLong())];
        bytes.get(header);
        JsonObject place = JsonParser.parseString(new String(header, StandardCharsets.UTF_8)).getAsJsonObject()
            .getAsJsonObject("weight");
        assertEquals("F32", place.get("dtype").getAsString());
        assertEquals("[2,3]", place.get("shape").toString());
        JsonArray offsets = place.getAsJsonArray("data_offsets");
        assertEquals("[0,24]", offsets.toString());
        assertEquals(0, header.length % 8, "the data are aligned");
        assertEquals(offsets.get(1).getAsInt(), bytes.remaining(), "nothing lies behind them");
        float[] read = new float[values.length];
        bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(read);
        assertArrayEquals(values, read);
    }
}

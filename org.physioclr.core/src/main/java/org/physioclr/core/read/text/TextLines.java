package org.physioclr.core.read.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens text files in the encoding that their first bytes tell. */
public final class TextLines {

    private static final int HEAD_BYTES = 4096;

    private TextLines() {
    }

    /** A reader behind the byte order mark, if there is one. */
    public static BufferedReader open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        try {
            byte[] head = stream.readNBytes(HEAD_BYTES);
            stream.close();
            stream = Files.newInputStream(file);
            stream.skipNBytes(markBytes(head));
            return new BufferedReader(new InputStreamReader(stream, charset(head)));
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** Text of a file's beginning, without its byte order mark. */
    public static String decode(byte[] head) {
        int mark = markBytes(head);
        return new String(head, mark, head.length - mark, charset(head));
    }

    private static int markBytes(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return 3;
        }
        boolean sixteen = head.length >= 2 && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
            || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
        return sixteen ? 2 : 0;
    }

    private static Charset charset(byte[] head) {
        if (markBytes(head) == 2) {
            return head[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        // The last bytes may be half a character.
        for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return StandardCharsets.UTF_8;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return StandardCharsets.ISO_8859_1;
    }
}

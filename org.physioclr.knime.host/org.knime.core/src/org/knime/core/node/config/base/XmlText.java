package org.knime.core.node.config.base;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in XML attributes. Characters that XML can't hold or would change, and the first of two percent signs, become
 * two percent signs and five decimal digits.
 */
final class XmlText {

    private static final Pattern ESCAPED = Pattern.compile("%%(\\d{5})");

    private XmlText() {
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (needsEscape(text, i)) {
                escaped.append("%%").append(String.format(Locale.ROOT, "%05d", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(String text) {
        return text.contains("%%") ? ESCAPED.matcher(text).replaceAll(match -> {
            int code = Integer.parseInt(match.group(1));
            return Matcher.quoteReplacement(code <= Character.MAX_VALUE ? String.valueOf((char) code) : match.group());
        }) : text;
    }

    private static boolean needsEscape(String text, int index) {
        char c = text.charAt(index);
        if (c < ' ' || c == 0x7f || c == 0xfffe || c == 0xffff) {
            return true;
        }
        if (c == '%') {
            return index + 1 < text.length() && text.charAt(index + 1) == '%';
        }
        boolean paired = Character.isHighSurrogate(c)
            ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
            : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        return Character.isSurrogate(c) && !paired;
    }
}

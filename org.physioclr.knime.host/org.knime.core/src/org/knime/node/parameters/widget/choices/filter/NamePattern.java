package org.knime.node.parameters.widget.choices.filter;

import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.node.parameters.persistence.Persistable;

/** Selection by a pattern; the fields' names are part of saved workflows. */
final class NamePattern implements Persistable {

    String pattern = "";
    boolean isCaseSensitive;
    boolean isInverted;

    /**
     * {@return a test of names}
     *
     * @param mode {@link FilterMode#REGEX} or {@link FilterMode#WILDCARD}
     * @throws java.util.regex.PatternSyntaxException if the regular expression is malformed
     */
    Predicate<String> matcher(FilterMode mode) {
        String regex = mode == FilterMode.WILDCARD ? fromWildcard(pattern) : pattern;
        int flags = Pattern.DOTALL | (isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Pattern compiled = Pattern.compile(regex, flags);
        return name -> compiled.matcher(name).matches() != isInverted;
    }

    private static String fromWildcard(String wildcard) {
        StringBuilder regex = new StringBuilder();
        for (char c : wildcard.toCharArray()) {
            regex.append(switch (c) {
                case '*' -> ".*";
                case '?' -> ".";
                default -> Pattern.quote(String.valueOf(c));
            });
        }
        return regex.toString();
    }
}

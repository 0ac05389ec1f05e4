package org.physioclr.core.augment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes and reads a step: the augmentation's name in words, then {@code name=number} for each of its numbers. */
final class StepText {

    private static final String PROBABILITY = "probability";

    /** Each augmentation with its default numbers. */
    private static final List<Augmentation> DEFAULTS = List.of(new Augmentation.HeartbeatShuffle(0.62, 0.015),
        new Augmentation.LeadMasking(0.25), new Augmentation.TimeMasking(0.1), new Augmentation.BaselineWander(0.2),
        new Augmentation.MuscleNoise(0.05), new Augmentation.Powerline(50, 0.05), new Augmentation.GaussianNoise(0.03),
        new Augmentation.AmplitudeScaling(0.8, 1.25), new Augmentation.TimeShift(0.2),
        new Augmentation.VcgTransform(15, 1.2), new Augmentation.LeadReversal());

    private StepText() {
    }

    static String write(AugmentationRecipe.Step step) {
        StringBuilder text = new StringBuilder(name(step.augmentation()));
        numbers(step.augmentation()).forEach((key, value) -> text.append(' ').append(key).append('=').append(value));
        return text.append(' ').append(PROBABILITY).append('=').append(step.probability()).toString();
    }

    static AugmentationRecipe.Step parse(String line) {
        String[] words = line.split("\\s+");
        int firstNumber = 0;
        while (firstNumber < words.length && !words[firstNumber].contains("=")) {
            firstNumber++;
        }
        String name = String.join(" ", Arrays.copyOf(words, firstNumber)).toLowerCase(Locale.ROOT);
        Augmentation defaults = DEFAULTS.stream().filter(known -> name(known).equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Unknown augmentation in \"" + line + "\". Known are: "
                + DEFAULTS.stream().map(StepText::name).collect(Collectors.joining(", "))));
        Map<String, Double> numbers = numbers(defaults);
        numbers.put(PROBABILITY, 1.0);
        for (String word : Arrays.copyOfRange(words, firstNumber, words.length)) {
            put(word, numbers, line);
        }
        double probability = numbers.remove(PROBABILITY);
        return new AugmentationRecipe.Step(make(defaults.getClass(), numbers), probability);
    }

    private static void put(String word, Map<String, Double> numbers, String line) {
        String key = word.substring(0, Math.max(0, word.indexOf('=')));
        if (!numbers.containsKey(key)) {
            throw new IllegalArgumentException("\"" + word + "\" in \"" + line + "\" is none of "
                + String.join(", ", numbers.keySet()));
        }
        try {
            numbers.put(key, Double.valueOf(word.substring(key.length() + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + word + "\" in \"" + line + "\" is no number", e);
        }
    }

    /** {@code HeartbeatShuffle} becomes {@code heartbeat shuffle}. */
    private static String name(Augmentation augmentation) {
        return augmentation.getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Double> numbers(Augmentation augmentation) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (RecordComponent component : augmentation.getClass().getRecordComponents()) {
            try {
                numbers.put(component.getName(), (Double) component.getAccessor().invoke(augmentation));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return numbers;
    }

    private static Augmentation make(Class<? extends Augmentation> type, Map<String, Double> numbers) {
        Class<?>[] types = new Class<?>[numbers.size()];
        Arrays.fill(types, double.class);
        try {
            return type.getConstructor(types).newInstance(numbers.values().toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

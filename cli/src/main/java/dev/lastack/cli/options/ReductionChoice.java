package dev.lastack.cli.options;

import dev.lastack.model.state.Reduction;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --reduce} says: {@code all}, {@code none}, or names. */
public record ReductionChoice(Set<Reduction> reductions) {

    static final class Converter implements ITypeConverter<ReductionChoice> {

        @Override
        public ReductionChoice convert(String value) {
            Set<Reduction> chosen = EnumSet.noneOf(Reduction.class);
            if (value.equals("all")) {
                chosen.addAll(Reduction.ALL);
            } else if (!value.equals("none")) {
                for (String name : value.split(",", -1)) {
                    chosen.add(Reduction.named(name.strip())
                            .orElseThrow(() -> new TypeConversionException(
                                    "'" + name + "' is not a reduction; expected all, none, or some of " + names())));
                }
            }
            return new ReductionChoice(chosen);
        }
    }

    private static String names() {
        return Arrays.stream(Reduction.values()).map(Reduction::toString).collect(Collectors.joining(", "));
    }

    /** Their names, sorted; "nothing" if there are none. */
    public static String text(Set<Reduction> reductions) {
        String names = String.join(", ", names(reductions));
        return names.isEmpty() ? "nothing" : names;
    }

    public static List<String> names(Set<Reduction> reductions) {
        return reductions.stream().sorted().map(Reduction::toString).toList();
    }
}

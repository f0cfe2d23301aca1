package dev.lastack.explore;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was chosen so far: the action of each step from the initial state on. With the scenario it determines the run.
 *
 * @param actions at most {@value #MOST}
 */
public record Choices(List<Integer> actions) {

    /** The longest run that is kept. */
    public static final int MOST = 2000;

    /** Short in a link, and both cases of no letter. */
    private static final int RADIX = 36;

    public static final Choices NONE = new Choices(List.of());

    public Choices {
        if (actions.size() > MOST) {
            throw new ExploreException("a run of " + actions.size() + " steps is too long; at most " + MOST);
        }
        actions = List.copyOf(actions);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws ExploreException if {@code text} is anything else
     */
    public static Choices parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        return new Choices(Stream.of(text.split("\\.", -1)).map(Choices::action).collect(Collectors.toList()));
    }

    private static int action(String word) {
        if (!word.matches("[0-9a-z]{1,6}")) {
            String shown = word.length() > 20 ? word.substring(0, 20) + "…" : word;
            throw new ExploreException("choices: '" + shown + "' is no step; one to six of 0-9 and a-z are");
        }
        long code = Long.parseLong(word, RADIX);
        if (code > Integer.MAX_VALUE) {
            throw new ExploreException("choices: '" + word + "' is no step; the greatest is "
                    + Integer.toString(Integer.MAX_VALUE, RADIX));
        }
        return (int) code;
    }

    public int size() {
        return actions.size();
    }

    /** The first {@code length} of them. */
    public Choices upTo(int length) {
        return new Choices(actions.subList(0, length));
    }

    /** These, then {@code more}. */
    public Choices then(List<Integer> more) {
        return new Choices(Stream.concat(actions.stream(), more.stream()).toList());
    }

    /** How many of them {@code other} begins with too. */
    int inCommonWith(Choices other) {
        int length = Math.min(size(), other.size());
        int same = 0;
        while (same < length && actions.get(same).equals(other.actions.get(same))) {
            same++;
        }
        return same;
    }

    /** The actions to the base of 36 with dots between, for the fragment of a link. */
    @Override
    public String toString() {
        return actions.stream().map(code -> Integer.toString(code, RADIX)).collect(Collectors.joining("."));
    }
}

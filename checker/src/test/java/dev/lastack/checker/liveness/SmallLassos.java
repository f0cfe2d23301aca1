package dev.lastack.checker.liveness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every lasso over the atoms a and b up to some length. */
public final class SmallLassos {

    private static final List<Set<String>> LETTERS = List.of(Set.of(), Set.of("a"), Set.of("b"), Set.of("a", "b"));

    /** Receives a lasso. */
    public interface Visitor {
        void lasso(List<Set<String>> letters, int loopStart);
    }

    private SmallLassos() {}

    public static void forEach(int maxLength, Visitor visitor) {
        for (int length = 1; length <= maxLength; length++) {
            for (int code = 0; code < 1 << (2 * length); code++) {
                List<Set<String>> letters = new ArrayList<>();
                for (int position = 0; position < length; position++) {
                    letters.add(LETTERS.get((code >> (2 * position)) & 3));
                }
                for (int loopStart = 0; loopStart < length; loopStart++) {
                    visitor.lasso(letters, loopStart);
                }
            }
        }
    }
}

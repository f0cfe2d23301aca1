package dev.lastack.conformance.packetdrill.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of the C preprocessor that some packetdrill dialects know: {@code #define}, {@code #undef}, {@code #ifdef},
 * {@code #ifndef}, {@code #if}, {@code #elif}, {@code #else} and {@code #endif}. Any other {@code #} begins a comment.
 */
final class Directives {

    private static final Pattern LINE =
            Pattern.compile("#(define|undef|ifdef|ifndef|if|elif|else|endif)(?![A-Za-z0-9_])(.*)", Pattern.DOTALL);
    private static final Pattern DEFINITION = Pattern.compile("(\\S+)(.*)", Pattern.DOTALL);

    /** Deeper nesting is no script but an attack on the memory of this reader. */
    private static final int DEEPEST = 100;

    private final Definitions definitions;
    private final Deque<Conditional> open = new ArrayDeque<>();

    /** An {@code #if} whose {@code #endif} has not come. */
    private static final class Conditional {
        private final Position start;
        private final boolean outerActive;
        private boolean active;
        private boolean taken;
        private boolean last;

        Conditional(Position start, boolean outerActive) {
            this.start = start;
            this.outerActive = outerActive;
        }

        void branch(boolean holds) {
            active = outerActive && !taken && holds;
            taken |= holds;
        }
    }

    Directives(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Whether the lines here belong to the script. */
    boolean active() {
        return open.isEmpty() || open.peek().active;
    }

    /**
     * Obeys a line.
     *
     * @param line from its {@code #} to its end
     * @return whether it is a directive; if not, it is a comment
     */
    boolean obey(String line, Position place) throws ScriptSyntaxException {
        Matcher directive = LINE.matcher(line);
        if (!directive.matches()) {
            return false;
        }
        String rest = directive.group(2).strip();
        switch (directive.group(1)) {
            case "define" -> define(rest, place);
            case "undef" -> undefine(rest);
            case "ifdef" -> begin(place).branch(definitions.has(firstWord(rest)));
            case "ifndef" -> begin(place).branch(!definitions.has(firstWord(rest)));
            case "if" -> {
                boolean holds = active() && Condition.holds(rest, definitions, place);
                begin(place).branch(holds);
            }
            case "elif" -> {
                Conditional conditional = next("#elif", place);
                boolean undecided = conditional.outerActive && !conditional.taken;
                conditional.branch(undecided && Condition.holds(rest, definitions, place));
            }
            case "else" -> {
                Conditional conditional = next("#else", place);
                conditional.branch(true);
                conditional.last = true;
            }
            default -> {
                innermost("#endif", place);
                open.pop();
            }
        }
        return true;
    }

    /** The script ends here: every condition must have ended before. */
    void end() throws ScriptSyntaxException {
        if (!open.isEmpty()) {
            throw new ScriptSyntaxException(open.peek().start, "this #if has no #endif");
        }
    }

    private Conditional begin(Position place) throws ScriptSyntaxException {
        if (open.size() == DEEPEST) {
            throw new ScriptSyntaxException(place, "conditions nest at most " + DEEPEST + " levels deep");
        }
        Conditional conditional = new Conditional(place, active());
        open.push(conditional);
        return conditional;
    }

    private Conditional next(String directive, Position place) throws ScriptSyntaxException {
        Conditional conditional = innermost(directive, place);
        if (conditional.last) {
            throw new ScriptSyntaxException(place, "this " + directive + " comes after #else");
        }
        return conditional;
    }

    private Conditional innermost(String directive, Position place) throws ScriptSyntaxException {
        Conditional conditional = open.peek();
        if (conditional == null) {
            throw new ScriptSyntaxException(place, "this " + directive + " has no #if");
        }
        return conditional;
    }

    private void define(String rest, Position place) throws ScriptSyntaxException {
        if (!active()) {
            return;
        }
        Matcher definition = DEFINITION.matcher(rest);
        if (!definition.matches()) {
            throw new ScriptSyntaxException(place, "#define needs a name");
        }
        try {
            definitions.define(definition.group(1), definition.group(2).strip());
        } catch (IllegalArgumentException unfit) {
            throw new ScriptSyntaxException(place, String.valueOf(unfit.getMessage()));
        }
    }

    private void undefine(String rest) {
        if (active()) {
            definitions.undefine(firstWord(rest));
        }
    }

    private static String firstWord(String text) {
        return text.split("\\s", 2)[0];
    }
}

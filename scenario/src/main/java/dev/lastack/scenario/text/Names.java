package dev.lastack.scenario.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of scenarios and of the claims that they state. Both become parts of file names, so their letters are few. */
public final class Names {

    /** A trace file is named after a scenario and a claim; together they stay below the 255 octets of file systems. */
    static final int LONGEST = 80;

    private static final Pattern FORBIDDEN_IN_SCENARIO = Pattern.compile("[^A-Za-z0-9 ._+-]|^[^A-Za-z0-9_]");
    private static final Pattern FORBIDDEN_IN_CLAIM = Pattern.compile("[^A-Za-z0-9_-]|^[^A-Za-z0-9_]");

    private Names() {}

    /**
     * Returns {@code name} if a scenario may have it.
     *
     * @throws ScenarioException at {@code place} if not
     */
    public static String scenario(String name, Place place) {
        return checked(name, "scenario", FORBIDDEN_IN_SCENARIO, "'.', '_', '-', '+' and space", place);
    }

    /**
     * Returns {@code name} if a claim may have it. It has no dot, so that the file name scenario.claim has one reading.
     *
     * @throws ScenarioException at {@code place} if not
     */
    public static String claim(String name, Place place) {
        return checked(name, "claim", FORBIDDEN_IN_CLAIM, "'_' and '-'", place);
    }

    private static String checked(String name, String kind, Pattern forbidden, String others, Place place) {
        String named = "the " + kind + " name '" + Abbreviated.of(name) + "' ";
        if (name.isEmpty()) {
            throw new ScenarioException(place, "the " + kind + " name is empty");
        }
        if (name.length() > LONGEST) {
            throw new ScenarioException(
                    place, named + "has " + name.length() + " characters; at most " + LONGEST + " are allowed");
        }
        Matcher found = forbidden.matcher(name);
        if (found.find()) {
            int at = found.start();
            String character = Character.toString(name.codePointAt(at));
            throw new ScenarioException(
                    place,
                    named + "has '" + (character.isBlank() ? character : Escape.line(character)) + "' as character "
                            + (name.codePointCount(0, at) + 1) + "; allowed are ASCII letters, digits, " + others
                            + ", the first a letter, digit or '_'");
        }
        return name;
    }
}

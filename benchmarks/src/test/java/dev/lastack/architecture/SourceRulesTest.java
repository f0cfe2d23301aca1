package dev.lastack.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Multimaps;
import com.google.common.collect.SortedSetMultimap;
import com.google.common.collect.TreeMultimap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** House rules that only the text shows, over every package of every module. */
class SourceRulesTest {

    private static final int LARGEST_PACKAGE = 25;
    private static final Pattern SHIFT = Pattern.compile(" (<<|>>|>>>)=? ");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(\\*|/\\*|//)");

    /** Types that model and endpoint both have, each in its own reading of RFC 9293. */
    private static final Set<String> PAIRS =
            Set.of("Decisions", "Reassembly", "Segment", "SegmentArrives", "Tcb", "Timeouts", "UserCalls");

    /** A documentation comment that no declaration follows, which Java 17 drops without a word. */
    private static final Pattern DANGLING =
            Pattern.compile("(?m)^ */\\*\\*(?:(?!\\*/)[\\s\\S])*+\\*/\\s*(?=/\\*|}|import |return |if |for |while )");

    /** Paths of one machine, numbers of a tracker, and notes of work that is left. */
    private static final Pattern FOREIGN =
            Pattern.compile("(^|[^\\w.])/(work|root|home)/|\\bissue \\d+\\b|\\bTODO\\b|\\bFIXME\\b|\\bXXX\\b");

    @Test
    void noPackageIsLargerThanAReaderCanSurvey() throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Source source : Source.ofMain()) {
            if (!source.name().equals("package-info.java")) {
                sizes.merge(source.module() + " " + source.packageName(), 1, Integer::sum);
            }
        }
        assertThat(sizes).hasSizeGreaterThan(Modules.names().size());
        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(LARGEST_PACKAGE));
    }

    /** A name means one thing, except where model and endpoint both follow a term of RFC 9293. */
    @Test
    void noTwoTypesShareASimpleName() throws IOException {
        SortedSetMultimap<String, String> packages = TreeMultimap.create();
        for (Source source : Source.ofMain()) {
            if (!source.name().equals("package-info.java")) {
                packages.put(source.name().replace(".java", ""), source.packageName());
            }
        }
        assertThat(packages.size()).isGreaterThan(packages.keySet().size());
        Multimaps.asMap(packages)
                .forEach((name, where) ->
                        assertThat(where).as(name).hasSizeLessThanOrEqualTo(PAIRS.contains(name) ? 2 : 1));
        assertThat(PAIRS)
                .allSatisfy(name -> assertThat(packages.get(name))
                        .as(name)
                        .satisfiesExactly(
                                inEndpoint -> assertThat(inEndpoint).startsWith("dev.lastack.endpoint"),
                                inModel -> assertThat(inModel).startsWith("dev.lastack.model")));
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        List<String> described = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        for (Source source : Source.ofMain()) {
            packages.add(source.module() + " " + source.packageName());
            if (source.name().equals("package-info.java")) {
                assertThat(source.text()).as(source.toString()).contains("/**", "@NullMarked");
                described.add(source.module() + " " + source.packageName());
            }
        }
        assertThat(described).isNotEmpty().containsAll(packages);
    }

    @Test
    void everyDocumentationCommentDocumentsSomething() throws IOException {
        List<String> dangling = new ArrayList<>();
        for (Source source : Source.all()) {
            DANGLING.matcher(source.text()).results().forEach(found -> dangling.add(source + ": " + found.group()));
        }
        assertThat(dangling).isEmpty();
        assertThat(DANGLING.matcher("    /** One. */\n    /** Two. */\n    int two;\n")
                        .find())
                .isTrue();
    }

    /** The layout of a packed state is known in one file, so that it can be changed in one file. */
    @Test
    void inTheModelOnlyTheLayoutShiftsBits() throws IOException {
        List<String> shifting = new ArrayList<>();
        for (Source source : Source.ofMain()) {
            if (source.module().equals("model")
                    && source.text()
                            .lines()
                            .filter(line -> !COMMENT.matcher(line).find())
                            .anyMatch(line -> SHIFT.matcher(line).find())) {
                shifting.add(source.name());
            }
        }
        assertThat(shifting).containsExactly("StateLayout.java");
    }

    @Test
    void noSourceSpeaksOfOneMachineOrOfWorkThatIsLeft() throws IOException {
        List<String> found = new ArrayList<>();
        for (Source source : Source.all()) {
            if (!source.name().equals("SourceRulesTest.java")) {
                source.text()
                        .lines()
                        .filter(line -> FOREIGN.matcher(line).find())
                        .forEach(line -> found.add(source + ": " + line.strip()));
            }
        }
        assertThat(found).isEmpty();
    }
}

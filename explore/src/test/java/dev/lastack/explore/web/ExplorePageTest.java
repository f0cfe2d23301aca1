package dev.lastack.explore.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.trace.Replay;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.explore.Choices;
import dev.lastack.explore.Playground;
import dev.lastack.explore.PossibleSteps;
import dev.lastack.explore.Walk;
import dev.lastack.explore.Walks;
import dev.lastack.explore.web.Chromium.Tab;
import dev.lastack.explore.web.ExploreServer.Beginning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium, by keyboard as a person uses it. */
@Tag("peers")
class ExplorePageTest {

    private static final String READY = "document.querySelectorAll('button.step').length > 0";
    private static final String STUCK = "document.body.innerText.includes('no step is possible')";
    private static final String WHERE = "document.getElementById('where').textContent";

    @TempDir
    private Path folder = Path.of("");

    private final Playground playground = Walks.oneTickShort();
    private final ExploreServer server;

    ExplorePageTest() throws IOException {
        server = ExploreServer.start(
                playground, Walks.searches(playground), new Beginning(Choices.NONE, 0), 0, defect -> {
                    throw new AssertionError(defect);
                });
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Chromium chromium(String profile) throws Exception {
        return new Chromium(Files.createDirectory(folder.resolve(profile)));
    }

    private Tab opened(Chromium chromium) throws Exception {
        Tab tab = chromium.open(server.address());
        tab.await(READY);
        return tab;
    }

    private static void awaitStep(Tab tab, int step) throws Exception {
        tab.await("/^" + (step == 0 ? "Start" : "Step " + step) + "\\b/.test(" + WHERE + ")");
    }

    /** Presses the digit of the step, or goes to it by arrow where it has none. */
    private static void choose(Tab tab, int action) throws Exception {
        int index = Integer.parseInt(tab.evaluate("[...document.querySelectorAll('button.step')].findIndex("
                + "step => step.dataset.action === '" + Integer.toString(action, 36) + "')"));
        assertThat(index).isNotNegative();
        if (index < 9) {
            tab.press(Integer.toString(index + 1));
            return;
        }
        for (int i = 0; i <= index; i++) {
            tab.press("ArrowDown");
        }
        tab.press("Enter");
    }

    private static void walk(Tab tab, List<Integer> actions) throws Exception {
        int step = 0;
        for (int action : actions) {
            choose(tab, action);
            awaitStep(tab, ++step);
        }
    }

    private static Choices choices(Tab tab) throws Exception {
        return Choices.parse(tab.evaluate("new URLSearchParams(location.hash.slice(1)).get('c')"));
    }

    private String downloaded(Tab tab, String file) throws Exception {
        Path folderOfTab = Files.createDirectories(folder.resolve("downloads"));
        tab.call("Page.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folderOfTab.toString()));
        tab.press("t");
        Path expected = folderOfTab.resolve(file);
        for (int i = 0; i < 200 && !Files.exists(expected); i++) {
            Thread.sleep(50);
        }
        return Files.readString(expected);
    }

    @Test
    void theReadmesCounterexampleIsWalkedByKeyboardToTheSameTraceFile() throws Exception {
        try (Chromium chromium = chromium("one")) {
            Tab tab = opened(chromium);
            walk(tab, Walks.readmeChoices().actions());
            assertThat(tab.evaluate("document.getElementById('verdicts').textContent"))
                    .contains("violates no-old-fin");
            assertThat(tab.evaluate("document.querySelector('#ladder title').textContent"))
                    .isEqualTo("one-tick-short violates no-old-fin in 12 steps and 2 ticks");
            assertThat(downloaded(tab, "one-tick-short.no-old-fin.itf.json")).isEqualTo(Walks.readmeTrace());
        }
    }

    @Test
    void aLinkGivesTheSameStateInAFreshBrowser() throws Exception {
        String link;
        String shown;
        try (Chromium chromium = chromium("one")) {
            Tab tab = opened(chromium);
            walk(tab, Walks.readmeChoices().upTo(7).actions());
            link = tab.evaluate("location.href");
            assertThat(link).doesNotContain(server.token());
            shown = tab.evaluate("document.querySelector('main').innerText");
        }
        try (Chromium fresh = chromium("two")) {
            Tab stranger = fresh.open(link);
            stranger.await("document.getElementById('message').textContent.includes('token')");
            assertThat(stranger.evaluate(READY)).isEqualTo("false");
            Tab tab = fresh.open(server.address() + "&" + link.substring(link.indexOf('#') + 1));
            awaitStep(tab, 7);
            assertThat(tab.evaluate("location.href")).isEqualTo(link);
            assertThat(tab.evaluate("document.querySelector('main').innerText")).isEqualTo(shown);
            tab.evaluate("location.hash = '#s=0123456789abcdef&c=1'");
            tab.await("document.getElementById('message').textContent.includes('is of another scenario')");
            awaitStep(tab, 0);
        }
    }

    @Test
    void undoRedoAndOtherLines() throws Exception {
        try (Chromium chromium = chromium("one")) {
            Tab tab = opened(chromium);
            List<Integer> readme = Walks.readmeChoices().actions();
            walk(tab, readme.subList(0, 3));
            tab.press("u");
            tab.press("ArrowLeft");
            awaitStep(tab, 1);
            assertThat(choices(tab).actions()).isEqualTo(readme.subList(0, 1));
            tab.press("r");
            tab.press("End");
            awaitStep(tab, 3);
            tab.press("Home");
            awaitStep(tab, 0);
            choose(tab, tickAction());
            awaitStep(tab, 1);
            tab.await("document.getElementById('lines').textContent === 'line of 3 steps, parts after step 0'");
            tab.press("b");
            tab.press("End");
            awaitStep(tab, 3);
            assertThat(choices(tab).actions()).isEqualTo(readme.subList(0, 3));
            tab.press("x");
            tab.await("!/^Step 3\\b/.test(" + WHERE + ")");
            assertThat(choices(tab).actions()).startsWith(readme.subList(0, 3).toArray(Integer[]::new));
        }
    }

    private int tickAction() {
        return PossibleSteps.after(playground, playground.walk(Choices.NONE)).all().stream()
                .filter(step -> step.group().equals("time"))
                .findFirst()
                .orElseThrow()
                .action();
    }

    @Test
    void questionsAreAskedByKeyboard() throws Exception {
        try (Chromium chromium = chromium("one")) {
            Tab tab = opened(chromium);
            tab.press("s");
            tab.call("Input.insertText", Map.of("text", "A.state == TIME-WAIT && B.gone"));
            tab.press("Enter");
            awaitStep(tab, 5);
            tab.press("Escape");
            tab.press("o");
            tab.await("/Another run|No other run/.test(document.getElementById('message').textContent)");
            tab.press("s");
            tab.call("Input.insertText", Map.of("text", "("));
            tab.press("Enter");
            tab.await("/^state: column/.test(document.getElementById('message').textContent)");
        }
    }

    /** Ten thousand random steps, in lines that end at the greatest length or where a bound forbids every step. */
    @Test
    void randomWalksInThePageNeverPartFromTheModel() throws Exception {
        try (Chromium chromium = chromium("one")) {
            Tab tab = opened(chromium);
            for (int total = 0; total < 10_000; ) {
                tab.press("Home");
                awaitStep(tab, 0);
                total += walkToTheEnd(tab);
                Walk walk = playground.walk(choices(tab));
                String state = walk.run().after(walk.length()).a().state().toString();
                assertThat(tab.evaluate("document.querySelector('#tcbs tr:nth-child(2) td').textContent"))
                        .endsWith(state);
                assertThat(Replay.of(TraceFile.parse("walk", playground.traceFile(walk, Optional.empty())))
                                .run())
                        .isNotInstanceOf(Replay.Outcome.Refused.class);
            }
        }
    }

    /** Takes 20 random steps again and again; how many they were. */
    private static int walkToTheEnd(Tab tab) throws Exception {
        for (int step = 20; step <= Choices.MOST; step += 20) {
            tab.press("x");
            tab.await("/^Step " + step + "\\b/.test(" + WHERE + ") || " + STUCK);
            if (tab.evaluate(STUCK).equals("true")) {
                break;
            }
        }
        return Integer.parseInt(tab.evaluate("/^Step (\\d+)/.exec(" + WHERE + ")[1]"));
    }

    @Test
    void twoTabsGoTheirOwnWays() throws Exception {
        try (Chromium chromium = chromium("one")) {
            Tab left = opened(chromium);
            Tab right = opened(chromium);
            choose(left, Walks.readmeChoices().actions().get(0));
            awaitStep(left, 1);
            choose(right, tickAction());
            awaitStep(right, 1);
            assertThat(choices(left)).isNotEqualTo(choices(right));
            left.press("u");
            awaitStep(left, 0);
            assertThat(right.evaluate(WHERE)).startsWith("Step 1");
        }
    }

    @Test
    void fitsAPhoneAndEveryControlHasAName() throws Exception {
        try (Chromium chromium = chromium("one")) {
            Tab tab = opened(chromium);
            tab.size(390, 844);
            tab.press("v");
            tab.evaluate("document.querySelector('#violate button').click()");
            awaitStep(tab, 12);
            assertThat(tab.evaluate("document.documentElement.scrollWidth")).isEqualTo("390");
            assertThat(tab.evaluate("[...document.querySelectorAll('button, input, select')].filter(each =>"
                            + " !(each.textContent.trim() || each.getAttribute('aria-label') || each.labels?.length))"
                            + ".length"))
                    .isEqualTo("0");
            tab.press("Escape");
            tab.press("ArrowDown");
            tab.await("document.activeElement.classList.contains('step')");
            assertThat(tab.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
        }
    }
}

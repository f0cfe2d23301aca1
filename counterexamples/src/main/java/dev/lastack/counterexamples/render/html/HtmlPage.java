package dev.lastack.counterexamples.render.html;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.render.svg.SvgLadder;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StepStory;
import dev.lastack.counterexamples.story.StoryClock;
import dev.lastack.counterexamples.story.Violation;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.model.view.SegmentView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.text.Escape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One file that needs nothing else: the picture, and next to it both TCBs and the network after each step, by keyboard,
 * by play button, or by a link to a step. The page carries the trace file and offers it for download.
 */
public final class HtmlPage implements Renderer {

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String purpose() {
        return "one self-contained page to step through, with both TCBs and the network at each step";
    }

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public byte[] render(Counterexample run) {
        Flights flights = Flights.of(run);
        Ending ending = Ending.of(run);
        String title = ending.isViolation()
                ? run.claim().id() + " broken in " + run.scenario().name()
                : run.scenario().name() + " " + ending.deed();
        String page = resource("page.html")
                .replace("{{title}}", Escape.html(title))
                .replace("{{sentence}}", Escape.html(ending.question()))
                .replace("{{mark}}", ending.mark())
                .replace("{{violation}}", Escape.html(Violation.sentence(run, flights)))
                .replace("{{style}}", resource("page.css"))
                .replace("{{script}}", resource("page.js"))
                .replace("{{svg}}", new SvgLadder().text(run))
                .replace("{{story}}", Escape.script(story(run, flights).toString()))
                .replace("{{trace}}", Escape.script(TraceFile.text(run)));
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static ArrayNode story(Counterexample run, Flights flights) {
        StepStory story = new StepStory(run, flights);
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        StoryClock clock = StoryClock.of(run);
        network(steps.addObject().put("time", clock.at(0)), run, flights, 0);
        for (int step = 1; step <= run.length(); step++) {
            ObjectNode node = steps.addObject().put("time", clock.at(run.instant(step)));
            ArrayNode sentences = node.putArray("sentences");
            story.sentences(step).forEach(sentences::add);
            ArrayNode rules = node.putArray("rules");
            run.step(step).rules().forEach(rules::add);
            network(node, run, flights, step);
        }
        return steps;
    }

    /** Adds the numbers of the segments in flight after step {@code step}, in the order of the state; 0 for one that nobody sent. */
    private static void network(ObjectNode node, Counterexample run, Flights flights, int step) {
        for (Host to : Host.values()) {
            List<Flight> left = new ArrayList<>(flights.underWay(to, step));
            ArrayNode numbers = node.putArray("to" + to);
            for (SegmentView segment : run.after(step).inFlightTo(to)) {
                Optional<Flight> flight = left.stream()
                        .filter(each -> each.segment().header().equals(segment.header()))
                        .filter(each -> each.segment().incarnation() == segment.incarnation())
                        .filter(each -> each.sent().instant() == run.instant(step) - segment.age())
                        .findFirst();
                flight.ifPresent(left::remove);
                numbers.add(flight.map(Flight::number).orElse(0));
            }
        }
    }

    static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

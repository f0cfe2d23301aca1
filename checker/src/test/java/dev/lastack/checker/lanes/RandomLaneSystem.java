package dev.lastack.checker.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small random system: a handful of controls, tokens and ticks. */
public final class RandomLaneSystem implements LaneSystem {

    public static final long RELEVANT = 1;
    public static final long VIOLATION = 2;

    /** What looks nothing like a small number. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final boolean agesAreRead;
    private final int oldest;
    private final int tokens;

    /** One in so many steps violates: where few do, and few tokens are put down, more can be proved. */
    private final int rarity;

    /** Whether runs go forward from control to control, so that what came by one way and by another is joined and parted. */
    private final boolean isForward;

    /** By control. */
    private final List<List<LaneStep>> unprompted = new ArrayList<>();

    /** By control, token and age. */
    private final List<List<List<LaneStep>>> prompted = new ArrayList<>();

    public RandomLaneSystem(long seed, boolean agesAreRead) {
        Random random = new Random(seed);
        this.agesAreRead = agesAreRead;
        this.oldest = random.nextInt(agesAreRead ? 2 : 3);
        this.rarity = 10 + random.nextInt(30);
        this.isForward = random.nextBoolean();
        int controls = 2 + random.nextInt(8);
        this.tokens = 1 + random.nextInt(agesAreRead ? 3 : 4);
        for (int control = 0; control < controls; control++) {
            unprompted.add(steps(random, 1 + random.nextInt(3), control, controls, 0.3));
            List<List<LaneStep>> byPrompt = new ArrayList<>();
            for (int prompt = 0; prompt < tokens * (oldest + 1); prompt++) {
                byPrompt.add(steps(random, 1, control, controls, 0));
            }
            prompted.add(byPrompt);
        }
    }

    private List<LaneStep> steps(Random random, int count, int control, int controls, double ticks) {
        List<LaneStep> steps = new ArrayList<>();
        for (int action = 0; action < count; action++) {
            boolean stays = random.nextInt(3) > 0;
            int next = isForward ? Math.min(controls - 1, control + 1 + random.nextInt(3)) : random.nextInt(controls);
            int oneIn = isForward && control < controls - 2 ? 1_000 : rarity;
            long violation = random.nextInt(oneIn) == 0 ? VIOLATION : 0;
            boolean watches = random.nextInt(oneIn) == 0;
            steps.add(new LaneStep(
                    action,
                    random.nextDouble() < ticks,
                    RELEVANT | violation,
                    key(stays ? control : next),
                    raised(random),
                    watches ? new int[] {random.nextInt(2)} : new int[0],
                    watches ? VIOLATION : 0));
        }
        return steps;
    }

    private long[] raised(Random random) {
        return random.nextInt(rarity / 2) > 3 ? new long[0] : new long[] {token(random.nextInt(tokens))};
    }

    private static long[] key(int control) {
        return new long[] {control * SPREAD, control & 1};
    }

    private static long token(int number) {
        return (number + 1) * 1_000_003L % 1009;
    }

    private static int number(long token) {
        for (int number = 0; ; number++) {
            if (token(number) == token) {
                return number;
            }
        }
    }

    private int control(long[] key) {
        for (int control = 0; control < unprompted.size(); control++) {
            if (key(control)[0] == key[0]) {
                return control;
            }
        }
        throw new IllegalArgumentException("there is no such control");
    }

    @Override
    public int controlWords() {
        return 2;
    }

    @Override
    public int oldest() {
        return oldest;
    }

    @Override
    public boolean agesAreRead() {
        return agesAreRead;
    }

    @Override
    public List<String> bounds() {
        return List.of();
    }

    @Override
    public LaneSteps steps() {
        return new LaneSteps() {
            @Override
            public long[] initial() {
                return key(0);
            }

            @Override
            public void unprompted(long[] key, LaneSink sink) {
                unprompted.get(control(key)).forEach(sink::step);
            }

            @Override
            public void prompted(long[] key, Prompt prompt, LaneSink sink) {
                prompted.get(control(key))
                        .get(number(prompt.token()) * (oldest + 1) + prompt.age())
                        .forEach(sink::step);
            }

            @Override
            public int classOf(long token) {
                return number(token) % 2;
            }
        };
    }

    @Override
    public String describe(long[] key) {
        return "control " + control(key);
    }

    @Override
    public String describe(long[] key, LaneRun.Step step) {
        return "action " + step.action()
                + step.prompt().map(prompt -> " with " + prompt).orElse("");
    }
}

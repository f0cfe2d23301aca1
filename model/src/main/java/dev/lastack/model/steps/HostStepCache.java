package dev.lastack.model.steps;

import dev.lastack.model.rules.Outcome;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers what happens at the hosts. Of millions of states very many differ by nothing but the segments in flight, and the
 * same segments arrive again and again.
 *
 * <p>What is remembered stands under all that it depends on, see {@link HostSteps}, and not under a hash of that: it is what
 * the rules would do now.
 */
final class HostStepCache implements HostSteps {

    /** So many outcomes, of some 200 bytes each, are enough. */
    private static final int MOST = 200_000;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final HostSteps rules;
    private final int most;
    private final Map<Hosts, KnownHosts> all = new HashMap<>();
    private int size;

    private final Hosts sought;
    private KnownHosts loaded = new KnownHosts(new long[0], Enabled.NOTHING);

    HostStepCache(HostSteps rules, int words) {
        this(rules, words, MOST);
    }

    /** Once there are {@code most} values of the hosts' part and outcomes, no more are added, and the next state starts with an empty cache. */
    HostStepCache(HostSteps rules, int words, int most) {
        this.rules = rules;
        this.most = most;
        this.sought = new Hosts(new long[words]);
    }

    @Override
    public void load(long[] hosts) {
        if (size >= most) {
            all.clear();
            size = 0;
        }
        // States come in an order in which their hosts are mostly those of the state before.
        if (all.isEmpty() || !loaded.isOf(hosts)) {
            System.arraycopy(hosts, 0, sought.words, 0, hosts.length);
            KnownHosts known = all.get(sought);
            loaded = known == null ? meet(hosts.clone()) : known;
        }
    }

    private KnownHosts meet(long[] hosts) {
        rules.load(hosts);
        KnownHosts met = new KnownHosts(hosts, rules.enabled());
        all.put(new Hosts(hosts), met);
        size++;
        return met;
    }

    /** How many values of the hosts' part and outcomes are remembered. */
    int size() {
        return size;
    }

    @Override
    public Enabled enabled() {
        return loaded.enabled();
    }

    @Override
    public Outcome take(int event, long arriving) {
        if (Action.kindOf(event) == ActionKind.FORGE) {
            // Forgeries are so many, and the same hosts so seldom meet one again, that they would push out all else.
            rules.load(loaded.hosts());
            return rules.take(event, arriving);
        }
        Outcome outcome = loaded.outcome(event, arriving);
        if (outcome == null) {
            rules.load(loaded.hosts());
            outcome = rules.take(event, arriving);
            if (size < most) {
                loaded.add(outcome);
                size++;
            }
        }
        return outcome;
    }

    /** The hosts' part of a state as a key. */
    private static final class Hosts {
        private final long[] words;

        Hosts(long[] words) {
            this.words = words;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hosts hosts && Arrays.equals(words, hosts.words);
        }

        @Override
        public int hashCode() {
            long hash = 0;
            for (long word : words) {
                hash = (hash + word) * FACTOR;
            }
            return Long.hashCode(hash);
        }
    }
}

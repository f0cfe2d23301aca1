package dev.lastack.checker.hull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The controls met so far, and the effects of their steps, each once. */
final class ControlGraph {

    private final Map<Key, Control> byKey = new ConcurrentHashMap<>();
    private final Map<LaneEffect, LaneEffect> effects = new ConcurrentHashMap<>();
    private final List<Control> numbered = new ArrayList<>();
    private final Collection<Control> met = new ConcurrentLinkedQueue<>();

    /** The control with that key; safe for use by several threads at once. */
    Control control(long[] key) {
        Control known = byKey.get(new Key(key));
        if (known != null) {
            return known;
        }
        long[] own = key.clone();
        return byKey.computeIfAbsent(new Key(own), absent -> {
            Control control = new Control(own);
            met.add(control);
            return control;
        });
    }

    /** The one object that is equal to {@code effect}; safe for use by several threads at once. */
    LaneEffect effect(LaneEffect effect) {
        return effects.computeIfAbsent(effect, itself -> itself);
    }

    Collection<LaneEffect> effects() {
        return effects.values();
    }

    /** Numbers the controls met since the last call, in the order of their keys; returns them in that order. */
    List<Control> number() {
        List<Control> news = new ArrayList<>(met);
        met.clear();
        news.sort(Comparator.comparing(Control::key, Arrays::compareUnsigned));
        for (Control control : news) {
            control.number(numbered.size());
            numbered.add(control);
        }
        return news;
    }

    /** By their numbers. */
    List<Control> controls() {
        return numbered;
    }

    /** A packed control as the key of a map. */
    private static final class Key {
        private static final long FACTOR = 0x9E3779B97F4A7C15L;

        private final long[] words;
        private final int hash;

        Key(long[] words) {
            long mixed = 0;
            for (long word : words) {
                mixed = (mixed ^ word) * FACTOR;
                mixed ^= mixed >>> 32;
            }
            this.words = words;
            this.hash = (int) mixed;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(words, key.words);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}

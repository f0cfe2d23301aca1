package dev.lastack.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cycles of top-level classes within one package: its strongly connected components of two classes or more. */
final class ClassCycles {

    private final Map<String, Set<String>> uses = new TreeMap<>();

    /** Of the classes in {@code types} that are in {@code inPackage}. A nested class counts as the one around it. */
    ClassCycles(Iterable<JavaClass> types, String inPackage) {
        for (JavaClass type : types) {
            if (type.getPackageName().equals(inPackage)) {
                Set<String> used = uses.computeIfAbsent(topLevel(type), name -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> target.getPackageName().equals(inPackage))
                        .forEach(target -> used.add(topLevel(target)));
            }
        }
    }

    /** Each component, by simple name. */
    List<Set<String>> components() {
        Map<String, Set<String>> reachable = new TreeMap<>();
        uses.keySet().forEach(name -> reachable.put(name, reachableFrom(name)));
        List<Set<String>> components = new ArrayList<>();
        Set<String> placed = new TreeSet<>();
        for (String name : uses.keySet()) {
            Set<String> component = new TreeSet<>(Set.of(name));
            uses.keySet().stream()
                    .filter(other -> reachable.getOrDefault(name, Set.of()).contains(other))
                    .filter(other -> reachable.getOrDefault(other, Set.of()).contains(name))
                    .forEach(component::add);
            if (placed.add(name) && component.size() > 1) {
                components.add(component);
            }
            placed.addAll(component);
        }
        return components;
    }

    private Set<String> reachableFrom(String start) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty()) {
            for (String next : uses.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private static String topLevel(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getSimpleName();
    }
}

package io.hayate.rehearsal;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All objects that can be come to from one; of the JDK's own only what its collections hold. */
final class ObjectGraph {
    /** What others keep for all, as Jackson its limits, is constant. */
    private static final Pattern OURS =
            Pattern.compile("^(io\\.hayate|org\\.agrona|com\\.lmax|org\\.HdrHistogram)\\.");

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> rest = new ArrayDeque<>();

    private ObjectGraph() {}

    static ObjectGraph of(Object root) {
        ObjectGraph graph = new ObjectGraph();
        graph.add(root);
        while (!graph.rest.isEmpty()) {
            graph.follow(graph.rest.remove());
        }
        return graph;
    }

    private void add(Object each) {
        if (each != null && seen.add(each)) {
            rest.add(each);
        }
    }

    private void follow(Object from) {
        try {
            followHeld(from);
        } catch (UnsupportedOperationException e) {
            // it shows by its fields what it holds
        }
        for (Class<?> type = from.getClass(); type != null; type = type.getSuperclass()) {
            followFields(from, type);
        }
    }

    private void followHeld(Object from) {
        if (from instanceof Object[] array) {
            Arrays.asList(array).forEach(this::add);
        } else if (from instanceof Collection<?> all) {
            all.forEach(this::add);
        } else if (from instanceof Map<?, ?> map) {
            map.keySet().forEach(this::add);
            map.values().forEach(this::add);
        } else if (from instanceof Optional<?> some) {
            some.ifPresent(this::add);
        } else if (from instanceof AtomicReference<?> held) {
            add(held.get());
        }
    }

    private void followFields(Object from, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                try {
                    field.setAccessible(true);
                    add(field.get(from));
                } catch (InaccessibleObjectException | IllegalAccessException e) {
                    return; // the JDK's own
                }
            }
        }
    }

    /** The classes of the objects of these types. */
    Set<String> typesOf(List<Class<?>> types) {
        return names(each -> types.stream().anyMatch(type -> type.isInstance(each)));
    }

    /** The classes of what both hold and could be changed: no text, number, constant or setting. */
    Set<String> typesSharedWith(ObjectGraph other) {
        return names(each -> other.seen.contains(each) && isChangeable(each));
    }

    private Set<String> names(Predicate<Object> chosen) {
        return seen.stream()
                .filter(chosen)
                .map(each -> each.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isChangeable(Object each) {
        Class<?> type = each.getClass();
        boolean isConstant =
                each instanceof String
                        || each instanceof Number
                        || each instanceof Enum
                        || each instanceof Class
                        || type.isRecord();
        return !isConstant && OURS.matcher(type.getName()).find() && hasState(type);
    }

    private static boolean hasState(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    return true;
                }
            }
        }
        return type.isArray();
    }
}

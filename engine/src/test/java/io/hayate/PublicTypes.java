package io.hayate;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Types that others' code can name, as text: those it begins with, and each that what is public of them
 * leads to. A line a type, then a line a member, indented.
 */
final class PublicTypes {
    private static final String OURS = SourceFile.ROOT + ".";
    private static final int SEEN = Modifier.PUBLIC | Modifier.PROTECTED;
    private static final int OF_TYPES = SEEN | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;

    private final Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
    private final Deque<Class<?>> unread = new ArrayDeque<>();

    private PublicTypes() {}

    static PublicTypes reachedFrom(Collection<Class<?>> first) {
        PublicTypes reached = new PublicTypes();
        first.forEach(reached::reach);
        while (!reached.unread.isEmpty()) {
            reached.follow(reached.unread.remove());
        }
        return reached;
    }

    private void reach(Type type) {
        if (type instanceof Class<?> named) {
            Class<?> element = named;
            while (element.isArray()) {
                element = element.getComponentType();
            }
            if (isPublic(element) && types.add(element)) {
                unread.add(element);
            }
        } else if (type instanceof ParameterizedType filled) {
            reach(filled.getRawType());
            reachAll(filled.getActualTypeArguments());
        } else if (type instanceof GenericArrayType array) {
            reach(array.getGenericComponentType());
        } else if (type instanceof WildcardType any) {
            reachAll(any.getUpperBounds());
            reachAll(any.getLowerBounds());
        }
    }

    private void reachAll(Type... all) {
        for (Type each : all) {
            reach(each);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return type.getName().startsWith(OURS)
                && isSeen(type.getModifiers())
                && (outer == null || isPublic(outer));
    }

    private static boolean isSeen(int modifiers) {
        return (modifiers & SEEN) != 0;
    }

    private void follow(Class<?> type) {
        reachAll(type.getGenericSuperclass());
        reachAll(type.getGenericInterfaces());
        reachAll(type.getDeclaredClasses());
        reachBounds(type);
        fields(type).forEach(field -> reach(field.getGenericType()));
        for (Executable each : executables(type)) {
            reachBounds(each);
            reachAll(each.getGenericParameterTypes());
            reachAll(each.getGenericExceptionTypes());
            if (each instanceof Method method) {
                reach(method.getGenericReturnType());
            }
        }
    }

    private void reachBounds(GenericDeclaration declared) {
        for (TypeVariable<?> each : declared.getTypeParameters()) {
            reachAll(each.getBounds());
        }
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> isSeen(field.getModifiers()) && !field.isSynthetic())
                .toList();
    }

    /** Those of a superclass that nobody else sees are the type's own. */
    private static List<Executable> executables(Class<?> type) {
        List<Executable> all = new ArrayList<>(List.of(type.getDeclaredConstructors()));
        all.addAll(List.of(type.getDeclaredMethods()));
        Class<?> above = type.getSuperclass();
        while (above != null && above.getName().startsWith(OURS) && !isPublic(above)) {
            all.addAll(List.of(above.getDeclaredMethods()));
            above = above.getSuperclass();
        }
        all.removeIf(each -> !isSeen(each.getModifiers()) || each.isSynthetic());
        return all;
    }

    /** Names of the packages, without what all have in front. */
    Set<String> packages() {
        Set<String> names = new TreeSet<>();
        types.forEach(type -> names.add(type.getPackageName().substring(OURS.length())));
        return names;
    }

    /** All of it, in an order that does not change. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : types) {
            lines.add(type.getName() + ": " + header(type));
            List<String> members = new ArrayList<>();
            fields(type).forEach(field -> members.add(text(field)));
            executables(type).forEach(each -> members.add(text(each)));
            members.stream().sorted().map(member -> "  " + member).forEach(lines::add);
        }
        return lines;
    }

    private static String header(Class<?> type) {
        StringBuilder text = new StringBuilder(modifiers(type)).append(kind(type));
        append(text, "<", ">", type.getTypeParameters());
        Type above = type.getGenericSuperclass();
        if (above != null && above != Object.class && !type.isEnum() && !type.isRecord()) {
            append(text, " extends ", "", above);
        }
        append(text, " implements ", "", type.getGenericInterfaces());
        return text.toString();
    }

    private static String modifiers(Class<?> type) {
        int shown = type.getModifiers() & OF_TYPES;
        if (type.isInterface()) {
            shown &= ~Modifier.ABSTRACT;
        }
        return Modifier.toString(shown) + " ";
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        return type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private static void append(StringBuilder text, String before, String after, Type... all) {
        if (all.length > 0) {
            text.append(before);
            text.append(String.join(", ", Arrays.stream(all).map(Type::getTypeName).toList()));
            text.append(after);
        }
    }

    /** A constant is compiled into the code that names it, so its value is a part of it. */
    private static String text(Field field) {
        boolean isConstant =
                Modifier.isStatic(field.getModifiers())
                        && Modifier.isFinal(field.getModifiers())
                        && (field.getType().isPrimitive() || field.getType() == String.class);
        return field.toGenericString() + (isConstant ? " = " + value(field) : "");
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Executable each) {
        boolean isOptional = each instanceof Method method && method.getDefaultValue() != null;
        String text =
                each instanceof Constructor<?> constructor
                        ? constructor.toGenericString()
                        : ((Method) each).toGenericString();
        return text.replaceAll("\\b(synchronized|native|strictfp) ", "")
                + (isOptional ? " default" : "");
    }
}

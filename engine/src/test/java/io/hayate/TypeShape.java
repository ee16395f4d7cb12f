package io.hayate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** How much an instance of a type holds, and how much it takes to make one. */
final class TypeShape {
    private static final int FIELDS_MAX = 15;
    private static final int PARAMETERS_MAX = 6;
    private static final int COMPONENTS_MAX = 8;

    private TypeShape() {}

    /** What is over its limits: {@code 8 parameters, 16 fields} by the type's name. */
    static Map<String, String> overLimit(List<SourceFile> files) {
        Map<String, String> found = new TreeMap<>();
        for (SourceFile each : files) {
            new TreeScanner<Void, String>() {
                @Override
                public Void visitClass(ClassTree type, String outer) {
                    String name = outer + type.getSimpleName();
                    String excess = excess(type);
                    if (!excess.isEmpty()) {
                        found.put(name, excess);
                    }
                    return super.visitClass(type, name + ".");
                }
            }.scan(each.tree(), "");
        }
        return found;
    }

    private static String excess(ClassTree type) {
        StringJoiner excess = new StringJoiner(", ");
        int fields = fields(type);
        if (type.getKind() == Tree.Kind.RECORD) {
            add(excess, fields, COMPONENTS_MAX, " components");
        } else {
            add(excess, parameters(type), PARAMETERS_MAX, " parameters");
            add(excess, fields, FIELDS_MAX, " fields");
        }
        return excess.toString();
    }

    private static void add(StringJoiner excess, int number, int max, String what) {
        if (number > max) {
            excess.add(number + what);
        }
    }

    private static int parameters(ClassTree type) {
        int most = 0;
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getReturnType() == null) {
                most = Math.max(most, method.getParameters().size());
            }
        }
        return most;
    }

    private static int fields(ClassTree type) {
        int fields = 0;
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree field && isOfInstance(field, type)) {
                fields++;
            }
        }
        return fields;
    }

    /** Statics are not, nor are the constants of an enum: the parser has them as fields. */
    private static boolean isOfInstance(VariableTree field, ClassTree type) {
        boolean isEnumConstant =
                type.getKind() == Tree.Kind.ENUM
                        && field.getType() instanceof IdentifierTree named
                        && named.getName().equals(type.getSimpleName());
        return !isEnumConstant && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }
}

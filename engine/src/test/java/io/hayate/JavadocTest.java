package io.hayate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Public methods of public types say what they do, and getters their units. */
class JavadocTest {
    private static final double SHARE_MIN = 0.95;
    private static final List<Path> ROOTS =
            List.of(Path.of("src/main/java"), Path.of("../benchmarks/src/main/java"));

    /** Counts the public methods of a file; constructors and what overrides are left out. */
    private static final class Methods extends TreePathScanner<Void, Boolean> {
        private final DocTrees docs;
        private final List<String> silent = new ArrayList<>();
        private int count;

        Methods(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Boolean isOuterPublic) {
            boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            return super.visitClass(type, isOuterPublic && (isPublic || isInInterface()));
        }

        @Override
        public Void visitMethod(MethodTree method, Boolean isTypePublic) {
            if (isTypePublic && isPublic(method) && !isOverride(method)) {
                count++;
                if (docs.getDocComment(getCurrentPath()) == null) {
                    ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
                    silent.add(type.getSimpleName() + "." + method.getName());
                }
            }
            return null; // types inside a method are nobody else's
        }

        private boolean isInInterface() {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return parent.getKind() == Tree.Kind.INTERFACE;
        }

        private boolean isPublic(MethodTree method) {
            Set<Modifier> flags = method.getModifiers().getFlags();
            boolean isPublic =
                    isInInterface()
                            ? !flags.contains(Modifier.PRIVATE)
                            : flags.contains(Modifier.PUBLIC);
            return isPublic && method.getReturnType() != null;
        }

        private static boolean isOverride(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static Methods read(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            Methods methods = new Methods(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                methods.scan(unit, true);
            }
            return methods;
        }
    }

    @Test
    void shouldStandOnNineteenOfTwentyPublicMethods() throws IOException {
        Methods methods = read(sources());

        double share = 1 - (double) methods.silent.size() / methods.count;

        assertTrue(methods.count > 1_000, "methods found: " + methods.count);
        assertTrue(share >= SHARE_MIN, share + ", without: " + methods.silent);
    }
}

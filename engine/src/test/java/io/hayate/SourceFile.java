package io.hayate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A source file of ours as it is written: parsed, but not compiled, so that both modules can be read
 * from here.
 */
record SourceFile(String room, String name, int lines, CompilationUnitTree tree) {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    static final String ROOT = "io.hayate";

    /** What both modules ship; the rooms of the benchmarks begin with {@code benchmarks:}. */
    static List<SourceFile> ofMain() {
        return of("main");
    }

    /** The tests of both modules. */
    static List<SourceFile> ofTests() {
        return of("test");
    }

    private static List<SourceFile> of(String kind) {
        List<SourceFile> all = new ArrayList<>(parse("", HOME.resolve("engine/src/" + kind)));
        all.addAll(parse("benchmarks:", HOME.resolve("benchmarks/src/" + kind)));
        return all;
    }

    private static List<SourceFile> parse(String module, Path root) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> walk = Files.walk(root.resolve("java"));
                StandardJavaFileManager files =
                        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> paths = walk.filter(SourceFile::isOfTypes).sorted().toList();
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(paths));
            List<SourceFile> parsed = new ArrayList<>();
            for (CompilationUnitTree each : task.parse()) {
                parsed.add(of(module, each));
            }
            return parsed;
        } catch (IOException e) {
            throw new AssertionError("cannot read the sources under " + root, e);
        }
    }

    private static boolean isOfTypes(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java");
    }

    private static SourceFile of(String module, CompilationUnitTree tree) throws IOException {
        Path path = Path.of(tree.getSourceFile().toUri());
        String name = path.getFileName().toString().replace(".java", "");
        int lines = Files.readAllLines(path).size();
        return new SourceFile(module + room(tree.getPackageName().toString()), name, lines, tree);
    }

    /** The room of a package: {@code view.terminal} for {@code io.hayate.view.terminal}. */
    static String room(String packageName) {
        return packageName.equals(ROOT) ? "hayate" : packageName.substring(ROOT.length() + 1);
    }

    /** The simple names of the types that stand at the top of the file. */
    List<String> types() {
        List<String> names = new ArrayList<>();
        for (Tree each : tree.getTypeDecls()) {
            if (each instanceof ClassTree type) {
                names.add(type.getSimpleName().toString());
            }
        }
        return names;
    }

    /** Every simple name that the code mentions and no import takes from another package. */
    Set<String> mentions() {
        Set<String> found = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void unused) {
                found.add(identifier.getName().toString());
                return null;
            }

            @Override
            public Void visitImport(ImportTree imported, Void unused) {
                return null;
            }
        }.scan(tree, null);
        for (ImportTree each : tree.getImports()) {
            String imported = each.getQualifiedIdentifier().toString();
            found.remove(imported.substring(imported.lastIndexOf('.') + 1));
        }
        return found;
    }
}

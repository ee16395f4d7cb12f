package io.hayate.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * The strings that a class names: those of its file, and one for each method that it inherits and
 * leaves abstract, which the JVM adds to say so, should it ever be called.
 *
 * <p>The JVM makes them all when it first compiles a method of the class for good, on the thread
 * that ran the method, be it seconds or hours after the start; a string that exists already is taken
 * as it is, and nothing is allocated.
 */
final class ClassStrings {
    private static final int HEAD_BYTES = 8; // magic number and version

    private final ByteBuffer bytes;
    private final int[] offsets; // where each constant begins; 0 for a number that none has
    private int end;

    /**
     * Reads a class file.
     *
     * @throws IOException when this is none that we know how to read
     */
    ClassStrings(InputStream classFile) throws IOException {
        bytes = ByteBuffer.wrap(classFile.readAllBytes());
        try {
            offsets = new int[unsigned(HEAD_BYTES)];
            findConstants();
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("a class file breaks off", e);
        }
    }

    private void findConstants() throws IOException {
        end = HEAD_BYTES + Short.BYTES;
        for (int i = 1; i < offsets.length; i++) {
            int kind = bytes.get(end);
            offsets[i] = end;
            end += length(kind, end);
            if (kind == Kind.LONG || kind == Kind.DOUBLE) {
                i++; // these take two numbers
            }
        }
    }

    private int length(int kind, int offset) throws IOException {
        return switch (kind) {
            case Kind.UTF8 -> 3 + unsigned(offset + 1);
            case Kind.CLASS, Kind.STRING, Kind.METHOD_TYPE, Kind.MODULE, Kind.PACKAGE -> 3;
            case Kind.METHOD_HANDLE -> 4;
            case Kind.LONG, Kind.DOUBLE -> 9;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5; // numbers, and pairs of other constants
            default -> throw new IOException("a constant of kind " + kind);
        };
    }

    /**
     * Makes the strings and adds them to those that are kept: the JVM forgets what nobody holds.
     *
     * @param loader where the class is found, to ask what it inherits
     */
    void make(ClassLoader loader, Set<String> kept) throws IOException {
        for (int offset : offsets) {
            if (offset != 0 && bytes.get(offset) == Kind.STRING) {
                kept.add(text(offset).intern());
            }
        }
        if (Modifier.isAbstract(unsigned(end)) && hasCode()) {
            makeAbstract(text(offsets[unsigned(end + 2)]), loader, kept);
        }
    }

    /** True when an object of the class can run a method of it: most interfaces have none. */
    private boolean hasCode() {
        if (!Modifier.isInterface(unsigned(end))) {
            return true;
        }
        int interfaces = end + 6;
        int fields = interfaces + 2 + 2 * unsigned(interfaces);
        int at = fields + 2;
        for (int i = unsigned(fields); i > 0; i--) {
            at = memberEnd(at);
        }
        int methods = unsigned(at);
        at += 2;
        for (int i = 0; i < methods; i++) {
            int flags = unsigned(at);
            if (!Modifier.isAbstract(flags) && !Modifier.isStatic(flags)) {
                return true;
            }
            at = memberEnd(at);
        }
        return false;
    }

    private int memberEnd(int member) {
        int at = member + 8;
        for (int i = unsigned(member + 6); i > 0; i--) {
            at += 6 + bytes.getInt(at + 2);
        }
        return at;
    }

    private static void makeAbstract(String name, ClassLoader loader, Set<String> kept) {
        try {
            Class<?> type = Class.forName(name.replace('/', '.'), false, loader);
            for (Method method : type.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers())
                        && !method.getDeclaringClass().equals(type)) {
                    kept.add(
                            ("Method " + name + "." + signature(method) + " is abstract").intern());
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            // A class for something that is not here: nothing will run it.
        }
    }

    private static String signature(Method method) {
        return method.getName()
                + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .toMethodDescriptorString();
    }

    /** The text that a constant of one part, a class or a string, refers to. */
    private String text(int offset) throws IOException {
        int at = offsets[unsigned(offset + 1)] + 1;
        return new DataInputStream(new ByteArrayInputStream(bytes.array(), at, bytes.limit() - at))
                .readUTF();
    }

    private int unsigned(int offset) {
        return bytes.getShort(offset) & 0xFFFF;
    }

    /** Kinds of constants, by the numbers of the class file format. */
    private static final class Kind {
        static final int UTF8 = 1;
        static final int LONG = 5;
        static final int DOUBLE = 6;
        static final int CLASS = 7;
        static final int STRING = 8;
        static final int METHOD_HANDLE = 15;
        static final int METHOD_TYPE = 16;
        static final int MODULE = 19;
        static final int PACKAGE = 20;
    }
}

package io.github.pushforward.programs.tree;

import java.util.List;

/** The type of an expression. */
public sealed interface Type permits Primitive, Type.Array, Type.Box, Type.Named, Type.Function {

    /** As it is written in a program. */
    String source();

    /** An array; a matrix is an array of arrays. */
    record Array(Type element) implements Type {
        @Override
        public String source() {
            return element.source() + "[]";
        }

        /** The type of the numbers inside. */
        public Primitive leaf() {
            return element instanceof Array inner ? inner.leaf() : (Primitive) element;
        }
    }

    /** {@code Double}, {@code Integer} and so on. */
    record Box(Primitive primitive) implements Type {
        @Override
        public String source() {
            return primitive.boxName();
        }
    }

    /** A class or record of the program. */
    record Named(String name) implements Type {
        @Override
        public String source() {
            return name;
        }
    }

    /**
     * A functional interface.
     *
     * @param isLibrary whether it is one of {@code java.util.function}; else the program declares it
     */
    record Function(String name, String method, List<Type> parameters, Type result, boolean isLibrary) implements Type {
        @Override
        public String source() {
            return name;
        }
    }

    /** Whether a value of the type holds real numbers, which have derivatives. */
    default boolean isReal() {
        if (this instanceof Primitive primitive) {
            return primitive.isFloating();
        }
        if (this instanceof Box box) {
            return box.primitive().isFloating();
        }
        return this instanceof Array array ? array.element().isReal() : this instanceof Named;
    }
}

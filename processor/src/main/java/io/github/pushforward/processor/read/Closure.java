package io.github.pushforward.processor.read;

import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.Map;

/**
 * An object whose code is known wherever it is used: a lambda, a method reference or an object of an anonymous class. It
 * never exists in generated code; its methods take what it captures as parameters.
 *
 * @param captured the variables of the method at hand that hold what the code captures
 * @param seenAs the type of the expression that it is the value of, which decides what can be called on it
 */
record Closure(Code code, List<Local> captured, Type seenAs) {

    /**
     * @param id tells apart functions, and the same text in bodies made for different functions
     * @param depth how many functions contain each other here
     * @param supertype the interface or class that it implements
     * @param tree the lambda, the method reference or the anonymous class with its {@code new}
     * @param name what to call it where it has no name of its own
     * @param home the surroundings where it is written
     * @param captures the variables of the method around it that it reads
     */
    record Code(String id, int depth, Type supertype, Tree tree, String name, BodyContext home, List<Local> captures) {}

    Closure seenAs(Type type) {
        return new Closure(code, captured, type);
    }

    /** The same function in another method, where other variables hold what it captures. */
    Closure moved(Map<Local, Local> moves) {
        return new Closure(
                code,
                captured.stream().map(local -> moves.getOrDefault(local, local)).toList(),
                seenAs);
    }
}

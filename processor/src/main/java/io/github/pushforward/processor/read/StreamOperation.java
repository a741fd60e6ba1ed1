package io.github.pushforward.processor.read;

import static io.github.pushforward.processor.ir.Primitive.BOOLEAN;
import static io.github.pushforward.processor.ir.Primitive.DOUBLE;
import static io.github.pushforward.processor.ir.Primitive.INT;
import static io.github.pushforward.processor.ir.Primitive.LONG;
import static io.github.pushforward.processor.ir.Primitive.VOID;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a stream that a loop can do.
 *
 * @param function the interface of the function that it takes, if it takes one
 * @param result the type of the elements after it, or of the result that ends the stream
 */
record StreamOperation(Kind kind, @Nullable ClassType function, Type result) {

    enum Kind {
        MAP,
        CONVERT,
        FILTER,
        TAKE_WHILE,
        DROP_WHILE,
        PEEK,
        LIMIT,
        SKIP,
        SORTED,
        SUM,
        AVERAGE,
        MAX,
        MIN,
        REDUCE,
        REDUCE_FROM,
        FIRST,
        COUNT,
        TO_ARRAY,
        ANY,
        ALL,
        NONE,
        FOR_EACH;

        boolean isTerminal() {
            return compareTo(SUM) >= 0;
        }

        /** Whether the result may be missing: an {@code OptionalDouble} and the like. */
        boolean isOptional() {
            return switch (this) {
                case AVERAGE, MAX, MIN, REDUCE, FIRST -> true;
                default -> false;
            };
        }

        /** Whether it puts the elements into an array. */
        boolean isArray() {
            return this == TO_ARRAY || this == SORTED;
        }

        /** Whether it lets elements through by what they are. */
        boolean isTest() {
            return this == FILTER || this == TAKE_WHILE || this == DROP_WHILE;
        }

        /** Whether it may let fewer elements through than it gets. */
        boolean dropsElements() {
            return isTest() || this == LIMIT || this == SKIP;
        }
    }

    /** Whether its function takes what there is so far before the element. */
    boolean isReduction() {
        return kind == Kind.REDUCE || kind == Kind.REDUCE_FROM;
    }

    /**
     * The operation of a name and a number of arguments; nothing where no loop does it.
     *
     * @param form both, as {@code name/number}
     * @param e the type of the elements before it
     */
    static Optional<StreamOperation> of(String form, Type e) {
        return StreamTypes.isNumber(e) ? ofNumbers(form, e).or(() -> ofAny(form, e)) : ofAny(form, e);
    }

    private static Optional<StreamOperation> ofNumbers(String form, Type e) {
        return switch (form) {
            case "map/1" -> a(Kind.MAP, StreamTypes.operator(e), e);
            case "asDoubleStream/0" -> a(Kind.CONVERT, null, DOUBLE);
            case "asLongStream/0" -> a(Kind.CONVERT, null, LONG);
            case "sorted/0" -> a(Kind.SORTED, null, e);
            case "sum/0" -> a(Kind.SUM, null, e);
            case "average/0" -> a(Kind.AVERAGE, null, DOUBLE);
            case "max/0" -> a(Kind.MAX, null, e);
            case "min/0" -> a(Kind.MIN, null, e);
            case "reduce/1" -> a(Kind.REDUCE, StreamTypes.binaryOperator(e), e);
            case "reduce/2" -> a(Kind.REDUCE_FROM, StreamTypes.binaryOperator(e), e);
            case "findFirst/0" -> a(Kind.FIRST, null, e);
            case "toArray/0" -> a(Kind.TO_ARRAY, null, new ArrayType(e));
            default -> Optional.empty();
        };
    }

    private static Optional<StreamOperation> ofAny(String form, Type e) {
        return switch (form) {
            case "mapToDouble/1" -> a(Kind.MAP, StreamTypes.function(e, DOUBLE), DOUBLE);
            case "mapToInt/1" -> a(Kind.MAP, StreamTypes.function(e, INT), INT);
            case "mapToLong/1" -> a(Kind.MAP, StreamTypes.function(e, LONG), LONG);
            case "filter/1" -> a(Kind.FILTER, StreamTypes.predicate(e), e);
            case "takeWhile/1" -> a(Kind.TAKE_WHILE, StreamTypes.predicate(e), e);
            case "dropWhile/1" -> a(Kind.DROP_WHILE, StreamTypes.predicate(e), e);
            case "peek/1" -> a(Kind.PEEK, StreamTypes.consumer(e), e);
            case "limit/1" -> a(Kind.LIMIT, null, e);
            case "skip/1" -> a(Kind.SKIP, null, e);
            case "sequential/0" -> a(Kind.CONVERT, null, e);
            case "count/0" -> a(Kind.COUNT, null, LONG);
            case "anyMatch/1" -> a(Kind.ANY, StreamTypes.predicate(e), BOOLEAN);
            case "allMatch/1" -> a(Kind.ALL, StreamTypes.predicate(e), BOOLEAN);
            case "noneMatch/1" -> a(Kind.NONE, StreamTypes.predicate(e), BOOLEAN);
            case "forEach/1", "forEachOrdered/1" -> a(Kind.FOR_EACH, StreamTypes.consumer(e), VOID);
            default -> Optional.empty();
        };
    }

    private static Optional<StreamOperation> a(Kind kind, @Nullable ClassType function, Type result) {
        return Optional.of(new StreamOperation(kind, function, result));
    }
}

package io.github.pushforward.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The functions of a pipeline, in the loop made for them. Short ones are written down there, with the elements for their
 * parameters; others become methods of their own.
 */
final class PipelineFunctions {
    private final PipelineMethod method;
    private final Reporter reporter;
    /** The variables that functions written down here declare themselves. */
    private final Set<String> declared = new HashSet<>();

    PipelineFunctions(PipelineMethod method, Reporter reporter) {
        this.method = method;
        this.reporter = reporter;
    }

    /** A stream asks for its functions when it is made; one whose code is known is there. */
    void require(StageFunction function, List<Stmt> before) {
        if (function instanceof StageFunction.Given given) {
            before.add(StreamRuntime.checkFunction(method.part(given.value())));
        }
    }

    /** An argument, where its turn has come. */
    Expr value(Pipeline.Argument argument) {
        BodyContext context = method.inside(argument.home(), method.moves());
        Type type = argument.type();
        Expr value = returned(new BodyReader(context, type, reporter).readValue(argument.tree()), type);
        if (value.subtree().stream().anyMatch(node -> mayThrowChecked(node, context))) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "a call that declares exceptions, in an argument of a stream, is not supported in a @Differentiable method",
                    "put the argument into a variable before the stream",
                    argument.tree());
        }
        return value;
    }

    private static boolean mayThrowChecked(Expr node, BodyContext context) {
        if (!(node instanceof Expr.Call call)) {
            return node instanceof Expr.NewObject;
        }
        return context.members().classOf(call.callee().owner()).stream()
                .flatMap(owner -> context.names().methods(owner, call.callee().name()).stream())
                .anyMatch(called -> !called.getThrownTypes().isEmpty());
    }

    /** The value of a function of elements. */
    Expr apply(StageFunction function, List<Local> arguments, Type result) {
        if (function instanceof StageFunction.Given given) {
            return called(given, arguments);
        }
        Closure closure = ((StageFunction.Known) function).closure();
        Tree tree = closure.code().tree();
        if (tree instanceof LambdaExpressionTree lambda
                && lambda.getBody() instanceof ExpressionTree body
                && isWrittenHere(closure)) {
            BodyContext context = inside(closure, lambda, arguments);
            return returned(new BodyReader(context, result, reporter).readValue(body), result);
        }
        if (tree instanceof MemberReferenceTree reference && isWrittenHere(closure)) {
            BodyReader reader = new BodyReader(inside(closure), result, reporter);
            return returned(reader.readReference(reference, arguments), result);
        }
        return called(closure, arguments);
    }

    /** What a function does with an element for its effect. */
    List<Stmt> run(StageFunction function, List<Local> arguments) {
        if (function instanceof StageFunction.Given given) {
            return List.of(new Stmt.Evaluate(called(given, arguments)));
        }
        Closure closure = ((StageFunction.Known) function).closure();
        Tree tree = closure.code().tree();
        if (tree instanceof LambdaExpressionTree lambda && isWrittenHere(closure)) {
            BodyReader reader = new BodyReader(inside(closure, lambda, arguments), Primitive.VOID, reporter);
            Stmt.Block body = lambda.getBody() instanceof BlockTree block
                    ? reader.readAll(block.getStatements())
                    : reader.readValue((ExpressionTree) lambda.getBody());
            return body.statements();
        }
        if (tree instanceof MemberReferenceTree reference && isWrittenHere(closure)) {
            return new BodyReader(inside(closure), Primitive.VOID, reporter)
                    .readReference(reference, arguments)
                    .statements();
        }
        return List.of(new Stmt.Evaluate(called(closure, arguments)));
    }

    private static Expr returned(Stmt.Block block, Type type) {
        return block.statements().stream()
                .filter(Stmt.Return.class::isInstance)
                .map(statement -> ((Stmt.Return) statement).value())
                .findFirst()
                // Refused and reported: the method is given up.
                .orElseGet(() -> NumericTypes.defaultValue(type));
    }

    private Expr called(Closure function, List<Local> arguments) {
        return new ExpressionReader(method.atHome())
                .closureCalls()
                .applied(
                        function.moved(method.moves()),
                        reads(arguments),
                        function.code().tree());
    }

    private Expr called(StageFunction.Given function, List<Local> arguments) {
        return new ExpressionReader(method.atHome())
                .closureCalls()
                .applied(method.part(function.value()), function.type(), reads(arguments), function.place());
    }

    private static List<Expr> reads(List<Local> locals) {
        List<Expr> reads = new ArrayList<>();
        locals.forEach(local -> reads.add(local.read()));
        return reads;
    }

    /**
     * Whether the code of a function can stand in the loop: nothing in it is in the way, and it declares nothing under a name
     * that another function here declares as well.
     */
    private boolean isWrittenHere(Closure function) {
        if (!InlineCode.isInline(function)) {
            return false;
        }
        Set<String> names = InlineCode.declaredNames(function.code().tree());
        boolean isFree = Collections.disjoint(declared, names);
        declared.addAll(names);
        return isFree;
    }

    private BodyContext inside(Closure function, LambdaExpressionTree lambda, List<Local> arguments) {
        BodyContext context = inside(function);
        for (int i = 0; i < arguments.size(); i++) {
            String name = lambda.getParameters().get(i).getName().toString();
            context.scope().declare(name, arguments.get(i));
        }
        return context;
    }

    private BodyContext inside(Closure function) {
        Map<Local, Local> moves = new HashMap<>();
        List<Local> captures = function.code().captures();
        for (int i = 0; i < captures.size(); i++) {
            moves.put(captures.get(i), method.moves().get(function.captured().get(i)));
        }
        return method.inside(function.code().home(), moves);
    }
}

package io.github.pushforward.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch (selector) {cases}}, as a statement or within a {@link SwitchExpr}.
 *
 * @param arrows whether its cases are of the form {@code case X -> body}, or run on into each other as {@code case X:} does
 */
public record Switch(Expr selector, boolean arrows, List<Case> cases) implements Stmt {

    /**
     * One case, or the statements that several labels share.
     *
     * @param guard what follows {@code when}
     * @param body a block of its own only after an arrow: else a variable that it declares is in sight of later cases
     */
    public record Case(List<CaseLabel> labels, @Nullable Expr guard, Block body) {
        public Case {
            labels = List.copyOf(labels);
        }

        /** The variables of the patterns. */
        public List<Local> variables() {
            return labels.stream()
                    .filter(CaseLabel.Matching.class::isInstance)
                    .flatMap(label -> ((CaseLabel.Matching) label).pattern().variables())
                    .toList();
        }

        public Case withBody(Block newBody) {
            return new Case(labels, guard, newBody);
        }
    }

    public Switch {
        cases = List.copyOf(cases);
    }

    /**
     * Whether one of the cases always matches, by the rules of the language (JLS 14.11.1.1): there is a {@code default}, or
     * a label of the kinds that ask for it.
     */
    public boolean isExhaustive() {
        return cases.stream().flatMap(branch -> branch.labels().stream()).anyMatch(Switch::makesExhaustive);
    }

    private static boolean makesExhaustive(CaseLabel label) {
        boolean isQualifiedEnumConstant = label instanceof CaseLabel.Constant constant
                && constant.value().type() instanceof ClassType type
                && !type.equals(NumericTypes.STRING);
        return isQualifiedEnumConstant
                || label instanceof CaseLabel.Default
                || label instanceof CaseLabel.Null
                || label instanceof CaseLabel.Matching;
    }

    public Switch withCases(List<Case> newCases) {
        return new Switch(selector, arrows, newCases);
    }

    /** The selector, then the guards. */
    @Override
    public List<Expr> expressions() {
        return Stream.concat(
                        Stream.of(selector), cases.stream().map(Case::guard).filter(Objects::nonNull))
                .toList();
    }

    @Override
    public List<Stmt> statements() {
        return cases.stream().map(branch -> (Stmt) branch.body()).toList();
    }

    @Override
    public Stmt with(List<Expr> expressions, List<Stmt> statements) {
        List<Case> rebuilt = new ArrayList<>();
        int guard = 1;
        for (int i = 0; i < cases.size(); i++) {
            Expr test = cases.get(i).guard() == null ? null : expressions.get(guard++);
            rebuilt.add(new Case(cases.get(i).labels(), test, (Block) statements.get(i)));
        }
        return new Switch(expressions.get(0), arrows, rebuilt);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.select(this);
    }
}

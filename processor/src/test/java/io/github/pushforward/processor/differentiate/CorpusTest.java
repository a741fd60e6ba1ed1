package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.interpret.RowTrials;
import io.github.pushforward.processor.interpret.Trials;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of a corpus, differentiated and run as IR: the calculus against the compiled methods themselves. */
class CorpusTest {
    private static final int SEEDS = 3;

    /** A wrong index that is caught would be caught too late. */
    private static final Set<String> WITHOUT_LANES = Set.of("guarded", "guardedByAny", "guardedByReturn");

    private static Derivatives differentiated(String name, int lanes, Corpus.Wanted... wanted) {
        Reporter reporter = new Reporter();
        Derivatives derivatives = Corpus.of(name).differentiate(lanes, reporter, wanted);
        assertThat(reporter.problems()).isEmpty();
        return derivatives;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scalars",
                "Sharing",
                "Evaluation",
                "LongHelpers",
                "Functions",
                "Loops",
                "Arrays",
                "Helpers",
                "Objects",
                "Dispatching",
                "Inheritance",
                "Lambdas",
                "Libraries",
                "Rules"
            })
    void tangents(String name) {
        Derivatives derivatives = differentiated(name, 1);
        Trials trials = new Trials(derivatives);
        SoftAssertions softly = new SoftAssertions();
        derivatives
                .tangents()
                .forEach(tangent -> softly.check(() -> {
                    boolean isCompared = false;
                    for (int seed = 0; seed < SEEDS; seed++) {
                        isCompared |= trials.tangent(tangent, seed);
                    }
                    assertThat(isCompared)
                            .as("%s is smooth at some point", tangent.source().name())
                            .isTrue();
                }));
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scalars",
                "Sharing",
                "Evaluation",
                "Functions",
                "Loops",
                "Arrays",
                "Helpers",
                "LongHelpers",
                "Rules",
                "Libraries",
                "Inheritance"
            })
    void secondDerivatives(String name) {
        Derivatives derivatives = differentiated(name, 1, Corpus.Wanted.SECOND_DERIVATIVES);
        Trials trials = new Trials(derivatives);
        SoftAssertions softly = new SoftAssertions();
        for (SecondOrder second : derivatives.seconds()) {
            for (SecondOrder.Twice twice : second.twices()) {
                for (int seed = 0; seed < SEEDS; seed++) {
                    int own = seed;
                    softly.check(() -> trials.second(twice, twice.alongConstants(), own));
                    twice.alongTangents().ifPresent(form -> softly.check(() -> trials.second(twice, form, own)));
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scalars",
                "Sharing",
                "Evaluation",
                "Functions",
                "Loops",
                "Arrays",
                "Helpers",
                "LongHelpers",
                "Objects",
                "Dispatching",
                "Inheritance",
                "Libraries"
            })
    void lanes(String name) {
        SoftAssertions softly = new SoftAssertions();
        for (int count : new int[] {2, 4}) {
            Derivatives derivatives =
                    differentiated(name, count, Corpus.Wanted.LANES, Corpus.Wanted.SECOND_DERIVATIVES);
            Trials trials = new Trials(derivatives);
            derivatives
                    .tangents()
                    .forEach(tangent -> softly.check(() -> {
                        Optional<LanePlan.Lanes> found = derivatives.lanes().of(tangent);
                        assertThat(found.isPresent())
                                .as("%s has lanes", tangent.source().name())
                                .isEqualTo(
                                        !WITHOUT_LANES.contains(tangent.source().name()));
                        if (found.isEmpty()) {
                            return;
                        }
                        for (LanePlan.Lanes form : forms(found.get(), tangent.tangent(), count)) {
                            for (int seed = 0; seed < SEEDS; seed++) {
                                trials.lanes(tangent.tangent(), form, tangent.source(), false, seed);
                            }
                        }
                    }));
            for (SecondOrder second : derivatives.seconds()) {
                for (SecondOrder.Twice twice : second.twices()) {
                    softly.check(() -> {
                        Optional<LanePlan.Lanes> found = derivatives.lanes().of(twice);
                        Method along = twice.alongConstants().method();
                        assertThat(found.isPresent())
                                .isEqualTo(!WITHOUT_LANES.contains(
                                        twice.first().source().name()));
                        if (found.isEmpty()) {
                            return;
                        }
                        for (LanePlan.Lanes form : forms(found.get(), along, count)) {
                            for (int seed = 0; seed < SEEDS; seed++) {
                                trials.lanes(along, form, twice.first().source(), true, seed);
                            }
                        }
                    });
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sharing", "Evaluation", "LongHelpers", "Loops", "Arrays"})
    void rows(String name) {
        Derivatives derivatives = differentiated(name, 1);
        RowTrials trials = new RowTrials(derivatives);
        SoftAssertions softly = new SoftAssertions();
        AtomicInteger found = new AtomicInteger();
        derivatives
                .tangents()
                .forEach(tangent -> softly.check(() -> {
                    for (int seed = 0; seed < SEEDS; seed++) {
                        found.addAndGet(trials.rows(tangent, seed) ? 1 : 0);
                    }
                }));
        softly.assertAll();
        assertThat(found.get()).as("trials of methods with rows").isPositive();
    }

    /** That of its view, and where this has fewer lanes because they are enough, that of its callers. */
    private static List<LanePlan.Lanes> forms(LanePlan.Lanes ofView, Method tangent, int count) {
        return ofView.count() == count
                ? List.of(ofView)
                : List.of(ofView, new LanePlan.Lanes(count, LaneNames.of(tangent.callee(), count), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mappings", "Arrays"})
    void indexSets(String name) {
        Derivatives derivatives = differentiated(name, 1, Corpus.Wanted.INDEX_SETS);
        Trials trials = new Trials(derivatives);
        SoftAssertions softly = new SoftAssertions();
        derivatives
                .tangents()
                .forEach(tangent -> softly.check(() -> {
                    Optional<LanePlan.Lanes> form = derivatives.indexSets().of(tangent);
                    boolean isMapping = !tangent.source().result().isFloating();
                    assertThat(form.isPresent() || !isMapping)
                            .as("%s has index sets", tangent.source().name())
                            .isTrue();
                    for (int seed = 0; seed < SEEDS && form.isPresent() && isMapping; seed++) {
                        trials.indexSets(tangent, form.get(), true, seed);
                    }
                }));
        softly.assertAll();
    }
}

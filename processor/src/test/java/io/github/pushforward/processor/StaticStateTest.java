package io.github.pushforward.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * No class of ours keeps state in statics: what threads share is what their callers share. {@link ThreadsTest} sees to the same of
 * generated classes.
 */
@AnalyzeClasses(packages = "io.github.pushforward", importOptions = ImportOption.DoNotIncludeTests.class)
class StaticStateTest {
    private static final DescribedPredicate<JavaField> HOLDS_AN_ARRAY =
            new DescribedPredicate<>("hold an array that the source declares") {
                @Override
                public boolean test(JavaField field) {
                    return field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                }
            };

    @ArchTest
    static final ArchRule staticsAreFinal = fields().that().areStatic().should().beFinal();

    /** Who can see it could write to it. */
    @ArchTest
    static final ArchRule staticArraysArePrivate =
            fields().that().areStatic().and(HOLDS_AN_ARRAY).should().bePrivate();
}

package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** What is refused of active classes, and where. */
class ObjectErrorsTest {

    /** In a method that is copied as it is, none of whose arguments is active. */
    @Test
    void aSuperCallInAPrivateMethodThatIsCopied() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo extends Base {
                            @Differentiable
                            double f(double x) {
                                return x * scale(2);
                            }
                            private double scale(double y) {
                                return super«.scaled(y);
                            }
                        }
                        """, """
                        package demo;
                        class Base {
                            double scaled(double y) {
                                return 3 * y;
                            }
                        }
                        """).with("NoTangent", "super.scaled is a method of another class");
    }

    private static final String BASE = """
            @Differentiable
            static class Base {
                double b;
                @Constant double c;
                Base(double b, double c) {
                    this.b = b;
                    this.c = c;
                }
            }
            """;

    @Test
    void privateStateWithoutAccessor() {
        Refused.members("""
                @Differentiable
                static final class Hidden {
                    private double «x;
                    private double y;
                    double y() { return y; }
                }
                """).with("NotAccessible", "the field x of demo.Demo.Hidden", "package-private", "accessor");
    }

    @Test
    void privateStateThatIsWrittenTo() {
        Refused.members("""
                @Differentiable
                static final class Hidden {
                    private double x;
                    Hidden(double x) { this.x = x; }
                    double x() { return x; }
                    void grow(double f) { x «*= f; }
                }
                @Differentiable
                static double f(double a) {
                    Hidden h = new Hidden(a);
                    h.grow(a);
                    return h.x();
                }
                """)
                .with("NotAccessible", "the private field x of demo.Demo.Hidden", "package-private", "new object");
    }

    @Test
    void unmarkedClassesOfferTheMark() {
        Refused.members("""
                static final class Plain {
                    double x;
                    Plain(double x) { this.x = x; }
                }
                @Differentiable
                static double read(double a) {
                    return new Plain(a)«.x;
                }
                """).with("NoTangent", "the field x", "mark demo.Demo.Plain @Differentiable");
        Refused.members("""
                static final class Plain {
                    double x;
                }
                @Differentiable
                static double write(double a) {
                    Plain p = new Plain();
                    p.x «= a;
                    return a;
                }
                """).with("ConstantReceivesActiveValue", "demo.Demo.Plain.x", "mark the class demo.Demo.Plain");
    }

    @Test
    void constantComponents() {
        Refused.members(BASE + """
                @Differentiable
                static double f(double a) {
                    Base base = «new Base(1, a);
                    return base.b * a;
                }
                """).with("ConstantReceivesActiveValue", "new demo.Demo.Base", "@Constant");
        Refused.members(BASE + """
                @Differentiable
                static double f(double a) {
                    Base base = new Base(a, 1);
                    base.c «= a;
                    return base.b;
                }
                """).with("ConstantReceivesActiveValue", "demo.Demo.Base.c", "take @Constant off");
    }

    @Test
    void constantObjects() {
        Refused.members(BASE + """
                @Differentiable
                static double f(double a, @Constant Base base) {
                    base.b «= a;
                    return a;
                }
                """).with("ConstantReceivesActiveValue", "the constant object base", "remove @Constant");
        Refused.members(BASE + """
                static Base last;
                @Differentiable
                static double f(double a) {
                    last «= new Base(a, 1);
                    return a;
                }
                """).with("ConstantReceivesActiveValue", "demo.Demo.last");
    }

    @Test
    void constructorsThatWriteToWhatTheyGet() {
        Refused.members("""
                @Differentiable
                record Leaky(double[] data) {
                    Leaky {
                        data[0] = 0;
                    }
                }
                @Differentiable
                static double f(double[] a) {
                    return «new Leaky(a).data()[1];
                }
                """).with("UnsupportedExpression", "the constructor of demo.Demo.Leaky", "writes to an array");
    }

    @Test
    void constructorsThatLeaveTraces() {
        Refused.members("""
                static int made;
                @Differentiable
                record Counted(double x) {
                    Counted {
                        made++;
                        x = x * x;
                    }
                }
                @Differentiable
                static double f(double a) {
                    return «new Counted(a).x();
                }
                """).with("UnsupportedExpression", "the constructor of demo.Demo.Counted", "outlives");
    }

    @Test
    void constructorsThatUseTheObject() {
        Refused.members("""
                @Differentiable
                static class Self {
                    double x;
                    Self(double x) {
                        «init(x);
                    }
                    void init(double x) { this.x = x; }
                }
                @Differentiable
                static double f(double a) {
                    return new Self(a).x;
                }
                """)
                .with("UnsupportedExpression", "the constructor of demo.Demo.Self", "before it is complete");
        Refused.members("""
                @Differentiable
                static class Early {
                    double x;
                    Early(double x) {
                        if (x > 0) {
                            «return;
                        }
                        this.x = x * x;
                    }
                }
                @Differentiable
                static double f(double a) {
                    return new Early(a).x;
                }
                """).with("UnsupportedStatement", "return in a constructor");
    }

    @Test
    void privateConstructors() {
        Refused.members("""
                @Differentiable
                static class Secret {
                    double x;
                    private Secret(double x) { this.x = x; }
                    static Secret of(double x) { return «new Secret(x); }
                }
                @Differentiable
                static double f(double a) {
                    return Secret.of(a).x;
                }
                """).with("NotAccessible", "the constructor of Secret");
    }

    @Test
    void objectsInLibraryObjects() {
        Refused.members(BASE + """
                @Differentiable
                static double f(double a) {
                    java.util.List<Base> list = new java.util.ArrayList<>();
                    list.add(new Base(a, 1));
                    return list«.get(0).b;
                }
                """).with("NoTangent", "java.util.List.get", "a demo.Demo.Base");
        Refused.members(BASE + """
                @Differentiable
                static double f(double a) {
                    Object object = new Base(a, 1);
                    return («(Base) object).b;
                }
                """).with("NoTangent", "the cast is a demo.Demo.Base");
        Refused.members(BASE + """
                @Differentiable
                static double f(double a) {
                    Object object = new Base(a, 1);
                    return object «instanceof Base base ? base.b : a;
                }
                """).with("NoTangent", "the pattern base is a demo.Demo.Base");
    }

    @Test
    void classesThatCannotBeMarked() {
        Refused.members("""
                @Differentiable
                «enum Kind { A }
                """).with("UnsupportedType", "Kind cannot hold active values");
        Refused.members("""
                @Differentiable
                «record Tagged<T>(double x, T tag) {}
                """).with("UnsupportedType", "the generic class Tagged");
        Refused.members("""
                @Differentiable
                private «record Mine(double x) {}
                """).with("NotAccessible", "the class Mine is private");
    }

    @Test
    void aSubclassOutOfSight() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        @Differentiable
                        «class Sub extends lib.Body {}
                        """, """
                        package lib;
                        import io.github.pushforward.Differentiable;
                        @Differentiable
                        public class Body {
                            public double x;
                        }
                        """).with("NotAccessible", "the class Sub is not public", "lib.Body", "make it public");
    }
}

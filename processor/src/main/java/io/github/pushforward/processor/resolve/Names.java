package io.github.pushforward.processor.resolve;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What names mean inside a class (JLS 6.3 to 6.5): its members and those it inherits, outer classes, imports. */
public final class Names {
    private final Elements elements;
    private final TypeElement enclosing;
    private final CompilationUnitTree file;

    public Names(Elements elements, TypeElement enclosing, CompilationUnitTree file) {
        this.elements = elements;
        this.enclosing = enclosing;
        this.file = file;
    }

    /** The meaning of names inside another class. */
    public Names inside(TypeElement type, CompilationUnitTree itsFile) {
        return new Names(elements, type, itsFile);
    }

    /** The field that a simple name means where no local variable has that name. */
    public Optional<VariableElement> field(String name) {
        for (TypeElement type : enclosingTypes()) {
            Optional<VariableElement> member = field(type, name);
            if (member.isPresent()) {
                return member;
            }
        }
        return staticImports(name).flatMap(type -> field(type, name).stream()).findFirst();
    }

    /** The field of a type, inherited ones included. */
    public Optional<VariableElement> field(TypeElement type, String name) {
        List<VariableElement> fields = ElementFilter.fieldsIn(elements.getAllMembers(type)).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .toList();
        return fields.stream()
                .filter(field -> field.getEnclosingElement().equals(type))
                .findFirst()
                .or(() -> fields.stream().findFirst());
    }

    /** The methods that a simple name may mean: those of the innermost class that has any, else statically imported. */
    public List<ExecutableElement> methods(String name) {
        for (TypeElement type : enclosingTypes()) {
            List<ExecutableElement> members = methods(type, name);
            if (!members.isEmpty()) {
                return members;
            }
        }
        return staticImports(name)
                .flatMap(type -> methods(type, name).stream())
                .distinct()
                .toList();
    }

    public List<ExecutableElement> methods(TypeElement type, String name) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
    }

    /** The type that a simple or qualified name means. */
    public Optional<TypeElement> type(ExpressionTree name) {
        if (name instanceof IdentifierTree identifier) {
            return type(identifier.getName().toString());
        }
        if (name instanceof MemberSelectTree select) {
            String simpleName = select.getIdentifier().toString();
            Optional<TypeElement> outer = type(select.getExpression());
            if (outer.isPresent()) {
                return memberType(outer.get(), simpleName);
            }
            return Optional.ofNullable(elements.getTypeElement(name.toString()));
        }
        return Optional.empty();
    }

    private Optional<TypeElement> type(String name) {
        for (TypeElement type : enclosingTypes()) {
            if (type.getSimpleName().contentEquals(name)) {
                return Optional.of(type);
            }
            Optional<TypeElement> member = memberType(type, name);
            if (member.isPresent()) {
                return member;
            }
        }
        return imported(name, false)
                .or(() -> inPackage(
                        elements.getPackageOf(enclosing).getQualifiedName().toString(), name))
                .or(() -> imported(name, true))
                .or(() -> inPackage("java.lang", name));
    }

    private Optional<TypeElement> memberType(TypeElement type, String name) {
        return ElementFilter.typesIn(elements.getAllMembers(type)).stream()
                .filter(member -> member.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private Optional<TypeElement> inPackage(String packageName, String name) {
        return Optional.ofNullable(elements.getTypeElement(packageName.isEmpty() ? name : packageName + "." + name));
    }

    private Optional<TypeElement> imported(String name, boolean onDemand) {
        for (ImportTree line : file.getImports()) {
            if (!(line.getQualifiedIdentifier() instanceof MemberSelectTree imported)) {
                continue;
            }
            boolean star = imported.getIdentifier().contentEquals("*");
            if (star != onDemand || (!star && !imported.getIdentifier().contentEquals(name))) {
                continue;
            }
            String outer = imported.getExpression().toString();
            TypeElement type = elements.getTypeElement(outer + "." + name);
            if (type != null) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The classes from which a name is statically imported, single imports before those on demand. */
    private Stream<TypeElement> staticImports(String name) {
        List<String> single = new ArrayList<>();
        List<String> onDemand = new ArrayList<>();
        for (ImportTree line : file.getImports()) {
            if (!(line.getQualifiedIdentifier() instanceof MemberSelectTree imported)) {
                continue;
            }
            if (line.isStatic() && imported.getIdentifier().contentEquals(name)) {
                single.add(imported.getExpression().toString());
            } else if (line.isStatic() && imported.getIdentifier().contentEquals("*")) {
                onDemand.add(imported.getExpression().toString());
            }
        }
        return Stream.concat(single.stream(), onDemand.stream())
                .map(elements::getTypeElement)
                .filter(type -> type != null);
    }

    private List<TypeElement> enclosingTypes() {
        List<TypeElement> chain = new ArrayList<>();
        for (Element element = enclosing; element.getKind() != ElementKind.PACKAGE; ) {
            if (element instanceof TypeElement type) {
                chain.add(type);
            }
            element = element.getEnclosingElement();
        }
        return chain;
    }

    /**
     * What a {@code switch} expression throws for an enum constant that it does not know: since Java 21 an exception made for
     * that (JLS 15.28.2).
     */
    public Expr unmatchedEnumConstant() {
        if (elements.getTypeElement("java.lang.MatchException") == null) {
            return new Expr.NewObject(ClassType.of("java.lang", "IncompatibleClassChangeError"), false, List.of());
        }
        return new Expr.NewObject(
                ClassType.of("java.lang", "MatchException"), false, List.of(Expr.Literal.NULL, Expr.Literal.NULL));
    }

    /** Whether the class has the member, declared or inherited, and not only a class around it. */
    public boolean isInherited(Element member) {
        return member.getEnclosingElement().equals(enclosing)
                || elements.getAllMembers(enclosing).contains(member);
    }

    /** The class that {@code super} means. */
    public Optional<TypeElement> superclass() {
        return enclosing.getSuperclass() instanceof DeclaredType type
                ? Optional.of((TypeElement) type.asElement())
                : Optional.empty();
    }

    /** Whether only subclasses may use the member, which the sibling of one is not. */
    public boolean isForSubclassesOnly(Element member) {
        return member.getModifiers().contains(Modifier.PROTECTED)
                && !elements.getPackageOf(member).equals(elements.getPackageOf(enclosing));
    }

    /** Whether a class of the same package, such as a generated sibling, cannot use the member. */
    public static boolean isPrivate(Element member) {
        for (Element element = member; element.getKind() != ElementKind.PACKAGE; ) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
            element = element.getEnclosingElement();
        }
        return false;
    }

    /** Whether every class of a package can use a member. */
    public static boolean isInSight(Element member, String packageName) {
        Element at = member;
        while (at.getKind() != ElementKind.PACKAGE) {
            at = at.getEnclosingElement();
        }
        boolean isHere = ((PackageElement) at).getQualifiedName().contentEquals(packageName);
        return isHere ? !isPrivate(member) : isPublic(member);
    }

    /** Whether every class can use a member. */
    public static boolean isPublic(Element member) {
        for (Element element = member; element.getKind() != ElementKind.PACKAGE; ) {
            if (!element.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            element = element.getEnclosingElement();
        }
        return true;
    }
}

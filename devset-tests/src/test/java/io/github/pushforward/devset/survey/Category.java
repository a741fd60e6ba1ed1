package io.github.pushforward.devset.survey;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kind of thing that an error of the processor refuses.
 *
 * @param name the same for every method that is refused for one reason
 * @param detail what in this method, where methods that share a detail may have one remedy
 */
record Category(String name, String detail) implements Comparable<Category> {
    private static final Pattern MESSAGE = Pattern.compile("\\[(\\w+)] (.*)", Pattern.DOTALL);

    /** A frame around names that are the user's own. */
    private record Frame(Pattern pattern, String category, String detail) {
        Frame(String pattern, String category, String detail) {
            this(Pattern.compile(pattern, Pattern.DOTALL), category, detail);
        }
    }

    private static final List<Frame> FRAMES = List.of(
            new Frame(
                    "the call of (.+?) receives an active argument, which.*", "call that may keep its argument", "$1"),
            new Frame("the call of \\S+\\.(FastMath\\.\\w+) receives an active argument.*", "call of FastMath", "$1"),
            new Frame("the call of (.+?) receives an active argument.*", "call of a method not annotated", "$1"),
            new Frame("(.+) has no rule for its derivative.*", "library function without a rule", "$1"),
            new Frame("(.+) makes a number from bits or text.*", "number from bits or text", "$1"),
            new Frame("argument \\d+ of (.+) is active, but.*", "active argument for a @Constant parameter", "$1"),
            new Frame("the instance method .+ is not supported.*", "instance method", ""),
            new Frame("the call of the instance method (.+) is not supported.*", "call of an instance method", "$1"),
            new Frame("the call (.+)\\(\\.\\.\\.\\) on an object.*", "call on an object", "$1"),
            new Frame("the field .+ of an object.*", "field of an object", ""),
            new Frame("the instance field .+ is not supported.*", "instance field", ""),
            new Frame("the field .+ is private.*because it (.*?); .*", "private field not copied", "$1"),
            new Frame("the field .+ is private.*but it is not (.*?); .*", "private field not copied", "is not $1"),
            new Frame(".* is private, so the generated sibling cannot call.*", "private method or class", ""),
            new Frame("the field (.+) of .+ is private, so a generated sibling.*", "private field of an object", "$1"),
            new Frame("the private field in .+ is assigned to.*", "write to a private field", ""),
            new Frame(".* is a number out of an object that was given.*", "number out of an object", ""),
            new Frame("the field .+ receives a value that depends.*", "field receives an active value", ""),
            new Frame("\\S+ between (.+) is not supported.*", "operator between objects", "$1"),
            new Frame("(.+) is protected in another package.*", "protected member of another package", "$1"),
            new Frame("the signature of .+ names a type.*", "unresolved type in the signature", ""),
            new Frame("(.+) cannot be resolved.*", "unresolved name", "$1"),
            new Frame("the type (.+) is not supported in a.*", "type", "$1"),
            new Frame("the parameter .+ of type (.+) is not supported.*", "parameter type", "$1"),
            new Frame("the result type (.+) is not supported.*", "result type", "$1"),
            new Frame("clone of (.+) is not supported.*", "clone", "$1"),
            new Frame("the generic method .+", "generic method", ""),
            new Frame("the checked exception .+", "checked exception", ""),
            new Frame(".+ has no active parameter.*", "no active parameter", ""),
            new Frame(".+ returns .+ and writes to no active array.*", "no active output", ""),
            new Frame(".+ would both generate .+", "two generated methods of one signature", ""),
            new Frame(".+ would generate .+, which exists already.*", "generated class exists", ""),
            new Frame("Pushforward failed on this class: (.+)", "defect", "$1"));

    static Category of(String text) {
        Matcher message = MESSAGE.matcher(text);
        if (!message.matches()) {
            return new Category("javac", text);
        }
        String code = message.group(1) + ": ";
        String what = message.group(2);
        for (Frame frame : FRAMES) {
            Matcher matcher = frame.pattern().matcher(what);
            if (matcher.matches()) {
                String detail = matcher.replaceFirst(frame.detail()).replaceAll("\\s+", " ");
                return new Category(code + frame.category(), detail);
            }
        }
        return new Category(code + withoutNames(what), "");
    }

    /** The words of a message that are not code. */
    private static String withoutNames(String what) {
        String first = what.split("; ", 2)[0].replaceAll("\\s+", " ");
        return first.replaceAll("\\S*[\\w)\\]][.(\\[_0-9A-Z]\\S*", "…").replaceAll("(… ?)+", "… ");
    }

    @Override
    public int compareTo(Category other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? detail.compareTo(other.detail) : byName;
    }
}

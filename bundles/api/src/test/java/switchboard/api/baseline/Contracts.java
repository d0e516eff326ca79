package switchboard.api.baseline;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The exported packages, with all that others compile against. As text: an element a line, indented by its depth, with what
 * its addition and its removal mean to its package.
 *
 * @see <a href="https://docs.osgi.org/whitepaper/semantic-versioning/">Semantic versioning in OSGi</a>, by which bnd judges
 */
record Contracts(Tree tree) {

    private static final int INDENT = 1;
    /** Every class has them, and each Java release annotates them otherwise. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of("clone()", "equals(java.lang.Object)", "finalize()", "getClass()", "hashCode()",
            "notify()", "notifyAll()", "toString()", "wait()", "wait(long)", "wait(long,int)");
    private static final String OF_THE_JDK = "jdk.";
    /** The newest class file that was seen, the JDK's own included: no property of what is exported. */
    private static final Type OF_THE_JVM = Type.CLASS_VERSION;
    private static final int FIELDS = 4;

    /** Those of a built bundle: a jar, or a folder of classes with its manifest. */
    static Contracts of(Path bundle) throws Exception {
        return parse(lines(new DiffPluginImpl().tree(bundle.toFile()).get("<api>")));
    }

    static Contracts parse(List<String> lines) throws Exception {
        Deque<Tree.Data> parents = new ArrayDeque<>();
        for (String line : lines) {
            int depth = (line.length() - line.stripLeading().length()) / INDENT;
            while (parents.size() > depth) {
                parents.pop();
            }
            Tree.Data data = element(line);
            Optional.ofNullable(parents.peek()).ifPresent(parent -> {
                parent.children = Arrays.copyOf(parent.children, parent.children.length + 1);
                parent.children[parent.children.length - 1] = data;
            });
            parents.push(data);
        }
        return new Contracts(new DiffPluginImpl().deserialize(parents.getLast()));
    }

    List<String> lines() {
        return lines(tree);
    }

    private static List<String> lines(Tree tree) {
        List<String> lines = new ArrayList<>();
        write(tree, 0, lines);
        return lines;
    }

    /** What is wrong with the versions of these packages if those were there before; empty if all is well. */
    List<String> mistakesAfter(Contracts before) {
        List<String> mistakes = new ArrayList<>();
        for (Diff change : tree.diff(before.tree).getChildren()) {
            if (change.getType() == Type.PACKAGE && change.getDelta() != Delta.ADDED && change.getDelta() != Delta.REMOVED) {
                Version least = least(version(change.getOlder()), change.getDelta());
                Version actual = version(change.getNewer());
                if (actual.compareTo(least) < 0) {
                    mistakes.add("%s %s must be at least %s: %s".formatted(change.getName(), actual, least, causes(change)));
                }
            }
        }
        return mistakes;
    }

    private static Version least(Version before, Delta change) {
        return switch (change) {
            case MAJOR -> new Version(before.getMajor() + 1, 0, 0);
            case MINOR -> new Version(before.getMajor(), before.getMinor() + 1, 0);
            default -> before;
        };
    }

    private static Version version(Tree contract) {
        return Arrays.stream(contract.getChildren()).filter(child -> child.getType() == Type.VERSION).findFirst()
                .map(child -> new Version(child.getName())).orElse(Version.LOWEST);
    }

    private static List<String> causes(Diff change) {
        List<String> causes = new ArrayList<>();
        for (Diff part : change.getChildren()) {
            if (part.getDelta() == Delta.ADDED || part.getDelta() == Delta.REMOVED) {
                causes.add("%s %s %s".formatted(part.getDelta(), part.getType(), part.getName()));
            } else if (part.getDelta() == Delta.MINOR || part.getDelta() == Delta.MAJOR) {
                causes(part).forEach(cause -> causes.add(part.getName() + ": " + cause));
            }
        }
        return causes;
    }

    private static void write(Tree element, int depth, List<String> lines) {
        lines.add("%s%s %s %s %s".formatted(" ".repeat(INDENT * depth), element.getType(), element.ifAdded(), element.ifRemoved(), element.getName()));
        Arrays.stream(element.getChildren()).filter(Contracts::isOurs).sorted().forEach(child -> write(child, depth + 1, lines));
    }

    private static boolean isOurs(Tree element) {
        return element.getType() != OF_THE_JVM && !(element.getType() == Type.METHOD && OF_EVERY_OBJECT.contains(element.getName()))
                && !(element.getType() == Type.ANNOTATED && element.getName().startsWith(OF_THE_JDK));
    }

    private static Tree.Data element(String line) {
        String[] fields = line.strip().split(" ", FIELDS);
        Tree.Data data = new Tree.Data();
        data.type = Type.valueOf(fields[0]);
        data.add = Delta.valueOf(fields[1]);
        data.rem = Delta.valueOf(fields[2]);
        data.name = fields[3];
        data.children = new Tree.Data[0];
        return data;
    }
}

// README's block and this pom say the same: each element of the block is in the pom, under the same parents, with the same text.
import groovy.xml.XmlParser

def readme = new File(repositoryRoot, 'README.md').text
def section = readme.substring(readme.indexOf('## Add it to a Maven project'))
def block = section.substring(section.indexOf('```xml') + 6)
block = block.substring(0, block.indexOf('```'))

def parser = new XmlParser(false, false)
def documented = parser.parseText("<project>$block</project>")
def actual = parser.parse(new File(basedir, 'pom.xml'))

assert documented.dependencies.dependency.size() == 2
assert documented.build.plugins.plugin.size() == 1
assertContains(actual, documented, 'project')

void assertContains(Node actual, Node documented, String path) {
    for (child in documented.children()) {
        if (child instanceof Node) {
            def same = actual.children().findAll { it instanceof Node && it.name() == child.name() && key(it) == key(child) }
            assert same.size() == 1 : "README has $path/${child.name()} ${key(child)}, and the pom of plain has ${same.size()} of it"
            assertContains(same[0], child, "$path/${child.name()}")
        } else {
            assert actual.text().trim() == child.trim() : "README and the pom of plain differ in $path"
        }
    }
}

/** What tells elements of one name apart. */
String key(Node node) {
    node.artifactId.text()
}

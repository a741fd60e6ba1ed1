// Copies the sources of what has been built before, and nothing that was built, to folders with other names.
import java.nio.file.Files

void copy(File from, File to) {
    if (from.name == 'target') {
        return
    }
    if (from.directory) {
        to.mkdirs()
        from.listFiles().each { copy(it, new File(to, it.name)) }
    } else {
        Files.copy(from.toPath(), to.toPath())
    }
}

def elsewhere = new File(basedir, 'elsewhere')
copy(new File(basedir.parentFile, 'setup'), new File(elsewhere, 'setup'))

def root = new File(repositoryRoot)
def pushforward = new File(elsewhere, 'pushforward')
pushforward.mkdirs()
copy(new File(root, 'pom.xml'), new File(pushforward, 'pom.xml'))
new groovy.xml.XmlParser().parse(new File(root, 'pom.xml')).modules.module*.text().each { module ->
    new File(pushforward, module).mkdirs()
    copy(new File(root, "$module/pom.xml"), new File(pushforward, "$module/pom.xml"))
    if (module in ['annotations', 'runtime', 'processor']) {
        copy(new File(root, "$module/src/main"), new File(pushforward, "$module/src/main"))
    }
}

true

def repository = new File(basedir.parentFile.parentFile, 'repository')
def javaHome = System.getProperty('java.home')

/** What a build says; it is to succeed, or to fail. */
def compile = { boolean success ->
    def builder = new ProcessBuilder('gradle', '--no-daemon', '--offline', '-g', new File(basedir, 'home').path,
            "-Prepository=${repository.toURI()}".toString(), "-Pversion=$version".toString(), 'compileJava')
    builder.directory(basedir).redirectErrorStream(true).environment().put('JAVA_HOME', javaHome)
    def process = builder.start()
    process.outputStream.close()
    def said = process.inputStream.text
    println said
    assert (process.waitFor() == 0) == success
    said
}
def run = {
    def jars = []
    repository.eachFileRecurse { if (it.name ==~ /pushforward-(annotations|runtime)-.*\.jar/) jars << it.path }
    def path = ([new File(basedir, 'build/classes/java/main').path] + jars).join(File.pathSeparator)
    ["$javaHome/bin/java", '-cp', path, 'demo.Main'].execute().text.trim()
}

compile(true)
assert run() == 'gradient 0.6 0.8 in lanes of 8: true'

// Another body: its sibling follows.
def source = new File(basedir, 'src/main/java/demo/Main.java')
source.text = source.text.replace('Math.sqrt(sum)', 'sum')
compile(true)
assert run() == 'gradient 6.0 8.0 in lanes of 8: true'

// No annotation: no sibling, so that whoever uses it does not compile, rather than go on with an old one.
source.text = source.text.replace('@Differentiable', '')
assert compile(false).readLines().any { it =~ /error: cannot find symbol/ }
true

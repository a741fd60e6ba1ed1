// Byte for byte: the jars of both builds, and the sources that the processor has generated.
def elsewhere = new File(basedir, 'elsewhere')

def assertSame = { File one, File other ->
    assert one.file && other.file
    assert Arrays.equals(one.bytes, other.bytes) : "$one and $other differ"
}

def generated = 'library/target/generated-sources/annotations'
def first = new File(basedir.parentFile, "setup/$generated")
def sources = []
first.eachFileRecurse { if (it.name.endsWith('.java')) sources << first.toPath().relativize(it.toPath()).toString() }
assert sources.any { it.endsWith('PotentialGradient.java') } && sources.any { it.endsWith('VectorTangent.java') }
sources.each { assertSame(new File(first, it), new File(elsewhere, "setup/$generated/$it")) }
assertSame(new File(basedir.parentFile, 'setup/library/target/library-1.0.jar'), new File(elsewhere, 'setup/library/target/library-1.0.jar'))

['annotations', 'runtime', 'processor'].each {
    def jar = "$it/target/pushforward-$it-${version}.jar"
    assertSame(new File(repositoryRoot, jar), new File(elsewhere, "pushforward/$jar"))
}

true

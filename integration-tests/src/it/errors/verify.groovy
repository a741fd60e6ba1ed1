// Every problem of every file at its line and column, with its code; none twice, and nothing else.
def log = new File(basedir, 'build.log').readLines()
def has = { pattern -> log.any { it =~ pattern } }
assert !has(/^\s+at [\w.$]+\(/)
assert log.every { !it.contains('InternalError') }

def first = log.findIndexOf { it.contains('COMPILATION ERROR') }
def last = log.findIndexOf(first) { it.contains('BUILD FAILURE') }
def errors = log.subList(first, last).findAll { it.startsWith('[ERROR]') && it.contains('.java:') }
        .collect { it.replaceFirst(/.*\/(\w+\.java:\[\d+,\d+\] \[\w+\]).*/, '$1') }
assert errors.toSet() == [
    'First.java:[11,26] [NoTangent]',
    'First.java:[15,27] [NotAccessible]',
    'Second.java:[9,32] [UnsupportedType]'
].toSet()
assert errors.size() == 3

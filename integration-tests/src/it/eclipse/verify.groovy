// Eclipse's compiler has no syntax trees for processors: one error that says to use javac, for any number of classes.
def log = new File(basedir, 'build.log').readLines()
assert log.every { !(it =~ /^\s+at [\w.$]+\(/) }

def first = log.findIndexOf { it.contains('COMPILATION ERROR') }
def last = log.findIndexOf(first) { it.contains('BUILD FAILURE') }
def errors = log.subList(first, last).findAll { it =~ /\[[A-Z]\w*[a-z]\w*\] / }
assert errors.size() == 1
assert errors[0].contains('[UnsupportedCompiler] Pushforward reads method bodies through the syntax trees of javac')
assert errors[0].contains('compile with javac')

// The jar has the annotation and no sibling: the error says so at the call, once.
def log = new File(basedir, 'build.log').readLines()
assert log.any { it =~ /ERROR.*Caller\.java:\[11,24\] \[NoTangent\]/ }
assert log.findAll { it.contains('.java:[') }.every { it.contains('[NoTangent]') }
assert log.every { !(it =~ /^\s+at [\w.$]+\(/) }

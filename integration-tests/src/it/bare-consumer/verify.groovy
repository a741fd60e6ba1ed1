// The jar has the annotation and no sibling: the error says so at the call, once.
def log = new File(basedir, 'build.log').readLines()
def has = { pattern -> log.any { it =~ pattern } }
assert has(/ERROR.*Caller\.java:\[11,24\] \[NoTangent\]/)
assert log.findAll { it.contains('.java:[') }.every { it.contains('[NoTangent]') }
assert !has(/^\s+at [\w.$]+\(/)

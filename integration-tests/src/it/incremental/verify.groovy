def log = new File(basedir, 'build.log').readLines()
def has = { pattern -> log.any { it =~ pattern } }

assert log.count { it =~ /^\[INFO\] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0$/ } == 8
assert !has(/^\s+at [\w.$]+\(/)

// Compiled without the file of a method that is differentiated along, its caller has an error, and no derivative of an older body.
assert has(/ERROR.*Caller\.java:\[10,39\] \[NoTangent\] the call of demo\.Vec\.norm receives an active argument/)

// One error that says what to write in module-info.java, instead of one for each class of the runtime that generated code names.
def log = new File(basedir, 'build.log').readLines()
def has = { pattern -> log.any { it =~ pattern } }
def errors = log.findAll { it =~ /\.java:\[\d+,\d+\]/ }
assert !errors.empty
assert errors.every { it =~ /Square\.java:\[5,7\] \[MissingRuntime\] .* the module demo\.modular does not read; write requires io\.github\.pushforward\.runtime;/ }
assert !has(/^\s+at [\w.$]+\(/)

def log = new File(basedir, 'build.log').readLines()
def has = { pattern -> log.any { it =~ pattern } }
assert !has(/^\s+at [\w.$]+\(/)

def said = log.findAll { it =~ /\[(WARNING|ERROR)\].*\[[A-Z]\w+\] / }.collect { it.replaceFirst(/.*?(Counter\.java:\[\d+,\d+\] )?(\[[A-Z]\w+[a-z]\w+\] )/, '$1$2') }.unique()
assert said.findAll { it.contains('[NoGradient]') }.size() == 1
assert said.any { it.startsWith('Counter.java:[13,') && it.contains('[NoGradient]') }
assert said.findAll { it.contains('[BadOption]') } ==
        ['[BadOption] -Apushforward.lanes=3 is no number of directions that a pass can carry; write one of 1, 2, 4, 8']
assert log.findAll { it.contains('warnings found and -Werror specified') }.size() > 0

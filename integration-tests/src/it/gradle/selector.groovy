// Where no Gradle is installed there is nothing to test.
try {
    def gradle = ['gradle', '--version'].execute()
    gradle.consumeProcessOutput()
    return gradle.waitFor() == 0
} catch (IOException none) {
    println 'SKIPPED gradle: no gradle on the path'
    return false
}

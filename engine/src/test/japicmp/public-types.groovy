// Leaves of what japicmp has compared the public types alone: those that public-types.txt names.
def list = new File(System.getProperty('maven.multiModuleProjectDirectory'),
        'engine/src/test/resources/public-types.txt')
def names = list.readLines().findAll { !it.startsWith(' ') }.collect { it.split(':')[0] } as Set
return jApiClasses.findAll { names.contains(it.fullyQualifiedName) }

/* Loads each library named, calls the function of that name in it, and unloads it: the next one may come to lie in its place. */
#include <dlfcn.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	for (int i = 1; i + 1 < argc; i += 2) {
		void *library = dlopen(argv[i], RTLD_NOW);
		void (*function)(void) = library ? (void (*)(void))dlsym(library, argv[i + 1]) : NULL;
		if (!function) {
			fprintf(stderr, "%s\n", dlerror());
			return 1;
		}
		function();
		dlclose(library);
	}
	return 0;
}

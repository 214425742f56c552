// Functions whose names take demangling.
#include <map>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

#define NOINLINE __attribute__((noinline, noclone))

static NOINLINE void mark()
{
	syscall(SYS_getppid);
	__asm__ volatile("");
}

namespace outer {
namespace inner {

struct Thing {
	NOINLINE Thing() { mark(); __asm__ volatile(""); }
	NOINLINE ~Thing() { mark(); __asm__ volatile(""); }
	NOINLINE int operator()(int n) const { mark(); __asm__ volatile(""); return n; }
	NOINLINE static void make(std::string const &, int) { mark(); __asm__ volatile(""); }
};

template <typename T, int N> NOINLINE T of_type(T value, std::vector<T> const &)
{
	mark();
	__asm__ volatile("");
	return value;
}

namespace {
NOINLINE void anonymous(std::map<std::string, int> *)
{
	mark();
	__asm__ volatile("");
}
}

}
}

int main()
{
	{
		outer::inner::Thing thing;
		thing(1);
		outer::inner::Thing::make("", 2);
	}
	outer::inner::of_type<int, 3>(1, {});
	outer::inner::of_type<std::string, 4>("", {});
	outer::inner::anonymous(nullptr);
	[](int x) NOINLINE { mark(); __asm__ volatile(""); return x; }(3);
}

/* For the tests only: Wine 8 lacks this library of Windows 10, which python-calamine and pydantic-core ask for random. */
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) {
    return RtlGenRandom(data, (ULONG)size);
}

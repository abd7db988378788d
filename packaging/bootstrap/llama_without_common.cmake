# Read by CMake when llama.cpp's own project begins (CMAKE_PROJECT_<name>_INCLUDE).
# llama-cpp-python switches on the library that llama.cpp's command line tools share. The binding never
# calls it, and its files are among the slowest to compile.
set(LLAMA_BUILD_COMMON OFF CACHE BOOL "Build llama.cpp common library" FORCE)

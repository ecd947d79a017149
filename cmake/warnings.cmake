# Every target of ours links this one, so that warnings and sanitizers are said in a single place.
add_library(footbridge_warnings INTERFACE)
add_library(footbridge::warnings ALIAS footbridge_warnings)
# -Wnull-dereference is left out: GCC 12 finds it in its own stream headers.
target_compile_options(footbridge_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Woverloaded-virtual
  -Wconversion -Wsign-conversion -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough
  -fstack-protector-strong)
if(FOOTBRIDGE_WERROR)
  target_compile_options(footbridge_warnings INTERFACE -Werror)
endif()
if(FOOTBRIDGE_SANITIZE)
  target_compile_options(footbridge_warnings INTERFACE -fsanitize=${FOOTBRIDGE_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(footbridge_warnings INTERFACE -fsanitize=${FOOTBRIDGE_SANITIZE})
endif()
if(FOOTBRIDGE_TIDY)
  find_program(CLANG_TIDY NAMES clang-tidy-16 clang-tidy REQUIRED)
endif()

# Several files of a room compile as one (CMAKE_UNITY_BUILD, in CMakePresets.json): from nothing, that takes a fifth of the
# time. Two files of a room that use one name for two private things may meet; the later one takes a name that says more.
# The preset dev compiles each file by itself, and so sees an include that is missing.

# A layer is a static library made of every source in its folder: a file that lies in a room belongs to it. The door,
# main.cpp, does not, so that tests can enter the room without it.
function(footbridge_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  list(FILTER sources EXCLUDE REGEX "/main.cpp$")
  add_library(footbridge_${name} STATIC ${sources})
  add_library(footbridge::${name} ALIAS footbridge_${name})
  target_include_directories(footbridge_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(footbridge_${name} PRIVATE footbridge::warnings)
  if(FOOTBRIDGE_TIDY)
    set_target_properties(footbridge_${name} PROPERTIES CXX_CLANG_TIDY "${CLANG_TIDY};--quiet")
  endif()
endfunction()

// SPDX-License-Identifier: GPL-3.0-or-later
// What is given back to the heap is looked at on its way.
#include <malloc.h>
#include <unistd.h>

#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "catch.h"
#include "system/platform.h"

namespace platform = footbridge::platform;

namespace {

constexpr std::string_view kSecret = "nobody-may-find-this";
bool isWatching = false;
int found = 0;

void giveBack(void* memory) noexcept {
  if (memory && isWatching) {
    const std::string_view bytes(static_cast<const char*>(memory), ::malloc_usable_size(memory));
    if (bytes.find(kSecret) != std::string_view::npos) ++found;
  }
  std::free(memory);
}

/// How often the secret went back to the heap while `run` ran.
template <typename Run>
int countGivenBack(Run run) {
  found = 0;
  isWatching = true;
  run();
  isWatching = false;
  return found;
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  giveBack(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
  giveBack(memory);
}

TEST_CASE("A secret that is not read to its end leaves nothing of it on the heap") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  std::string sent(kSecret);
  sent.resize(5000, 'x');  // longer than a line may be
  REQUIRE(::write(ends[1], sent.data(), sent.size()) == static_cast<ssize_t>(sent.size()));
  ::close(ends[1]);
  bool isRead = true;
  CHECK(countGivenBack([&] { isRead = platform::readLine(ends[0]).has_value(); }) == 0);
  CHECK_FALSE(isRead);
  ::close(ends[0]);
  CHECK(countGivenBack([] { const std::string lost = std::string(kSecret) + std::string(100, 'x'); }) > 0);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/instead/failing_memory.h"

#include <sqlite3.h>

#include <cstdlib>
#include <new>

namespace footbridge::gates {
namespace {

sqlite3_mem_methods theSystem;
std::uint64_t theNumber = ~std::uint64_t{0};
std::uint64_t theSeen = 0;
bool isSticky = false;
bool isOurs = false;
bool isWatching = false;
bool hasFailed = false;

bool fails(bool ours) {
  if (!isWatching || ours != isOurs) return false;
  const std::uint64_t number = theSeen++;
  const bool refused = number == theNumber || (isSticky && number > theNumber);
  hasFailed = hasFailed || refused;
  return refused;
}

void* allocate(int size) {
  return fails(false) ? nullptr : theSystem.xMalloc(size);
}
void* reallocate(void* memory, int size) {
  return fails(false) ? nullptr : theSystem.xRealloc(memory, size);
}

}  // namespace

void useFailingMemory() {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &theSystem);
  sqlite3_mem_methods failing = theSystem;
  failing.xMalloc = allocate;
  failing.xRealloc = reallocate;
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &failing) != SQLITE_OK) std::abort();
}

void failMemoryAt(std::uint64_t number, bool sticky, bool ours) {
  theNumber = number;
  theSeen = 0;
  isSticky = sticky;
  isOurs = ours;
  hasFailed = false;
  isWatching = true;
}

bool stopFailingMemory() {
  isWatching = false;
  return hasFailed;
}

std::uint64_t allocationsSeen() {
  return theSeen;
}

}  // namespace footbridge::gates

void* operator new(std::size_t size) {
  void* const memory = footbridge::gates::fails(true) ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (!memory) throw std::bad_alloc();
  return memory;
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

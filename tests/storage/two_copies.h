// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include "catch.h"
#include "domain/exchange.h"
#include "storage/desk.h"

namespace footbridge::storage::test {

/// One journal, and two copies of it that part.
class Copies {
 public:
  using Secrets = std::array<const char*, 2>;  ///< of A and B; null: not opened

  explicit Copies(Desk& desk) : base(desk.create()), m_desk(desk) {}

  void protectBoth() { test::protectBoth(*base); }

  void part(Secrets secrets = {}) {
    base.reset();
    std::filesystem::copy_file(m_desk.file(), pathOfA());
    std::filesystem::copy_file(m_desk.file(), pathOfB());
    a = open(pathOfA(), secrets);
    b = open(pathOfB(), secrets);
  }

  [[nodiscard]] std::string pathOfA() const { return m_desk.file("a.footbridge"); }
  [[nodiscard]] std::string pathOfB() const { return m_desk.file("b.footbridge"); }
  [[nodiscard]] std::string bytesOfB() {
    b.reset();
    return bytesIn(pathOfB());
  }

  void reopenA(Secrets secrets = {}) {
    a.reset();
    a = open(pathOfA(), secrets);
  }

  /// Closes the other one, which must not be in use.
  TakenIn mergeBIntoA() {
    b.reset();
    const auto taken = a->exchange()->mergeFrom(pathOfB(), {});
    if (!taken) UNSCOPED_INFO(taken.error().detail << " " << taken.error().place);
    REQUIRE(taken.ok());
    return *taken;
  }

  [[nodiscard]] std::unique_ptr<SealedJournal> open(const std::string& path, Secrets secrets = {}) {
    auto journal = m_desk.shelf().openSealed(path);
    if (!journal) UNSCOPED_INFO(journal.error().detail << " " << journal.error().place);
    REQUIRE(journal.ok());
    for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
      const char* const words = secrets[partner == PartnerId::A ? 0 : 1];
      if (words) REQUIRE((*journal)->unlock(partner, secret(words)).ok());
    }
    return std::move(journal).value();
  }

  std::unique_ptr<SealedJournal> base, a, b;

 private:
  Desk& m_desk;
};

}  // namespace footbridge::storage::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "catch.h"
#include "gates/instead/once_derived.h"
#include "storage/key.h"
#include "storage/shelf.h"

namespace footbridge::storage::test {

inline constexpr const char* kAlex = "quiet harbour seven lanterns";
inline constexpr const char* kSam = "brass kettle under the willow";
inline constexpr const char* kOther = "eleven umbrellas went missing";
inline constexpr const char* kNewest = "nineteen quiet herons by noon";
inline constexpr KdfCost kCheap = KdfCost::least();

inline Passphrase secret(std::string text) {
  return *Passphrase::from(std::move(text));
}
inline PartnerName name(const char* text) {
  return *PartnerName::from(text);
}

/// In memory where there is such a place: what is tested here does not depend on how fast a disk syncs.
inline std::filesystem::path scratchFolder() {
  const std::filesystem::path memory = "/dev/shm";
  return std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
}

/// Of real ones each costs what a passphrase costs at the least; journals that were made elsewhere open with no others.
enum class Keys { Quick, Real };

/// A folder of its own with a shelf over it; all gone afterwards.
class Desk {
 public:
  explicit Desk(Keys keys = Keys::Quick)
      : m_folder(scratchFolder() / ("footbridge-test-" + std::to_string(randomId()))),
        m_shelf({kCheap, m_folder / "state", [this] { return m_now += std::chrono::seconds(1); }, backups()}) {
    if (keys == Keys::Quick) m_quick.emplace();
    gates::deriveEachKeyOnce();
    std::filesystem::create_directories(m_folder);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  ~Desk() {
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
  }

  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
  [[nodiscard]] std::string file(const char* leaf = "us.footbridge") const { return (m_folder / leaf).string(); }
  [[nodiscard]] FileShelf& shelf() { return m_shelf; }
  /// Where the backups of all journals go.
  [[nodiscard]] std::filesystem::path backups() const { return m_folder / "backups"; }
  /// Puts the clock forward, or back.
  void wait(std::chrono::days time) { m_now += time; }

  [[nodiscard]] std::unique_ptr<SealedJournal> create() {
    auto journal = m_shelf.createSealed(file(), name("Alex"), name("Sam"));
    REQUIRE(journal.ok());
    return std::move(journal).value();
  }
  [[nodiscard]] std::unique_ptr<SealedJournal> createAlone() {
    auto journal = m_shelf.createSealed(file(), name("Alex"), std::nullopt);
    REQUIRE(journal.ok());
    return std::move(journal).value();
  }
  [[nodiscard]] std::unique_ptr<SealedJournal> open() {
    auto journal = m_shelf.openSealed(file());
    if (!journal) UNSCOPED_INFO(journal.error().detail << " " << static_cast<int>(journal.error().kind));
    REQUIRE(journal.ok());
    return std::move(journal).value();
  }

 private:
  std::optional<gates::LittleMemory> m_quick;
  std::filesystem::path m_folder;
  Moment m_now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
  FileShelf m_shelf;
};

inline std::string bytesIn(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

inline void putBytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE(stream.flush());
}

/// The kind of what failed; fails the test where nothing did.
template <typename Thing>
ErrorKind kindOf(const Result<Thing>& result) {
  REQUIRE_FALSE(result.ok());
  return result.error().kind;
}

inline void protectBoth(SealedJournal& journal) {
  REQUIRE(journal.protect(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal.protect(PartnerId::B, secret(kSam)).ok());
}

inline EntryBody note(std::string text) {
  return Note{std::move(text)};
}

}  // namespace footbridge::storage::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/last_seen.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <sstream>
#include <utility>

#include "storage/counting.h"
#include "storage/vault.h"
#include "system/platform.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSealedSize = kBoxOverhead + 8 + sizeof(Digest) + 8 + 8;
/// One, and those that changes of keys added which were cut short.
constexpr std::size_t kMostSealed = 8;

struct Seen {
  std::uint64_t counter = 0;
  Digest digest{};
  std::uint64_t draftCounter = 0;
  std::uint64_t standing = 0;  ///< things to be read
  bool operator==(const Seen&) const = default;
};

Seen seenOf(const OpenVault& open) {
  return {open.head.counter, open.head.digest, open.head.draftCounter, open.records.standing()};
}

/// At most what note() and noteAlso() write.
std::optional<Bytes> readBytes(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  std::array<char, kMostSealed * kSealedSize> bytes{};
  stream.read(bytes.data(), bytes.size());
  return Bytes(bytes.begin(), bytes.begin() + stream.gcount());
}

std::optional<Seen> openSeen(const VaultKeys& keys, BytesView bytes, BytesView aad) {
  for (; bytes.size() >= kSealedSize; bytes = bytes.subspan(kSealedSize)) {
    const auto plain = openBox(keys.seen(), bytes.first(kSealedSize), aad);
    if (!plain) continue;
    ByteReader reader(*plain);
    Seen seen;
    seen.counter = counted(reader.u64());
    seen.digest = reader.raw<sizeof(Digest)>();
    seen.draftCounter = counted(reader.u64());
    seen.standing = reader.u64();
    return seen;
  }
  return std::nullopt;
}

/// Of everything that a file may be kept of: the vaults, and those put aside.
std::vector<std::int64_t> allNumbers() {
  std::vector<std::int64_t> numbers;
  numbers.reserve(static_cast<std::size_t>(kLastAside));  // they begin with 1 and leave none out
  for (const VaultId vault : kVaults) numbers.push_back(numberOf(vault));
  for (std::int64_t aside = kFirstAside; aside <= kLastAside; ++aside) numbers.push_back(aside);
  return numbers;
}

/// Null where it is not.
const char* whereBehind(const Head& head, const Seen& seen) {
  if (head.counter < seen.counter) return "counter";
  if (head.counter == seen.counter && head.digest != seen.digest) return "content";
  return head.draftCounter < seen.draftCounter ? "draft" : nullptr;
}

}  // namespace

LastSeen::LastSeen(fs::path folder, JournalMark mark, std::string file)
    : m_folder(std::move(folder)), m_mark(mark), m_file(std::move(file)) {}

/// The name says nothing of the journal or where it lies.
fs::path LastSeen::fileOf(std::int64_t number) const {
  const Bytes bytes = storage::boundTo("footbridge seen", m_mark).i64(number).text(m_file).take();
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  std::array<char, 33> name{};
  sodium_bin2hex(name.data(), name.size(), hash.data(), hash.size());
  return m_folder / name.data();
}

Bytes LastSeen::boundTo(VaultId vault) const {
  return storage::boundTo("footbridge seen", m_mark).u8(static_cast<std::uint8_t>(vault)).text(m_file).take();
}

Bytes LastSeen::seal(const OpenVault& open, VaultId vault) const {
  ByteWriter bytes;
  const Seen seen = seenOf(open);
  bytes.u64(seen.counter).raw(seen.digest).u64(seen.draftCounter).u64(seen.standing);
  return sealBox(open.keys.seen(), bytes.bytes(), boundTo(vault));
}

Result<void> LastSeen::check(const OpenVault& open, VaultId vault, std::optional<std::int64_t> aside) const {
  if (m_folder.empty()) return {};
  const std::int64_t which = aside.value_or(numberOf(vault));
  const auto bytes = readBytes(fileOf(which));
  if (!bytes || bytes->empty()) return {};
  const auto seen = openSeen(open.keys, *bytes, boundTo(vault));
  const std::string place = std::to_string(which);
  // On a disk that takes no change nobody could note a change of keys either.
  if (!seen && !platform::mayWrite(m_folder)) return {};
  if (!seen) return Error{ErrorKind::RolledBack, m_file, place, "key"};
  const char* const behind = whereBehind(open.head, *seen);
  if (!behind) return {};
  const std::uint64_t now = open.records.standing();
  const std::uint64_t fewer = seen->standing > now ? seen->standing - now : 0;
  return Error{ErrorKind::RolledBack, m_file, place, behind, static_cast<std::int64_t>(fewer)};
}

void LastSeen::note(const OpenVault& open, VaultId vault) const {
  if (isKnown(open, vault)) return;
  const bool isKept = write(numberOf(vault), seal(open, vault));
  // What stands there may be of keys from before the last change, where not even that could be kept.
  if (!isKept && isOfOtherKey(open, vault)) forgetQuietly(numberOf(vault));
}

/// This and nothing else stands there. Then it is not written again: when somebody only looked is nobody's business.
bool LastSeen::isKnown(const OpenVault& open, VaultId vault) const {
  if (m_folder.empty()) return true;
  const auto bytes = readBytes(fileOf(numberOf(vault)));
  if (!bytes || bytes->size() != kSealedSize) return false;
  return openSeen(open.keys, *bytes, boundTo(vault)) == seenOf(open);
}

bool LastSeen::isOfOtherKey(const OpenVault& open, VaultId vault) const {
  const auto bytes = readBytes(fileOf(numberOf(vault)));
  return bytes && !openSeen(open.keys, *bytes, boundTo(vault));
}

void LastSeen::noteAlso(const OpenVault& open, VaultId vault) const {
  auto bytes = readBytes(fileOf(numberOf(vault)));
  if (!bytes || bytes->empty()) return;
  bytes->resize(std::min(bytes->size(), (kMostSealed - 1) * kSealedSize));
  const Bytes also = seal(open, vault);
  bytes->insert(bytes->end(), also.begin(), also.end());
  if (!write(numberOf(vault), *bytes)) forgetQuietly(numberOf(vault));
}

void LastSeen::putAside(VaultId vault, std::int64_t aside) const {
  const auto bytes = readBytes(fileOf(numberOf(vault)));
  if (!bytes || !write(aside, *bytes)) forgetQuietly(aside);
}

// Losing this file costs no words, so it is neither synced nor are its failures told.
bool LastSeen::write(std::int64_t number, const Bytes& bytes) const {
  if (m_folder.empty()) return true;
  if (platform::makeOwnFolder(m_folder)) return false;
  bool isKept = false;
  // The system dates each file that is new, whatever we say of it: one alone, or first, would tell whose words were
  // kept.
  for (const std::int64_t each : allNumbers()) {
    const auto kept = each == number ? std::optional(bytes) : readBytes(fileOf(each));
    const bool isReplaced = kept && replace(each, *kept);
    if (each == number) isKept = isReplaced;
  }
  return isKept;
}

bool LastSeen::replace(std::int64_t number, const Bytes& bytes) const {
  std::error_code ignored;
  const fs::path file = fileOf(number);
  fs::path fresh = file;
  fresh += ".new";
  {
    std::ofstream stream(fresh, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) {
      stream.close();
      fs::remove(fresh, ignored);
      return false;
    }
  }
  // The same for all, so that no date tells who was here when.
  fs::last_write_time(fresh,
                      fs::file_time_type::clock::from_sys(
                          std::chrono::sys_seconds{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}}),
                      ignored);
  std::error_code problem;
  fs::rename(fresh, file, problem);
  if (problem) fs::remove(fresh, ignored);
  return !problem;
}

/// In a folder that takes no change a file may still be emptied, which says as much.
void LastSeen::forgetQuietly(std::int64_t number) const {
  std::error_code ignored;
  if (!drop(number)) fs::resize_file(fileOf(number), 0, ignored);
}

Result<void> LastSeen::accept(const Error& told) const {
  std::istringstream places(told.place);
  for (std::int64_t number = 0; places >> number;) {
    if (auto done = drop(number); !done) return done;
  }
  return {};
}

Result<void> LastSeen::forget() const {
  for (const std::int64_t number : allNumbers()) {
    if (auto done = drop(number); !done) return done;
  }
  return {};
}

Result<void> LastSeen::forget(VaultId vault) const {
  return drop(numberOf(vault));
}

Result<void> LastSeen::drop(std::int64_t number) const {
  if (m_folder.empty()) return {};
  std::error_code problem;
  fs::remove(fileOf(number), problem);
  if (problem) return Error{ErrorKind::DiskFailed, m_folder.string(), {}, "remove", problem.value()};
  return {};
}

void addTo(std::optional<Error>& told, Error more) {
  if (told) {
    more.number += told->number;
    more.place = told->place + ' ' + more.place;
  }
  told = std::move(more);
}

}  // namespace footbridge::storage

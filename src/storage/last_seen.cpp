// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/last_seen.h"

#include <sodium.h>

#include <array>
#include <fstream>
#include <utility>

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSealedSize = kBoxOverhead + 8 + sizeof(Digest) + 8;
constexpr std::array kVaults{VaultId::A, VaultId::B, VaultId::Ours};

struct Seen {
  std::uint64_t counter = 0;
  Digest digest{};
  std::uint64_t draftCounter = 0;
};

/// At most what note() and noteBoth() write.
std::optional<Bytes> readBytes(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  std::array<char, 2 * kSealedSize> bytes{};
  stream.read(bytes.data(), bytes.size());
  return Bytes(bytes.begin(), bytes.begin() + stream.gcount());
}

std::optional<Seen> openSeen(const VaultKeys& keys, BytesView bytes, BytesView aad) {
  for (; bytes.size() >= kSealedSize; bytes = bytes.subspan(kSealedSize)) {
    const auto plain = openBox(keys.seen(), bytes.first(kSealedSize), aad);
    if (!plain) continue;
    ByteReader reader(*plain);
    Seen seen;
    seen.counter = reader.u64();
    seen.digest = reader.raw<sizeof(Digest)>();
    seen.draftCounter = reader.u64();
    return seen;
  }
  return std::nullopt;
}

}  // namespace

LastSeen::LastSeen(fs::path folder, JournalMark mark, std::string file)
    : m_folder(std::move(folder)), m_mark(mark), m_file(std::move(file)) {}

/// The name says nothing of the journal or where it lies.
fs::path LastSeen::fileOf(VaultId vault) const {
  const Bytes bytes = boundTo(vault);
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  std::array<char, 33> name{};
  sodium_bin2hex(name.data(), name.size(), hash.data(), hash.size());
  return m_folder / name.data();
}

Bytes LastSeen::boundTo(VaultId vault) const {
  return storage::boundTo("footbridge seen", m_mark).u8(static_cast<std::uint8_t>(vault)).text(m_file).take();
}

Bytes LastSeen::seal(const VaultKeys& keys, VaultId vault, const Head& head) const {
  ByteWriter bytes;
  bytes.u64(head.counter).raw(head.digest).u64(head.draftCounter);
  return sealBox(keys.seen(), bytes.bytes(), boundTo(vault));
}

Result<void> LastSeen::check(const VaultKeys& keys, VaultId vault, const Head& head) const {
  if (m_folder.empty()) return {};
  const auto bytes = readBytes(fileOf(vault));
  if (!bytes || bytes->empty()) return {};
  const auto seen = openSeen(keys, *bytes, boundTo(vault));
  if (!seen) return Error{ErrorKind::RolledBack, m_file, {}, "key"};
  if (head.counter < seen->counter)
    return Error{ErrorKind::RolledBack, m_file, {}, "counter", static_cast<std::int64_t>(seen->counter - head.counter)};
  if (head.counter == seen->counter && head.digest != seen->digest)
    return Error{ErrorKind::RolledBack, m_file, {}, "content"};
  if (head.draftCounter < seen->draftCounter) return Error{ErrorKind::RolledBack, m_file, {}, "draft"};
  return {};
}

void LastSeen::note(const VaultKeys& keys, VaultId vault, const Head& head) const {
  write(vault, seal(keys, vault, head));
}

void LastSeen::noteBoth(const VaultKeys& before, const Head& headBefore, const VaultKeys& after, VaultId vault,
                        const Head& headAfter) const {
  Bytes bytes = seal(before, vault, headBefore);
  const Bytes second = seal(after, vault, headAfter);
  bytes.insert(bytes.end(), second.begin(), second.end());
  write(vault, bytes);
}

// Losing this file costs no words, so it is neither synced nor are its failures told.
void LastSeen::write(VaultId vault, const Bytes& bytes) const {
  if (m_folder.empty()) return;
  std::error_code ignored;
  if (!fs::exists(m_folder, ignored)) {
    fs::create_directories(m_folder, ignored);
    fs::permissions(m_folder, fs::perms::owner_all, ignored);
  }
  const fs::path file = fileOf(vault);
  fs::path fresh = file;
  fresh += ".new";
  {
    std::ofstream stream(fresh, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) return;
  }
  fs::rename(fresh, file, ignored);
}

Result<void> LastSeen::forget() const {
  if (m_folder.empty()) return {};
  for (const VaultId vault : kVaults) {
    std::error_code problem;
    fs::remove(fileOf(vault), problem);
    if (problem) return Error{ErrorKind::DiskFailed, m_folder.string(), {}, "remove", problem.value()};
  }
  return {};
}

}  // namespace footbridge::storage

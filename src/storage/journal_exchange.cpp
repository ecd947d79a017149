// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_exchange.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <utility>

#include "storage/conflicted_copies.h"
#include "storage/exporting.h"
#include "storage/import_parser.h"
#include "storage/importing.h"
#include "storage/journal_state.h"
#include "storage/merging.h"
#include "storage/new_file.h"
#include "storage/waiting.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Error asOf(const std::string& path, Error error) {
  if (error.subject.empty()) error.subject = path;
  return error;
}

/// A regular file, as far as an import may be long; a little more, so that a longer one is noticed.
Result<std::string> bytesOfFile(const JournalState& state, const std::string& path) {
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (status.type() == fs::file_type::not_found) return Error{ErrorKind::NotFound, path};
  // The journal itself must not be opened a second time: closing it would drop the lock.
  const bool isThis = !state.path.empty() && fs::equivalent(path, state.path, problem);
  if (status.type() != fs::file_type::regular || isThis)
    return Error{ErrorKind::BadImport, path, {}, "is no export that Footbridge wrote"};
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file) return Error{ErrorKind::DiskFailed, path, {}, "open", errno};
  std::string bytes(std::min<std::uintmax_t>(fs::file_size(path, problem), kMostImportBytes + 1), '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  if (std::ferror(file.get()) != 0) return Error{ErrorKind::DiskFailed, path, {}, "read", errno};
  return bytes;
}

}  // namespace

Result<std::string> JournalExchange::exported(const ExportWish& wish) const {
  auto text = exportText(m_state, wish);
  if (!text) return asOf(m_state.path, text.error());
  return text;
}

Result<void> JournalExchange::exportTo(const std::string& path, const ExportWish& wish) const {
  auto text = exported(wish);
  if (!text) return text.error();
  return writeNewFile(path, text.value());
}

Result<TakenIn> JournalExchange::importFrom(const std::string& path, Reader reader) {
  auto bytes = bytesOfFile(m_state, path);
  if (!bytes) return bytes.error();
  auto taken = importText(m_state, bytes.value(), reader);
  if (!taken) return asOf(path, taken.error());
  return taken;
}

Result<TakenIn> JournalExchange::mergeFrom(const std::string& path, const CopyPassphrases& passphrases) {
  if (m_state.backups && !m_state.database->readOnly()) m_state.backups->keepBeforeChange();
  auto taken = mergeCopy(m_state, path, passphrases);
  if (!taken) return asOf(m_state.path, taken.error());
  return taken;
}

bool JournalExchange::waitsForOtherPassphrase(PartnerId partner) const {
  const VaultId own = vaultOf(partner);
  if (!m_state.vaults[own]) return false;
  const auto parts = waitingIn(*m_state.database, own);
  return parts && std::ranges::any_of(*parts, [this](const WaitingPart& part) {
           const auto isAside = belongsAside(m_state, part);
           return isAside && !isAside.value();
         });
}

Result<TakenIn> JournalExchange::takeInWaiting(PartnerId partner, const Passphrase& passphrase) {
  auto settled = settleWaiting(m_state, partner, passphrase.text());
  if (!settled) return asOf(m_state.path, settled.error());
  const std::string whose = m_state.subjectOf(vaultOf(partner));
  if (settled->damaged > 0) return Error{ErrorKind::Damaged, whose, {}, kWaiting};
  if (settled->opened == 0 && settled->bare > 0) return Error{ErrorKind::NotProtected, whose};
  if (settled->opened == 0 && settled->closed > 0) return Error{ErrorKind::WrongPassphrase, whose, {}, "another copy"};
  if (settled->opened == 0 && settled->aside > 0) return Error{ErrorKind::Locked, whose, {}, "put aside"};
  return std::move(settled->taken);
}

std::vector<ConflictedCopy> JournalExchange::conflictedCopies() const {
  if (m_state.path.empty()) return {};
  return conflictedCopiesOf(m_state.path, m_state.mark);
}

std::optional<std::string> JournalExchange::syncedFolder() const {
  if (m_state.path.empty()) return std::nullopt;
  return syncServiceOf(fs::path(m_state.path).parent_path());
}

bool JournalExchange::diskIsUnproven() const {
  return !m_state.path.empty() && liesOnUnprovenDisk(m_state.path);
}

}  // namespace footbridge::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/shelf.h"

#include <chrono>
#include <utility>

#include "storage/doors.h"
#include "storage/journal_file.h"
#include "storage/verifying.h"
#include "system/platform.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDefaultName = "journal.footbridge";

Moment systemNow() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// A journal without a file cannot be put back to an older copy.
LastSeen lastSeenOf(const ShelfOptions& options, const JournalMark& mark, const fs::path& file) {
  return {file.empty() ? fs::path() : options.stateFolder / "seen", mark, file.string()};
}

/// The default folder is made when its first journal is; any other folder must be there.
void makeDefaultFolder() {
  [[maybe_unused]] const auto told = platform::makeOwnFolder(platform::dataFolder());  // by what is made in it
}

std::vector<Partner> newPartners(const PartnerName& a, const std::optional<PartnerName>& b) {
  std::vector<Partner> partners{{PartnerId::A, a, PartnerColour::Ember}};
  if (b) partners.push_back({PartnerId::B, *b, PartnerColour::Lagoon});
  return partners;
}

}  // namespace

ShelfOptions personalOptions() {
  ShelfOptions options;
  options.backupsFolder = defaultBackupsFolder();
  return options;
}

FileShelf::FileShelf(ShelfOptions options) : m_options(std::move(options)) {
  if (m_options.stateFolder.empty()) m_options.stateFolder = platform::stateFolder();
  if (!m_options.now) m_options.now = systemNow;
}

Result<std::unique_ptr<Journal>> FileShelf::create(const std::string& path, const PartnerName& a,
                                                   const std::optional<PartnerName>& b) {
  auto journal = createSealed(path, a, b);
  if (!journal) return journal.error();
  return std::unique_ptr<Journal>(std::move(journal).value());
}

Result<std::unique_ptr<Journal>> FileShelf::open(const std::string& path) {
  auto journal = openSealed(path);
  if (!journal) return journal.error();
  return std::unique_ptr<Journal>(std::move(journal).value());
}

std::string FileShelf::defaultPath() const {
  return (platform::dataFolder() / kDefaultName).string();
}

Result<std::unique_ptr<SealedJournal>> FileShelf::createSealed(const std::string& path, const PartnerName& a,
                                                               const std::optional<PartnerName>& b) {
  if (path == defaultPath()) makeDefaultFolder();
  auto place = placeOf(path);
  if (!place) return place.error();
  if (auto done = createJournalFile(place.value(), newPartners(a, b)); !done) return done.error();
  return openSealed(path);
}

Result<std::unique_ptr<SealedJournal>> FileShelf::openSealed(const std::string& path) {
  auto place = placeOf(path);
  if (!place) return place.error();
  auto file = openJournalFile(place.value(), m_options.backupsFolder);
  if (!file) return file.error();
  return furnish(std::move(file).value(), place->string());
}

Result<std::unique_ptr<Journal>> FileShelf::createInMemory(const PartnerName& a, const std::optional<PartnerName>& b) {
  auto file = journalInMemory(newPartners(a, b));
  if (!file) return file.error();
  auto journal = furnish(std::move(file).value(), {});
  if (!journal) return journal.error();
  return std::unique_ptr<Journal>(std::move(journal).value());
}

Result<std::unique_ptr<SealedJournal>> FileShelf::furnish(JournalFile file, const std::string& path) {
  file.keyring.makeKeysBy(m_options.beside);
  auto state = std::make_unique<JournalState>(JournalState{std::move(file.database),
                                                           file.mark,
                                                           path,
                                                           std::move(file.keyring),
                                                           lastSeenOf(m_options, file.mark, path),
                                                           m_options.now,
                                                           m_options.cost,
                                                           {},
                                                           {}});
  if (!path.empty() && !m_options.backupsFolder.empty()) {
    const JournalPlaces places{path, m_options.backupsFolder, m_options.stateFolder / "seen"};
    state->backups = std::make_unique<JournalBackups>(*state->database, state->mark, places, m_options.now);
  }
  if (const auto accepted = m_leftOut.find(path); accepted != m_leftOut.end()) state->leftOut = accepted->second;
  if (auto done = openUnprotected(*state); !done) {
    Error error = done.error();
    if (error.subject.empty()) error.subject = state->path;
    return error;
  }
  m_leftOut.erase(path);
  return std::make_unique<SealedJournal>(std::move(state));
}

Result<void> FileShelf::accept(const std::string& path, const Error& refusal) {
  auto place = placeOf(path);
  if (!place) return place.error();
  if (isLeftOut(refusal)) {
    m_leftOut[place->string()].add(refusal);
    return {};
  }
  auto file = openJournalFile(place.value(), m_options.backupsFolder);
  if (!file) return file.error();
  if (!m_options.backupsFolder.empty()) {
    const JournalPlaces places{place->string(), m_options.backupsFolder, m_options.stateFolder / "seen"};
    JournalBackups(*file->database, file->mark, places, m_options.now).noteOtherCopy();
  }
  return lastSeenOf(m_options, file->mark, place.value()).accept(refusal);
}

Result<Summary> summaryOf(const std::string& path, const fs::path& backups) {
  auto place = placeOf(path);
  if (!place) return place.error();
  auto file = openJournalFile(place.value(), backups);
  if (!file) return file.error();
  Summary summary = summaryFor(file->keyring, file->database->readOnly());
  if (!backups.empty()) summary.backups = statusOf(BackupOrigin{backups, file->mark.uuid, place.value()});
  return summary;
}

}  // namespace footbridge::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/upgrading.h"

#include <memory>
#include <utility>

#include "storage/backing_up.h"
#include "storage/database.h"
#include "storage/hashing.h"
#include "storage/journal_file.h"
#include "storage/placing.h"
#include "storage/verified_copy.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

class Upgrade {
 public:
  Upgrade(fs::path file, const UpgradeOptions& options)
      : m_file(std::move(file)), m_copy(beside(m_file, ".upgrading")), m_options(options) {}

  [[nodiscard]] Result<void> run(const fs::path& backups) {
    if (auto done = lock(); !done) return done;
    if (auto done = backUp(backups); !done) return done;
    if (auto done = copy(); !done) return done;
    if (auto done = migrateCopy(); !done) return done;
    if (auto done = sync(m_copy.file()); !done) return done;
    pass(UpgradePoint::Synced);
    // The lock is on the old file, which has no name from here on; nobody else wrote to it meanwhile.
    if (auto done = takePlace(m_copy.file(), m_file); !done) return done;
    pass(UpgradePoint::Replaced);
    return {};
  }

 private:
  void pass(UpgradePoint point) const {
    if (m_options.passed) m_options.passed(point);
  }

  [[nodiscard]] Result<void> lock() {
    if (accessOf(m_file) == Access::ReadOnly) return errorAt(ErrorKind::ReadOnly, m_file);
    auto opened = Database::open(m_file, Access::ReadWrite);
    if (!opened) return opened.error();
    m_old = std::move(opened).value();
    // A rollback journal with anything left in it must not lie beside the new file.
    std::error_code none;
    const std::uintmax_t left = fs::file_size(beside(m_file, "-journal"), none);
    if (!none && left > 0) {
      if (auto done = m_old->emptyJournal(); !done) return done;
    }
    pass(UpgradePoint::Locked);
    return {};
  }

  [[nodiscard]] Result<void> backUp(const fs::path& backups) {
    if (auto done = backUpBeforeUpgrade(*m_old, m_file, backups); !done) return done;
    pass(UpgradePoint::BackedUp);
    return {};
  }

  [[nodiscard]] Result<void> copy() {
    removeQuietly(m_copy.file());  // of an upgrade that was cut short; nobody but the holder of the lock makes one
    auto copied = makeVerifiedCopy(*m_old, m_copy.file());
    if (!copied) return copied.error();
    m_from = static_cast<std::uint32_t>(copied->format);
    std::error_code problem;
    fs::permissions(m_copy.file(), fs::status(m_file).permissions(), problem);
    if (problem) return diskError(m_copy.file(), "permissions", problem.value());
    pass(UpgradePoint::Copied);
    return {};
  }

  [[nodiscard]] Result<void> migrateCopy() {
    auto fresh = Database::open(m_copy.file(), Access::ReadWrite);
    if (!fresh) return fresh.error();
    auto transaction = Transaction::begin(*fresh.value());
    if (!transaction) return transaction.error();
    if (auto done = migrate(*fresh.value(), m_from, m_options.steps); !done) return done;
    if (auto done = transaction->commit(); !done) return done;
    if (auto done = fresh.value()->purge(); !done) return done;
    pass(UpgradePoint::Migrated);
    if (auto done = compare(*fresh.value()); !done) return done;
    pass(UpgradePoint::Compared);
    return {};
  }

  [[nodiscard]] Result<void> compare(Database& fresh) {
    if (auto sound = fresh.checkIntegrity(); !sound) return sound;
    if (auto sound = checkSchema(fresh, m_options.steps); !sound) return sound;
    const auto before = digestOfBoxes(*m_old);
    if (!before) return before.error();
    const auto after = digestOfBoxes(fresh);
    if (!after) return after.error();
    if (before.value() != after.value()) return errorAt(ErrorKind::Damaged, m_file, "upgrade");
    return {};
  }

  fs::path m_file;
  Scrap m_copy;
  const UpgradeOptions& m_options;
  std::unique_ptr<Database> m_old;
  std::uint32_t m_from = 0;
};

}  // namespace

Result<void> upgradeJournalFile(const fs::path& file, const fs::path& backups, const UpgradeOptions& options) {
  return Upgrade(file, options).run(backups);
}

}  // namespace footbridge::storage

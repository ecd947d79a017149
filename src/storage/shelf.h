// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "domain/ports.h"
#include "storage/apart.h"
#include "storage/beside.h"
#include "storage/journal.h"
#include "storage/kdf_cost.h"
#include "storage/report.h"

namespace footbridge::storage {

struct JournalFile;

struct ShelfOptions {
  std::optional<KdfCost> cost;        ///< of new passphrases; none: calibrated when the first is set
  std::filesystem::path stateFolder;  ///< of the last-seen counters; empty: platform::stateFolder()
  std::function<Moment()> now;        ///< none: the system's clock
  /// Of the backups of all journals, see defaultBackupsFolder(); empty: none are kept.
  std::filesystem::path backupsFolder = {};
  Beside beside = {};  ///< how keys are made from passphrases
};

/// For a person's own journals: state and backups where theirs belong.
[[nodiscard]] ShelfOptions personalOptions();

/// Journals as files on a local disk.
class FileShelf : public JournalShelf {
 public:
  explicit FileShelf(ShelfOptions options = {});

  [[nodiscard]] Result<std::unique_ptr<Journal>> create(const std::string& path, const PartnerName& a,
                                                        const std::optional<PartnerName>& b) override;
  [[nodiscard]] Result<std::unique_ptr<Journal>> open(const std::string& path) override;
  [[nodiscard]] Result<void> accept(const std::string& path, const Error& refusal) override;
  [[nodiscard]] std::string defaultPath() const override;

  /// A journal in memory alone, for the rehearsal: no file, no trace, and gone with the process. Its path is empty.
  [[nodiscard]] Result<std::unique_ptr<Journal>> createInMemory(const PartnerName& a,
                                                                const std::optional<PartnerName>& b);

  /// As create() and open(), for callers that also verify, summarise or accept an older copy.
  [[nodiscard]] Result<std::unique_ptr<SealedJournal>> createSealed(const std::string& path, const PartnerName& a,
                                                                    const std::optional<PartnerName>& b);
  [[nodiscard]] Result<std::unique_ptr<SealedJournal>> openSealed(const std::string& path);

 private:
  [[nodiscard]] Result<std::unique_ptr<SealedJournal>> furnish(JournalFile file, const std::string& path);

  ShelfOptions m_options;
  std::map<std::string, LeftOut> m_leftOut;  ///< of JournalState, for the next time, by places of files
};

/// What can be said of a journal without any key. Takes the file's lock while it reads. Empty `backups`: none are kept.
[[nodiscard]] Result<Summary> summaryOf(const std::string& path, const std::filesystem::path& backups = {});

}  // namespace footbridge::storage

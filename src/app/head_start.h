// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "content/folder_catalog.h"
#include "domain/ports.h"

namespace footbridge::app {

/// What the first page needs and no window: begun in threads of its own while the window system is still answering.
/// Where a thread cannot be had, nothing is begun early, and all is done in its turn.
class HeadStart {
 public:
  struct Opened {
    Result<std::unique_ptr<Journal>> journal;
    content::FolderCatalog catalog;  ///< with its list of exercises read where the page that shows them comes first
  };

  /// `journal` is the file that will be opened first, none where none will be; `content` the folder of a language.
  HeadStart(const std::optional<std::string>& journal, const std::filesystem::path& content);

  /// What came of opening that file, once. None for any other, and where it was asked for before.
  [[nodiscard]] std::optional<Opened> takeJournal(const std::string& path);
  /// Qt would read the list of fonts a second time beside the first.
  void waitForFonts();

 private:
  std::string m_path;
  std::future<Opened> m_journal;
  std::future<void> m_fonts;
};

}  // namespace footbridge::app

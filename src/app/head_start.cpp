// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/head_start.h"

#include <algorithm>
#include <clocale>
#include <system_error>
#include <utility>

#include "gui/beside_window.h"
#include "gui/look/font_list.h"
#include "storage/shelf.h"

namespace footbridge::app {
namespace {

template <typename Work>
auto begin(Work work) -> std::future<decltype(work())> {
  try {
    return std::async(std::launch::async, std::move(work));
  } catch (const std::system_error&) {
    return {};
  }
}

bool anyLocked(const Journal& journal) {
  return std::ranges::any_of(journal.partners(), [&journal](const Partner& partner) {
    return journal.door(vaultOf(partner.id)) == DoorState::Locked;
  });
}

HeadStart::Opened openAhead(storage::FileShelf shelf, const std::string& path, content::FolderCatalog catalog) {
  auto journal = shelf.open(path);
  if (journal && !anyLocked(**journal)) static_cast<void>(catalog.exercises());  // refused, it is asked for again
  return {std::move(journal), std::move(catalog)};
}

}  // namespace

// The environment and the locale of a process should not change beside a thread that reads them. So the shelf asks for
// its folders here, and the application, which sets the locale, finds it as it wants it. What is left: the application
// takes the desktop's startup mark out of the environment, and where the locale is not UTF-8 sets that. The list of
// fonts has asked for its folders long before that, and nothing of the journal asks.
HeadStart::HeadStart(const std::optional<std::string>& journal, const std::filesystem::path& content)
    : m_path(journal.value_or(std::string())) {
  std::setlocale(LC_ALL, "");
  m_fonts = begin([] { gui::look::readFontList(); });
  if (!journal) return;
  storage::ShelfOptions options = storage::personalOptions();
  options.beside = gui::besideWindow;
  m_journal = begin([shelf = storage::FileShelf(options), path = m_path, catalog = content::FolderCatalog(content)] {
    return openAhead(shelf, path, catalog);
  });
}

std::optional<HeadStart::Opened> HeadStart::takeJournal(const std::string& path) {
  if (!m_journal.valid() || path != m_path) return std::nullopt;
  return m_journal.get();
}

void HeadStart::waitForFonts() {
  if (m_fonts.valid()) m_fonts.get();
}

}  // namespace footbridge::app

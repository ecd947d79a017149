// SPDX-License-Identifier: GPL-3.0-or-later
// What was deleted: brought back, or gone for good.
#include <algorithm>

#include "gui/flows/deleted_words.h"
#include "gui/flows/privacy_flow.h"
#include "gui/flows/story_flow.h"
#include "gui/main_window.h"
#include "gui/pages/deleted_page.h"

namespace footbridge::gui {

QWidget* StoryFlow::makeDeleted() {
  auto* page = new DeletedPage;
  connect(page, &DeletedPage::backAsked, this, &StoryFlow::showStory);
  connect(page, &DeletedPage::bringBackAsked, this, &StoryFlow::bringBack);
  connect(page, &DeletedPage::removeForGoodAsked, this, &StoryFlow::removeDeleted);
  return page;
}

void StoryFlow::showDeleted(const std::vector<EntryId>& first) {
  fillDeleted(first);
  m_around.window.showPage(PageName::Deleted);
}

void StoryFlow::fillDeleted(const std::vector<EntryId>& first) {
  auto& page = m_around.window.pageAs<DeletedPage>(PageName::Deleted);
  auto deleted = m_around.journal.deleted(m_around.here.reader);
  if (!deleted) {
    page.showDeleted({});
    return page.showRefusal(deleted.error());
  }
  std::ranges::stable_partition(*deleted, [&first](const Entry& entry) { return std::ranges::count(first, entry.id); });
  std::vector<DeletedView> things;
  for (const Entry& entry : *deleted) {
    const Couple couple = coupleIn(entry, m_around.journal, m_around.here.reader);
    things.push_back(deletedView(entry, couple, m_around.clock.today()));
  }
  page.showDeleted(things);
}

void StoryFlow::bringBack(EntryId id) {
  auto& page = m_around.window.pageAs<DeletedPage>(PageName::Deleted);
  const auto back = m_around.journal.restore(id);
  if (!back) {
    page.showRefusal(back.error());
    // "Just for me" would not be true of it where nothing locks it.
    const auto alone = m_around.here.alone();
    if (alone && back.error().kind == ErrorKind::NotProtected)
      m_around.privacy.offerProtection(*alone, PrivacyFlow::Reason::FirstPrivateLine);
    return;
  }
  fillDeleted({});
  page.showNotice(std::holds_alternative<Viewing>(back->body) ? tr("It is back under Watch together.")
                                                              : tr("It is back in Our story."));
}

void StoryFlow::removeDeleted(EntryId id) {
  auto& page = m_around.window.pageAs<DeletedPage>(PageName::Deleted);
  if (auto gone = m_around.journal.removeForGood(id); !gone) return page.showRefusal(gone.error());
  dropChange(id);
  fillDeleted({});
  page.showNotice(tr("It is gone for good."));
  Q_EMIT deletedForGood();
}

}  // namespace footbridge::gui

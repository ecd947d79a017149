// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/deleted_page.h"

#include <QHideEvent>
#include <QScrollBar>
#include <QVBoxLayout>
#include <utility>

#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/pages/deleted_card.h"
#include "gui/widgets/leave_on_escape.h"
#include "pages/ui_deleted_page.h"

namespace footbridge::gui {

DeletedPage::DeletedPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::DeletedPage>()) {
  m_ui->setupUi(this);
  m_rows = new QVBoxLayout;
  m_rows->setSpacing(look::px(10));
  qobject_cast<QVBoxLayout*>(m_ui->cardsBox->layout())->addLayout(m_rows);
  connect(m_ui->backButton, &QPushButton::clicked, this, &DeletedPage::backAsked);
  leaveOnEscape(*this, *m_ui->backButton);
  clear();
}

DeletedPage::~DeletedPage() = default;

void DeletedPage::showDeleted(const std::vector<DeletedView>& things) {
  clear();
  for (const DeletedView& thing : things) addCard(thing);
  m_ui->leadLabel->setText(
      things.empty() ? tr("Nothing is here now. What you throw away is found here, until you delete it for good.")
                     : tr("Out of the way, but not gone yet. Bring one back, or delete it for good."));
  m_ui->scrollArea->verticalScrollBar()->setValue(0);
  m_ui->backButton->setFocus();
}

void DeletedPage::addCard(const DeletedView& thing) {
  auto* card = new DeletedCard(thing, static_cast<int>(m_cards.size()) + 1, m_ui->cardsBox);
  connect(card, &DeletedCard::bringBackAsked, this, [this, id = thing.id] { Q_EMIT bringBackAsked(id); });
  connect(card, &DeletedCard::forGoodAsked, this, [this, id = thing.id] { Q_EMIT removeForGoodAsked(id); });
  QWidget* before = m_cards.empty() ? m_ui->backButton : m_cards.back()->stops().back();
  for (QWidget* stop : card->stops()) setTabOrder(std::exchange(before, stop), stop);
  m_rows->addWidget(card);
  m_cards.push_back(card);
}

void DeletedPage::showNotice(const QString& words) {
  m_ui->noticeLabel->setText(words);
  m_ui->noticeLabel->setVisible(!words.isEmpty());
}

void DeletedPage::showRefusal(const Error& error) {
  showNotice({});
  m_ui->refusalLabel->setText(refusalText(error));
  m_ui->refusalLabel->show();
}

void DeletedPage::clear() {
  // One of their buttons may be what asked for it.
  for (DeletedCard* card : std::exchange(m_cards, {})) {
    card->setOpen(false);
    card->hide();
    card->setParent(nullptr);
    card->deleteLater();
  }
  showNotice({});
  m_ui->refusalLabel->clear();
  m_ui->refusalLabel->hide();
}

/// Whoever comes back to it finds one's own words covered again.
void DeletedPage::hideEvent(QHideEvent* event) {
  if (!event->spontaneous()) {
    for (DeletedCard* card : m_cards) card->setOpen(false);
  }
  QWidget::hideEvent(event);
}

}  // namespace footbridge::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/open_lines_page.h"

#include <QScrollBar>
#include <QShowEvent>
#include <QTimer>
#include <QVBoxLayout>

#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/steps/couple.h"
#include "gui/widgets/card_group.h"
#include "gui/widgets/leave_on_escape.h"
#include "gui/widgets/tick_card.h"
#include "pages/ui_open_lines_page.h"

namespace footbridge::gui {

OpenLinesPage::OpenLinesPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::OpenLinesPage>()) {
  m_ui->setupUi(this);
  m_lines = new QVBoxLayout;
  m_lines->setSpacing(look::px(8));
  qobject_cast<QVBoxLayout*>(m_ui->linesBox->layout())->addLayout(m_lines);
  m_ui->scroll->keepInReach(m_ui->footLayout);
  connect(m_ui->backButton, &QPushButton::clicked, this, &OpenLinesPage::backAsked);
  leaveOnEscape(*this, *m_ui->backButton);
  connect(m_ui->keepButton, &QPushButton::clicked, this, &OpenLinesPage::backAsked);
  connect(m_ui->openButton, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(ticked()); });
}

OpenLinesPage::~OpenLinesPage() = default;

void OpenLinesPage::showLines(const Partner& writer, const Partner& reader, const QStringList& lines) {
  clear();
  m_wasLeft = false;
  m_reader = nameToSay(reader, writer);
  m_ui->titleLabel->setText(tr("What may %1 read?").arg(m_reader));
  look::setRole(m_ui->openButton, writer.id == PartnerId::A ? "a" : "b");
  for (const QString& line : lines) {
    auto* card = new TickCard(line, {}, m_ui->linesBox);
    card->setObjectName(QStringLiteral("line%1").arg(m_cards.size() + 1));
    card->setProperty("tint", look::tintOf(writer.id));
    m_lines->addWidget(card);
    connect(card, &QPushButton::toggled, this, &OpenLinesPage::showCount);
    setTabOrder(m_cards.empty() ? static_cast<QWidget*>(m_ui->backButton) : m_cards.back(), card);
    m_cards.push_back(card);
    CardGroup::of(*m_ui->linesBox).add(card);
  }
  if (!m_cards.empty()) setTabOrder(m_cards.back(), m_ui->keepButton);
  setTabOrder(m_ui->keepButton, m_ui->openButton);
  showCount();
  m_ui->scroll->verticalScrollBar()->setValue(0);
  (m_cards.empty() ? static_cast<QWidget*>(m_ui->backButton) : m_cards.front())->setFocus();
}

QStringList OpenLinesPage::ticked() const {
  QStringList lines;
  for (const TickCard* card : m_cards) {
    if (card->isChecked()) lines << card->words();
  }
  return lines;
}

void OpenLinesPage::showCount() {
  const auto count = static_cast<int>(ticked().size());
  m_ui->openButton->setEnabled(count > 0);
  m_ui->openButton->setText(count == 0   ? tr("Open to %1").arg(m_reader)
                            : count == 1 ? tr("Open it to %1").arg(m_reader)
                                         : tr("Open %1 lines to %2").arg(count).arg(m_reader));
}

void OpenLinesPage::showRefusal(const Error& error) {
  m_ui->refusalLabel->setText(refusalText(error));
  m_ui->refusalLabel->show();
}

void OpenLinesPage::clear() {
  for (TickCard* card : m_cards) delete card;
  m_cards.clear();
  m_ui->refusalLabel->clear();
  m_ui->refusalLabel->hide();
  showCount();
}

void OpenLinesPage::hideEvent(QHideEvent* event) {
  if (!event->spontaneous()) {  // a window that is only minimised has not been left
    clear();
    m_wasLeft = true;
  }
  QWidget::hideEvent(event);
}

/// Another page led back here (the one for those who do not feel safe does): the note has its lines still.
void OpenLinesPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!event->spontaneous() && m_wasLeft) QTimer::singleShot(0, this, &OpenLinesPage::backAsked);
}

}  // namespace footbridge::gui

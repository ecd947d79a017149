// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/deleted_card.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/look/look.h"
#include "gui/widgets/flow_row.h"
#include "gui/widgets/new_label.h"
#include "gui/widgets/page_scroll.h"

namespace footbridge::gui {

DeletedCard::DeletedCard(const DeletedView& thing, int place, QWidget* parent)
    : QFrame(parent), m_thing(thing), m_place(place) {
  setProperty("look", QStringLiteral("card"));
  setProperty("edge", QStringLiteral("left"));
  setProperty("tint", thing.tint);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(look::px(24), look::px(16), look::px(24), look::px(16));
  rows->setSpacing(look::px(8));
  rows->addWidget(newLabel("heading", thing.kind, this));
  rows->addWidget(newLabel("small", thing.when, this));
  m_words = newLabel("read", {}, this);
  m_question = newLabel("body",
                        tr("Once it is deleted for good, nobody can bring it back. Backups made before still hold it, "
                           "until you remove them."),
                        this);
  rows->addWidget(m_words);
  rows->addWidget(m_question);
  addActions();
  setOpen(!thing.covered);
  setAsking(false);
}

QPushButton* DeletedCard::addButton(QWidget* row, const char* role, const char* name, const QString& text) {
  auto* button = newButton(role, text, row);
  button->setObjectName(QString::fromLatin1(name) + QString::number(m_place));
  // Read aloud, each says what it is about.
  button->setAccessibleDescription(m_thing.kind + QStringLiteral(". ") + m_thing.when);
  return button;
}

void DeletedCard::addActions() {
  auto* row = new FlowRow(this);
  row->setGap(12);
  m_bringBack = addButton(row, "quiet", "bringBack", tr("Bring it back"));
  if (m_thing.covered) m_read = addButton(row, "link", "read", {});
  m_leave = addButton(row, "quiet", "leave", tr("Leave it here"));
  m_forGood = addButton(row, "link", "forGood", {});
  for (QPushButton* button : {m_bringBack, m_leave}) button->setProperty("compact", true);
  layout()->addWidget(row);
  if (m_read != nullptr) connect(m_read, &QPushButton::clicked, this, [this] { setOpen(m_words->isHidden()); });
  connect(m_bringBack, &QPushButton::clicked, this, &DeletedCard::bringBackAsked);
  connect(m_forGood, &QPushButton::clicked, this, &DeletedCard::askForGood);
  connect(m_leave, &QPushButton::clicked, this, [this] {
    setAsking(false);
    m_forGood->setFocus();
  });
}

QWidgetList DeletedCard::stops() const {
  QWidgetList stops{m_bringBack};
  if (m_read != nullptr) stops << m_read;
  return stops << m_leave << m_forGood;
}

void DeletedCard::setOpen(bool open) {
  const bool shown = open || !m_thing.covered;
  m_words->setText(shown ? m_thing.words : QString());
  m_words->setVisible(shown);
  if (m_read != nullptr) m_read->setText(shown ? tr("Cover the words") : tr("Read the words"));
}

void DeletedCard::setAsking(bool asking) {
  m_asking = asking;
  m_question->setVisible(asking);
  m_leave->setVisible(asking);
  m_bringBack->setVisible(!asking);
  if (m_read != nullptr) m_read->setVisible(!asking);
  m_forGood->setText(asking ? tr("Yes, delete for good") : tr("Delete for good…"));
}

/// In place: the first press says what it means, and the keyboard goes to the way out of it, so that a key pressed
/// twice deletes nothing.
void DeletedCard::askForGood() {
  if (m_asking) return Q_EMIT forGoodAsked();
  setAsking(true);
  m_leave->setFocus();
  PageScroll::follow(*m_leave);
}

}  // namespace footbridge::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/entry_page_transcript.h"

#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <memory>

#include "gui/look/look.h"
#include "gui/widgets/avatar_dot.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/new_label.h"

namespace footbridge::gui {
namespace {

constexpr int kLeastColumn = 300;

QFrame* card(const char* edge, const QString& tint, QWidget* parent) {
  auto* made = new QFrame(parent);
  made->setProperty("look", QStringLiteral("card"));
  made->setProperty("edge", QString::fromLatin1(edge));
  made->setProperty("tint", tint);
  auto* rows = new QVBoxLayout(made);
  rows->setContentsMargins(look::px(22), look::px(20), look::px(22), look::px(20));
  rows->setSpacing(look::px(10));
  return made;
}

using TakeBack = std::function<void(const StepId&)>;

/// The first press says what it means, the second does it.
void addTakeBack(QVBoxLayout& rows, QWidget* card, const StepId& step, const TakeBack& takeBack) {
  QLabel* word = newLabel(
      "small",
      QCoreApplication::translate("Transcript", "It leaves Our story and the file. What was read cannot be unread."),
      card);
  word->hide();
  auto* button = newButton("link", QCoreApplication::translate("Transcript", "Take it back…"), card);
  button->setObjectName(QStringLiteral("takeBack-") + QString::fromStdString(step.text()));
  QObject::connect(button, &QPushButton::clicked, word, [word, button, step, takeBack] {
    if (!word->isHidden()) return takeBack(step);
    word->show();
    button->setText(QCoreApplication::translate("Transcript", "Yes, take it back"));
  });
  rows.addWidget(word);
  rows.addWidget(button, 0, Qt::AlignLeft);
}

struct Column {
  QString name;
  QString tint;
  QString words;
  std::optional<StepId> takeBack;
  bool taken = false;
  QString opened;
  QString nameOfOther;
  bool own = false;  ///< of whoever reads
};

/// To the writer it is told what that means now, to the partner only that it was done.
QString takenWords(bool mine) {
  return mine ? QCoreApplication::translate("Transcript", "Taken back. It is yours again.")
              : QCoreApplication::translate("Transcript", "Taken back.");
}

void addPartner(QWidget* columns, const Column& column, const TakeBack& takeBack) {
  if (column.words.isEmpty() && !column.taken) return;
  QFrame* made = card("top", column.tint, columns);
  auto* who = new QHBoxLayout;
  who->setSpacing(look::px(8));
  auto* dot = new AvatarDot(made);
  dot->showWho(column.name, column.tint);
  who->addWidget(dot);
  who->addWidget(newLabel("who", column.name, made, column.tint), 1);
  auto* rows = static_cast<QVBoxLayout*>(made->layout());
  rows->addLayout(who);
  if (!column.words.isEmpty()) rows->addWidget(newLabel("read", column.words, made));
  if (!column.opened.isEmpty()) {
    const QString label = QCoreApplication::translate("Transcript", "What %1 can read:").arg(column.nameOfOther);
    rows->addWidget(newLabel("small", label, made));
    rows->addWidget(newLabel("read", column.opened, made));
  }
  const bool closed = column.own && !column.takeBack && !column.taken && !column.nameOfOther.isEmpty();
  if (closed) {
    const QString words = QCoreApplication::translate("Transcript", "Not open to %1").arg(column.nameOfOther);
    rows->addWidget(newLabel("tag", words, made, column.tint), 0, Qt::AlignLeft);
  }
  if (column.taken) rows->addWidget(newLabel("small", takenWords(!column.words.isEmpty()), made));
  rows->addStretch();  // the shorter of the two begins at the top as well
  if (column.takeBack) addTakeBack(*rows, made, *column.takeBack, takeBack);
}

void addPart(QVBoxLayout& place, const TranscriptView& all, const TranscriptPart& part, const TakeBack& takeBack) {
  QWidget* parent = place.parentWidget();
  if (!part.heading.isEmpty()) place.addWidget(newLabel("heading", part.heading, parent));
  if (!part.a.isEmpty() || !part.b.isEmpty() || part.takenByA || part.takenByB) {
    auto* columns = new Columns(parent);
    columns->setMinColumn(kLeastColumn);
    const auto mayTake = [&](PartnerId who) { return all.reader == who ? part.takeBack : std::nullopt; };
    const auto openedBy = [&](PartnerId who) { return all.reader == who ? part.opened : QString(); };
    addPartner(columns,
               {all.nameOfA, look::tintOf(PartnerId::A), part.a, mayTake(PartnerId::A), part.takenByA,
                openedBy(PartnerId::A), all.nameOfB, all.reader == PartnerId::A},
               takeBack);
    addPartner(columns,
               {all.nameOfB, look::tintOf(PartnerId::B), part.b, mayTake(PartnerId::B), part.takenByB,
                openedBy(PartnerId::B), all.nameOfA, all.reader == PartnerId::B},
               takeBack);
    place.addWidget(columns);
  }
  if (part.ours.isEmpty()) return;
  QFrame* together = card("left", look::tintOf(VaultId::Ours), parent);
  together->layout()->addWidget(newLabel("read", part.ours, together));
  place.addWidget(together);
}

}  // namespace

void fillTranscript(QVBoxLayout& place, const TranscriptView& transcript, const TakeBack& takeBack) {
  for (const TranscriptPart& part : transcript.parts) addPart(place, transcript, part, takeBack);
  if (!transcript.parts.empty()) return;
  QLabel* nothing = newLabel("soft", QCoreApplication::translate("Transcript", "There is nothing here to read."),
                             place.parentWidget());
  nothing->setObjectName(QStringLiteral("nothingLabel"));
  place.addWidget(nothing);
}

void clearTranscript(QVBoxLayout& place) {
  while (QLayoutItem* item = place.takeAt(0)) {
    const std::unique_ptr<QLayoutItem> owned(item);
    delete item->widget();
  }
}

}  // namespace footbridge::gui

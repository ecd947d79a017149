// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/entry_page_transcript.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <memory>

#include "gui/look/look.h"
#include "gui/widgets/avatar_dot.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/wrap_label.h"

namespace footbridge::gui {
namespace {

constexpr int kLeastColumn = 300;

WrapLabel* label(const QString& text, const char* kind, QWidget* parent) {
  auto* made = new WrapLabel(text, parent);
  made->setTextFormat(Qt::PlainText);
  made->setProperty("look", QString::fromLatin1(kind));
  return made;
}

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

void addPartner(QWidget* columns, const QString& name, const QString& tint, const QString& words) {
  if (words.isEmpty()) return;
  QFrame* made = card("top", tint, columns);
  auto* who = new QHBoxLayout;
  who->setSpacing(look::px(8));
  auto* dot = new AvatarDot(made);
  dot->showWho(name, tint);
  WrapLabel* called = label(name, "who", made);
  called->setProperty("tint", tint);
  who->addWidget(dot);
  who->addWidget(called, 1);
  auto* rows = static_cast<QVBoxLayout*>(made->layout());
  rows->addLayout(who);
  rows->addWidget(label(words, "read", made));
  rows->addStretch();  // the shorter of the two begins at the top as well
}

void addPart(QVBoxLayout& place, const TranscriptView& all, const TranscriptPart& part) {
  QWidget* parent = place.parentWidget();
  if (!part.heading.isEmpty()) place.addWidget(label(part.heading, "heading", parent));
  if (!part.a.isEmpty() || !part.b.isEmpty()) {
    auto* columns = new Columns(parent);
    columns->setMinColumn(kLeastColumn);
    addPartner(columns, all.nameOfA, look::tintOf(PartnerId::A), part.a);
    addPartner(columns, all.nameOfB, look::tintOf(PartnerId::B), part.b);
    place.addWidget(columns);
  }
  if (part.ours.isEmpty()) return;
  QFrame* together = card("left", look::tintOf(VaultId::Ours), parent);
  together->layout()->addWidget(label(part.ours, "read", together));
  place.addWidget(together);
}

}  // namespace

void fillTranscript(QVBoxLayout& place, const TranscriptView& transcript) {
  for (const TranscriptPart& part : transcript.parts) addPart(place, transcript, part);
}

void clearTranscript(QVBoxLayout& place) {
  while (QLayoutItem* item = place.takeAt(0)) {
    const std::unique_ptr<QLayoutItem> owned(item);
    delete item->widget();
  }
}

}  // namespace footbridge::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/new_label.h"

#include <QPushButton>

#include "gui/widgets/wrap_label.h"

namespace footbridge::gui {

QLabel* newLabel(const char* look, const QString& text, QWidget* parent, const QString& tint) {
  QLabel* label = qstrcmp(look, "tag") == 0 ? new QLabel(parent) : new WrapLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setProperty("look", QString::fromLatin1(look));
  if (!tint.isEmpty()) label->setProperty("tint", tint);
  label->setText(text);
  return label;
}

QPushButton* newButton(const char* role, const QString& text, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setProperty("role", QString::fromLatin1(role));
  return button;
}

}  // namespace footbridge::gui

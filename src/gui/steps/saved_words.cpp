// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/saved_words.h"

#include <QLabel>

namespace footbridge::gui {

namespace {
constexpr QChar kFieldEnd{0x1f};
}

void showSavedWords(QLabel* label, SavedState state) {
  switch (state) {
    case SavedState::NotYet:
      return label->clear();
    case SavedState::Saved:
      return label->setText(QObject::tr("saved"));
    case SavedState::Trouble:
      return label->setText(QObject::tr("not saved; trying again"));
  }
}

QString joinedFields(const QStringList& fields) {
  const bool isEmpty = std::all_of(fields.begin(), fields.end(), [](const QString& field) { return field.isEmpty(); });
  return isEmpty ? QString() : fields.join(kFieldEnd);
}

QStringList splitFields(const QString& draft, int count) {
  QStringList fields = draft.split(kFieldEnd);
  while (fields.size() < count) fields << QString();
  return count > 0 ? fields.mid(0, count) : fields;
}

}  // namespace footbridge::gui

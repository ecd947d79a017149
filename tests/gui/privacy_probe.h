// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPushButton>
#include <QString>
#include <QStringList>
#include <QWidget>

#include "catch.h"

namespace footbridge::probe {

/// A child by name; it must be there.
template <typename Widget>
Widget& child(QWidget& in, const char* name) {
  auto* found = in.findChild<Widget*>(QString::fromLatin1(name));
  INFO("no " << name);
  REQUIRE(found != nullptr);
  return *found;
}

inline void press(QWidget& in, const char* button) {
  child<QPushButton>(in, button).click();
}

/// The line inside a named field for a secret.
inline QLineEdit& secretLine(QWidget& in, const char* field) {
  return child<QLineEdit>(child<QWidget>(in, field), "secretEdit");
}

/// Key by key, as a hand does, so that undo has something to remember.
void type(QWidget& in, const char* field, const QString& words);

/// Whether any widget, the hidden ones too, shows, names or could bring back the words.
[[nodiscard]] bool anywhere(QWidget& in, const QString& words);

/// What the Tab key comes to in a window, by name.
[[nodiscard]] QStringList tabStops(QWidget& in);

/// Everything that takes the keyboard and has no name for a screen reader.
[[nodiscard]] QStringList nameless(QWidget& in);

/// What a signal carried. QVariant::value() wants a default value, which an id does not have.
template <typename T>
[[nodiscard]] const T& valueIn(const QVariant& variant) {
  REQUIRE(variant.metaType() == QMetaType::fromType<T>());
  return *static_cast<const T*>(variant.constData());
}

}  // namespace footbridge::probe

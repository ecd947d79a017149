// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy_probe.h"

#include <QAccessible>
#include <QMetaProperty>
#include <QTest>

#include "tab_ring.h"

namespace footbridge::probe {

void type(QWidget& in, const char* field, const QString& words) {
  QTest::keyClicks(&secretLine(in, field), words);
}

namespace {

/// As somebody would who presses Show and then undoes: a masked line undoes nothing.
void undoShown(QLineEdit& edit) {
  const QLineEdit::EchoMode before = edit.echoMode();
  edit.setEchoMode(QLineEdit::Normal);
  edit.undo();
  edit.setEchoMode(before);
}

}  // namespace

bool anywhere(QWidget& in, const QString& words) {
  QList<QWidget*> all = in.findChildren<QWidget*>();
  all << &in;
  for (QWidget* each : all) {
    if (auto* edit = qobject_cast<QLineEdit*>(each)) undoShown(*edit);
    for (int i = 0; i < each->metaObject()->propertyCount(); ++i) {
      if (each->metaObject()->property(i).read(each).toString().contains(words)) return true;
    }
  }
  return false;
}

namespace {

bool takesTab(const QWidget& widget, const QWidget& in) {
  return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr && widget.isVisibleTo(&in) &&
         widget.isEnabledTo(&in) && in.isAncestorOf(&widget);
}

}  // namespace

QStringList tabStops(QWidget& in) {
  QStringList stops;
  for (const QWidget* stop : tabRound(in)) stops << stop->objectName();
  UNSCOPED_INFO("the Tab key comes to " << stops.join(QStringLiteral(", ")).toStdString());
  return stops;
}

QStringList nameless(QWidget& in) {
  QStringList found;
  for (QWidget* each : in.findChildren<QWidget*>()) {
    if (!takesTab(*each, in)) continue;
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(each);
    if (seen == nullptr || seen->text(QAccessible::Name).isEmpty()) found << each->objectName();
  }
  return found;
}

}  // namespace footbridge::probe

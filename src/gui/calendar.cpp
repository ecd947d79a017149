// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/calendar.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace footbridge::gui {

namespace {

QDateTime local(Moment moment) {
  return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count());
}

}  // namespace

QString dayWords(Day day, Day today) {
  const bool isThisYear = day.year() == today.year();
  return QLocale().toString(toDate(day), isThisYear ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
}

QString momentWords(Moment moment, Day today) {
  return dayWords(localDay(moment), today) + QLocale().toString(local(moment), QStringLiteral(", HH:mm"));
}

QString agoWords(Day day, Day today) {
  const int days = daysBetween(day, today);
  if (days == 0) return QCoreApplication::translate("Calendar", "today");
  if (days == 1) return QCoreApplication::translate("Calendar", "yesterday");
  return dayWords(day, today);
}

QString longDayWords(Day day) {
  return QLocale().toString(toDate(day), QStringLiteral("dddd, d MMMM yyyy"));
}

}  // namespace footbridge::gui

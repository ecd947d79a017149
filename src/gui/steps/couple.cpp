// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/couple.h"

#include <algorithm>
#include <string>

#include "domain/exercise.h"

namespace footbridge::gui {

namespace {

std::string inWords(const char* words) {
  return QCoreApplication::translate("Couple", words).toStdString();
}

constexpr QChar kFirstStrongIsolate{0x2068};
constexpr QChar kPopIsolate{0x2069};

bool runsFromRight(const QString& name) {
  const auto letters = name.toUcs4();
  return std::any_of(letters.begin(), letters.end(), [](auto letter) {
    const QChar::Direction way = QChar::direction(letter);
    return way == QChar::DirR || way == QChar::DirAL;
  });
}

QString setApart(const PartnerName& name) {
  const QString words = QString::fromStdString(name.text());
  return runsFromRight(words) ? kFirstStrongIsolate + words + kPopIsolate : words;
}

QString put(std::string_view text, const QString& me, const QString& partner) {
  return QString::fromStdString(withNames(text, me.toStdString(), partner.toStdString()));
}

}  // namespace

QString toWrite(QString said) {
  return said.remove(kFirstStrongIsolate).remove(kPopIsolate);
}

QString nameToSay(const Partner& partner, const std::optional<Partner>& other) {
  QString alone = setApart(partner.name);
  if (!other || other->name != partner.name) return alone;
  return QCoreApplication::translate("Couple", "%1 %2", "a name that both bear, and 1 or 2")
      .arg(alone, QString::number(partner.id == PartnerId::A ? 1 : 2));
}

QString Couple::name(PartnerId id) const {
  const auto& partner = of(id);
  return partner ? nameToSay(*partner, of(otherOf(id))) : QCoreApplication::translate("Couple", "your partner");
}

Couple Couple::before(PartnerId owner) const {
  return owner == PartnerId::A ? Couple{a, {}} : Couple{{}, b};
}

QString withNamesIn(std::string_view text, const QString& me, const std::optional<QString>& partner) {
  if (partner) return put(text, me, *partner);
  const Somebody somebody{
      inWords(QT_TRANSLATE_NOOP("Couple", "my partner")), inWords(QT_TRANSLATE_NOOP("Couple", "your partner")),
      inWords(QT_TRANSLATE_NOOP("Couple", "My partner")), inWords(QT_TRANSLATE_NOOP("Couple", "Your partner"))};
  return put(aboutSomebody(text, somebody), me, {});
}

QString Couple::said(std::string_view text, PartnerId me) const {
  const bool isThere = of(otherOf(me)).has_value();
  return withNamesIn(text, name(me), isThere ? std::optional(name(otherOf(me))) : std::nullopt);
}

}  // namespace footbridge::gui

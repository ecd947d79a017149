// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/couple.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "domain/exercise.h"

namespace footbridge::gui {

namespace {

constexpr std::string_view kPartnerMark = "{partner}";

/// Where the first sentence ends, with the space after it.
std::size_t endOfSentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') return at + 1;
    const bool ends = text[at] == '.' || text[at] == '?';
    if (ends && text.substr(at + 1).starts_with(' ')) return at + 2;
  }
  return text.size();
}

bool isLetter(std::string_view text, std::size_t at) {
  return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0;
}

/// The reader says it of themselves: "I told …", and not "What did … do that you were glad of?".
bool isSaidAsI(std::string_view sentence) {
  for (std::size_t at = sentence.find('I'); at != std::string_view::npos; at = sentence.find('I', at + 1)) {
    if ((at == 0 || !isLetter(sentence, at - 1)) && !isLetter(sentence, at + 1)) return true;
  }
  return false;
}

/// One sentence, about somebody who has no name here. Names are written as their owners write them; this is none.
std::string aboutSomebody(std::string_view sentence) {
  const bool mine = isSaidAsI(sentence);
  const std::string small = (mine ? QCoreApplication::translate("Couple", "my partner")
                                  : QCoreApplication::translate("Couple", "your partner"))
                                .toStdString();
  const std::string large = (mine ? QCoreApplication::translate("Couple", "My partner")
                                  : QCoreApplication::translate("Couple", "Your partner"))
                                .toStdString();
  std::string result;
  while (!sentence.empty()) {
    const std::size_t mark = sentence.find(kPartnerMark);
    result.append(sentence.substr(0, mark));
    if (mark == std::string_view::npos) break;
    result.append(result.empty() ? large : small);
    sentence.remove_prefix(mark + kPartnerMark.size());
  }
  return result;
}

std::string aboutSomebodyThroughout(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = endOfSentence(text);
    result += aboutSomebody(text.substr(0, end));
    text.remove_prefix(end);
  }
  return result;
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

QString put(std::string_view text, const QString& me, const QString& partner) {
  return QString::fromStdString(withNames(text, me.toStdString(), partner.toStdString()));
}

}  // namespace

QString nameToSay(const PartnerName& name) {
  const QString words = QString::fromStdString(name.text());
  return runsFromRight(words) ? kFirstStrongIsolate + words + kPopIsolate : words;
}

QString toWrite(QString said) {
  return said.remove(kFirstStrongIsolate).remove(kPopIsolate);
}

QString nameToSay(const Partner& partner, const std::optional<Partner>& other) {
  const QString alone = nameToSay(partner.name);
  if (!other || other->name != partner.name) return alone;
  return QCoreApplication::translate("Couple", "%1 %2", "a name that both bear, and 1 or 2")
      .arg(alone, QString::number(partner.id == PartnerId::A ? 1 : 2));
}

QString Couple::name(PartnerId id) const {
  const auto& partner = of(id);
  return partner ? nameToSay(*partner, of(otherOf(id))) : QCoreApplication::translate("Couple", "your partner");
}

QString withNamesIn(std::string_view text, const QString& me, const std::optional<QString>& partner) {
  if (partner) return put(text, me, *partner);
  return put(aboutSomebodyThroughout(text), me, {});
}

QString Couple::said(std::string_view text, PartnerId me) const {
  const bool isThere = of(otherOf(me)).has_value();
  return withNamesIn(text, name(me), isThere ? std::optional(name(otherOf(me))) : std::nullopt);
}

}  // namespace footbridge::gui

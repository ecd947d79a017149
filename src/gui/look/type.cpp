// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/type.h"

#include <QGuiApplication>
#include <QStringList>
#include <algorithm>
#include <iterator>

namespace footbridge::gui::look {
namespace {

// Nothing is under 16 pixels: two people read it at arm's length.
constexpr TextLook kLooks[] = {
    {u"body", u"ink", 1.5, 16, QFont::Normal, false, false},
    {u"soft", u"soft", 1.5, 16, QFont::Normal, false, false},
    {u"strong", u"ink", 1.5, 16, QFont::Medium, false, false},
    {u"small", u"soft", 1.5, 16, QFont::Normal, false, false},
    {u"note", u"ink", 1.5, 16, QFont::DemiBold, false, false},
    {u"who", u"ink", 1.5, 16, QFont::DemiBold, false, false},
    {u"speaker", u"ink", 1.5, 24, QFont::DemiBold, false, false},
    {u"link", u"soft", 1.5, 16, QFont::Normal, false, false, true},
    {u"tag", u"soft", 1.5, 16, QFont::DemiBold, false, false},
    {u"band", u"soft", 1.5, 16, QFont::DemiBold, false, false},
    {u"lead", u"soft", 1.5, 18, QFont::Normal, false, false},
    {u"read", u"ink", 1.65, 17, QFont::Normal, false, false},
    {u"heading", u"ink", 1.2, 19, QFont::DemiBold, true, false},
    {u"quote", u"ink", 1.2, 19, QFont::Medium, true, true},
    {u"brand", u"ink", 1.2, 21, QFont::DemiBold, true, false},
    {u"title", u"ink", 1.2, 24, QFont::DemiBold, true, false},
    {u"display", u"ink", 1.2, 34, QFont::DemiBold, true, false},
    {u"huge", u"ink", 1.2, 50, QFont::DemiBold, true, false},
};

/// `hint` says what stands in where our families lack a letter.
QFont fontFrom(const QStringList& families, QFont::StyleHint hint, int pixels, QFont::Weight weight, double scale) {
  QFont font;
  font.setFamilies(families);
  font.setStyleHint(hint);
  font.setPixelSize(std::max(1, qRound(pixels * scale)));
  font.setWeight(weight);
  // At these sizes nobody sees the difference, and fitting each letter to the pixels takes a twentieth of the start.
  font.setHintingPreference(QFont::PreferNoHinting);
  font.setStyleStrategy(QFont::PreferDefault);  // said aloud, for a widget takes from the application what is not said
  return font;
}

// Up to this size a pair of letters of the face without serifs moves together by a pixel at most, and letters stand on
// whole pixels. So nothing is seen of its kerning, and asking for it takes a tenth of the start.
constexpr int kLargestUnkerned = 20;

/// Of the screen, which may have several to one of ours.
double seenPixels(const QFont& font) {
  return font.pixelSize() * (qGuiApp != nullptr ? qGuiApp->devicePixelRatio() : 1.0);
}

bool isLatin(QChar letter) {
  const char16_t code = letter.unicode();
  const bool isWord = code < 0x180 && code != QChar::SoftHyphen;  // which is seen only where a line ends
  const bool isPunctuation = code >= 0x2010 && code <= 0x2026;  // dashes, quotes, bullet, ellipsis
  return isWord || isPunctuation;
}

}  // namespace

std::span<const TextLook> textLooks() {
  return kLooks;
}

const TextLook& textLook(QStringView name) {
  const auto* found =
      std::find_if(std::begin(kLooks), std::end(kLooks), [name](const TextLook& look) { return look.name == name; });
  return found == std::end(kLooks) ? kLooks[0] : *found;
}

QFont fontOf(const TextLook& look, double scale) {
  if (!look.serif) {
    QFont font = sans(look.pixels, look.weight, scale);
    font.setUnderline(look.underlined);
    return font;
  }
  static const QStringList serif{QStringLiteral("Vollkorn"), QStringLiteral("Georgia"), QStringLiteral("serif")};
  QFont font = fontFrom(serif, QFont::Serif, look.pixels, look.weight, scale);
  font.setItalic(look.italic);
  return font;
}

QFont fontFor(const QString& words, const QFont& font) {
  QFont own = font;
  const bool isPlain = std::all_of(words.begin(), words.end(), isLatin);
  const bool isKerned = font.styleHint() != QFont::SansSerif || seenPixels(font) > kLargestUnkerned;
  const auto unkerned = static_cast<QFont::StyleStrategy>(QFont::NoFontMerging | QFont::PreferNoShaping);
  own.setStyleStrategy(!isPlain ? QFont::PreferDefault : isKerned ? QFont::NoFontMerging : unkerned);
  return own;
}

QFont sans(int pixels, QFont::Weight weight, double scale) {
  static const QStringList families{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                                    QStringLiteral("sans-serif")};
  return fontFrom(families, QFont::SansSerif, pixels, weight, scale);
}

}  // namespace footbridge::gui::look

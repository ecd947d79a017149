// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace footbridge::gui::look {
namespace {

struct HueTokens {
  QRgb ink, wash, darkInk, darkWash;
};
// In the order of PartnerColour.
constexpr std::array<HueTokens, 6> kHues{{
    {0xFFAE4327, 0xFFFBEAE4, 0xFFF09A7E, 0xFF3A2822},  // ember
    {0xFF1B6E73, 0xFFE1F0F0, 0xFF6CC5C7, 0xFF1E3436},  // lagoon
    {0xFF4D6A1E, 0xFFEBF1DD, 0xFFB2CF79, 0xFF2B331E},  // moss
    {0xFF93357A, 0xFFF8E6F2, 0xFFE79BD0, 0xFF3B2535},  // plum
    {0xFF855200, 0xFFF8ECD4, 0xFFE9B44C, 0xFF382D18},  // ochre
    {0xFF435F79, 0xFFE4ECF3, 0xFFA4BED7, 0xFF25303B},  // slate
}};

Theme light() {
  Theme theme;
  theme.paper = QColor(0xFAF6EF);
  theme.card = QColor(0xFFFFFF);
  theme.sunk = QColor(0xF2ECE1);
  theme.line = QColor(0xE4DCCD);
  theme.edge = QColor(0x8F8778);
  theme.ink = QColor(0x2A2833);
  theme.soft = QColor(0x6A6573);
  theme.faint = QColor(0x6E6878);
  theme.ours = {QColor(0x5A4A8C), QColor(0xECE8F6)};
  theme.strengths = QColor(0x8A5600);
  theme.support = QColor(0xB03A5E);
  theme.safety = QColor(0x3D7044);
  theme.conflict = theme.focus = QColor(0x2F5F9E);
  return theme;
}

Theme dark() {
  Theme theme;
  theme.dark = true;
  theme.paper = QColor(0x1C1B22);
  theme.card = QColor(0x26252E);
  theme.sunk = QColor(0x16151B);
  theme.line = QColor(0x3A3844);
  theme.edge = QColor(0x757283);
  theme.ink = QColor(0xF1ECE4);
  theme.soft = QColor(0xB5AFBC);
  theme.faint = QColor(0x9791A0);
  theme.ours = {QColor(0xB7A6EE), QColor(0x2E2940)};
  theme.strengths = QColor(0xE9B44C);
  theme.support = QColor(0xF08AA8);
  theme.safety = QColor(0x8CCB93);
  theme.conflict = theme.focus = QColor(0x8DB8F0);
  return theme;
}

constexpr std::array<QStringView, 6> kHueTokens{u"ember", u"lagoon", u"moss", u"plum", u"ochre", u"slate"};

std::optional<PartnerColour> partnerColour(QStringView token) {
  for (const PartnerColour colour : kPartnerColours)
    if (token == tokenOf(colour)) return colour;
  return std::nullopt;
}

double linear(double channel) {
  return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(static_cast<double>(colour.redF())) + 0.7152 * linear(static_cast<double>(colour.greenF())) +
         0.0722 * linear(static_cast<double>(colour.blueF()));
}

}  // namespace

QStringView tokenOf(PartnerColour colour) {
  return kHueTokens.at(static_cast<std::size_t>(colour));
}

Hue hueOf(PartnerColour colour, bool dark) {
  const HueTokens& tokens = kHues.at(static_cast<std::size_t>(colour));
  return dark ? Hue{QColor(tokens.darkInk), QColor(tokens.darkWash)} : Hue{QColor(tokens.ink), QColor(tokens.wash)};
}

Theme themeFor(const Appearance& appearance) {
  Theme theme = appearance.dark() ? dark() : light();
  theme.a = hueOf(appearance.a, theme.dark);
  theme.b = hueOf(appearance.b, theme.dark);
  return theme;
}

QColor tokenColour(const Theme& theme, QStringView token) {
  const std::array<std::pair<QStringView, const QColor*>, 16> tokens{{
      {u"a", &theme.a.ink},
      {u"b", &theme.b.ink},
      {u"ours", &theme.ours.ink},
      {u"strengths", &theme.strengths},
      {u"support", &theme.support},
      {u"safety", &theme.safety},
      {u"conflict", &theme.conflict},
      {u"focus", &theme.focus},
      {u"line", &theme.line},
      {u"edge", &theme.edge},
      {u"ink", &theme.ink},
      {u"soft", &theme.soft},
      {u"faint", &theme.faint},
      {u"paper", &theme.paper},
      {u"card", &theme.card},
      {u"sunk", &theme.sunk},
  }};
  const auto* found =
      std::find_if(tokens.begin(), tokens.end(), [token](const auto& pair) { return pair.first == token; });
  if (found != tokens.end()) return *found->second;
  const auto colour = partnerColour(token);
  return colour ? hueOf(*colour, theme.dark).ink : theme.ink;
}

QColor tokenWash(const Theme& theme, QStringView token) {
  if (token == u"a") return theme.a.wash;
  if (token == u"b") return theme.b.wash;
  if (token == u"ours") return theme.ours.wash;
  const auto colour = partnerColour(token);
  return colour ? hueOf(*colour, theme.dark).wash : theme.sunk;
}

QPalette paletteOf(const Theme& theme) {
  QPalette palette(theme.ink, theme.card, mixed(theme.card, theme.ink, 0.06), theme.line, theme.line, theme.ink,
                   theme.ink, theme.card, theme.paper);
  palette.setColor(QPalette::AlternateBase, theme.sunk);
  palette.setColor(QPalette::Highlight, theme.ours.ink);
  palette.setColor(QPalette::HighlightedText, theme.card);
  palette.setColor(QPalette::PlaceholderText, theme.faint);
  palette.setColor(QPalette::ToolTipBase, theme.card);
  palette.setColor(QPalette::ToolTipText, theme.ink);
  palette.setColor(QPalette::Link, theme.focus);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, theme.faint);
  return palette;
}

QColor mixed(const QColor& first, const QColor& second, double part) {
  const auto blend = [part](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * part)); };
  return {blend(first.red(), second.red()), blend(first.green(), second.green()), blend(first.blue(), second.blue())};
}

double contrast(const QColor& one, const QColor& other) {
  const auto [low, high] = std::minmax({luminance(one), luminance(other)});
  return (high + 0.05) / (low + 0.05);
}

}  // namespace footbridge::gui::look

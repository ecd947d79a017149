// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/font_list.h"

#include <fontconfig/fontconfig.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace footbridge::gui::look {
namespace {

// Where fontconfig's own rules lie, https://www.freedesktop.org/software/fontconfig/fontconfig-user.html. Each file
// there is a group of rules with a documented number.
constexpr const char* kRules = "/etc/fonts/conf.d";

// How letters are drawn on this system (10 to 19), what the person at it wants (50, 51), and which families stand in
// where ours lack a letter (60, 65). What is left out says how families that we never ask for are like each other, and
// costs ten times as much: reading it, and asking all of it once for each font that is drawn. 49, which has every
// family taken for one without serifs, is not needed: our fonts say themselves what they are.
constexpr const char* kRulesNeeded[] = {
    // clang-format off
    "10-autohint.conf", "10-hinting-full.conf", "10-hinting-medium.conf", "10-hinting-none.conf",
    "10-hinting-slight.conf", "10-no-antialias.conf", "10-no-sub-pixel.conf", "10-sub-pixel-bgr.conf",
    "10-sub-pixel-none.conf", "10-sub-pixel-rgb.conf", "10-sub-pixel-vbgr.conf", "10-sub-pixel-vrgb.conf",
    "10-unhinted.conf", "10-yes-antialias.conf", "11-lcdfilter-default.conf", "11-lcdfilter-legacy.conf",
    "11-lcdfilter-light.conf", "11-lcdfilter-none.conf", "50-user.conf", "51-local.conf", "60-generic.conf",
    "60-latin.conf", "65-nonlatin.conf", "70-no-bitmaps.conf", "90-synthetic.conf"
    // clang-format on
};

// The folders that fontconfig's own file names.
constexpr const char* kFolders = R"(<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>)"
                                 R"(<dir prefix="xdg">fonts</dir><dir>~/.fonts</dir>)"
                                 R"(<cachedir>/var/cache/fontconfig</cachedir>)"
                                 R"(<cachedir prefix="xdg">fontconfig</cachedir>)";

// What comes with our own families, where the packages put them, and no text look asks for: every font costs something
// each time that one is looked for, and so does every star here.
constexpr const char* kFontsUnused = R"(<selectfont><rejectfont>)"
                                     R"(<glob>/usr/share/fonts/opentype/inter/InterDisplay-*</glob>)"
                                     R"(<glob>/usr/share/fonts/opentype/inter/Inter-*Italic.otf</glob>)"
                                     R"(<glob>/usr/share/fonts/truetype/vollkorn/Vollkorn-B*</glob>)"
                                     R"(<glob>/usr/share/fonts/truetype/vollkorn/Vollkorn-E*</glob>)"
                                     R"(</rejectfont></selectfont>)";

struct Destroys {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using Config = std::unique_ptr<FcConfig, Destroys>;

/// Somebody who names a file of their own means that file.
bool isToldOtherwise() {
  return std::getenv("FONTCONFIG_FILE") != nullptr || std::getenv("FONTCONFIG_PATH") != nullptr ||
         std::getenv("FONTCONFIG_SYSROOT") != nullptr;
}

std::string rulesNeeded() {
  std::string rules = "<fontconfig>";
  rules += kFolders;
  rules += kFontsUnused;
  for (const char* name : kRulesNeeded)
    rules.append("<include ignore_missing=\"yes\">").append(kRules).append("/").append(name).append("</include>");
  return rules + "</fontconfig>";
}

/// Null where one of its steps failed.
Config configOf(const std::string& rules) {
  Config config(FcConfigCreate());
  const auto* bytes = reinterpret_cast<const FcChar8*>(rules.c_str());
  const bool isRead = config != nullptr && FcConfigParseAndLoadFromMemory(config.get(), bytes, FcTrue) == FcTrue &&
                      FcConfigBuildFonts(config.get()) == FcTrue;
  return isRead ? std::move(config) : nullptr;
}

}  // namespace

// Qt asks the same library, which keeps what is current for the whole process.
void readFontList() {
  const bool isUsual = !isToldOtherwise() && access(kRules, R_OK | X_OK) == 0;
  const Config config = isUsual ? configOf(rulesNeeded()) : nullptr;
  const bool isTaken = config != nullptr && FcConfigGetFonts(config.get(), FcSetSystem)->nfont > 0 &&
                       FcConfigSetCurrent(config.get()) == FcTrue;
  // All rules of the system; where that fails, it fails Qt too.
  if (!isTaken) static_cast<void>(FcInit());
}

}  // namespace footbridge::gui::look

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/font_list.h"

#include <fontconfig/fontconfig.h>

#include <QStringList>
#include <memory>
#include <string>
#include <vector>

#include "catch.h"
#include "gui/look/type.h"

using namespace footbridge;

namespace {

using Config = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;
using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

/// `families` as Qt asks: the one that is wanted, and for what stands in also the kind of it that is hinted at.
Pattern asked(FcConfig* config, const std::vector<std::string>& families, int weight, int slant = FC_SLANT_ROMAN) {
  Pattern pattern(FcPatternCreate(), FcPatternDestroy);
  for (const std::string& family : families)
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
  FcPatternAddInteger(pattern.get(), FC_WEIGHT, weight);
  FcPatternAddInteger(pattern.get(), FC_SLANT, slant);
  FcPatternAddDouble(pattern.get(), FC_PIXEL_SIZE, 16);
  FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  return pattern;
}

std::string fileOf(FcPattern* font) {
  FcChar8* file = nullptr;
  REQUIRE(FcPatternGetString(font, FC_FILE, 0, &file) == FcResultMatch);
  return reinterpret_cast<const char*>(file);
}

int figure(FcPattern* font, const char* name) {
  int value = -1;
  FcPatternGetInteger(font, name, 0, &value);
  return value;
}

bool flag(FcPattern* font, const char* name) {
  FcBool value = FcFalse;
  FcPatternGetBool(font, name, 0, &value);
  return value == FcTrue;
}

/// How many files its rules came from.
int filesOf(FcConfig* config) {
  const std::unique_ptr<FcStrList, decltype(&FcStrListDone)> files(FcConfigGetConfigFiles(config), FcStrListDone);
  int count = 0;
  while (FcStrListNext(files.get()) != nullptr) ++count;
  return count;
}

/// Everything that decides how a letter of this family looks.
std::string lookOf(FcConfig* config, const std::string& family, int weight, int slant = FC_SLANT_ROMAN) {
  const Pattern pattern = asked(config, {family}, weight, slant);
  FcResult result = FcResultNoMatch;
  const Pattern font(FcFontMatch(config, pattern.get(), &result), FcPatternDestroy);
  REQUIRE(font != nullptr);
  std::string look = fileOf(font.get());
  for (const char* name : {FC_HINT_STYLE, FC_RGBA, FC_LCD_FILTER})
    look += " " + std::to_string(figure(font.get(), name));
  for (const char* name : {FC_ANTIALIAS, FC_HINTING, FC_AUTOHINT, FC_EMBOLDEN})
    look += flag(font.get(), name) ? " yes" : " no";
  return look;
}

/// The file of the first font in the order of standing in that has the letter; empty for none.
std::string standsIn(FcConfig* config, const std::vector<std::string>& families, FcChar32 letter) {
  const Pattern pattern = asked(config, families, FC_WEIGHT_REGULAR);
  FcResult result = FcResultNoMatch;
  const std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)> fonts(
      FcFontSort(config, pattern.get(), FcTrue, nullptr, &result), FcFontSetDestroy);
  REQUIRE(fonts != nullptr);
  for (int i = 0; i < fonts->nfont; ++i) {
    FcCharSet* letters = nullptr;
    if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &letters) == FcResultMatch &&
        FcCharSetHasChar(letters, letter) == FcTrue)
      return fileOf(fonts->fonts[i]);
  }
  return {};
}

}  // namespace

TEST_CASE("With the rules that are read, words look as they do with all rules of the system", "[font list]") {
  const Config all(FcInitLoadConfigAndFonts(), FcConfigDestroy);
  REQUIRE(all != nullptr);
  gui::look::readFontList();
  FcConfig* read = FcConfigGetCurrent();
  REQUIRE(read != nullptr);
  REQUIRE(filesOf(read) < filesOf(all.get()));
  REQUIRE(FcConfigGetFonts(read, FcSetSystem)->nfont <= FcConfigGetFonts(all.get(), FcSetSystem)->nfont);

  for (const std::string family : {"Inter", "Vollkorn", "sans-serif", "serif"}) {
    CAPTURE(family);
    for (const int weight : {FC_WEIGHT_REGULAR, FC_WEIGHT_MEDIUM, FC_WEIGHT_DEMIBOLD})
      CHECK(lookOf(read, family, weight) == lookOf(all.get(), family, weight));
  }
  for (const gui::look::TextLook& look : gui::look::textLooks()) {
    const QFont font = gui::look::fontOf(look, 1);
    const bool isSerif = font.styleHint() == QFont::Serif;
    const int weight = FcWeightFromOpenType(font.weight());
    const int slant = font.italic() ? FC_SLANT_ITALIC : FC_SLANT_ROMAN;
    const std::string family = font.families().front().toStdString();
    CHECK(lookOf(read, family, weight, slant) == lookOf(all.get(), family, weight, slant));
    CHECK(isSerif == look.serif);
    const std::vector<std::string> families{family, isSerif ? "serif" : "sans-serif"};
    CAPTURE(families);
    // A name in Greek, Russian, Hebrew, Arabic, Hindi, Thai, Chinese, Japanese or Korean, and a heart.
    for (const FcChar32 letter : {0x3B1u, 0x430u, 0x5D0u, 0x627u, 0x905u, 0xE01u, 0x4E00u, 0x3042u, 0xAC00u, 0x2764u}) {
      CAPTURE(letter);
      CHECK(standsIn(read, families, letter) == standsIn(all.get(), families, letter));
    }
  }
}

TEST_CASE("Somebody who names a file of font rules of their own gets that file", "[font list]") {
  REQUIRE(setenv("FONTCONFIG_FILE", "/etc/fonts/fonts.conf", 1) == 0);
  const Config before(FcConfigReference(FcConfigGetCurrent()), FcConfigDestroy);
  gui::look::readFontList();
  CHECK(FcConfigGetCurrent() == before.get());
  REQUIRE(unsetenv("FONTCONFIG_FILE") == 0);
}

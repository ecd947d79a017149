// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/recovery_sheet.h"

#include <QCoreApplication>

#include "gui/calendar.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/sheets/paper.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {
namespace {

constexpr int kGroupsInRow = 4;

QString say(const char* text) {
  return QCoreApplication::translate("RecoverySheet", text);
}

}  // namespace

QByteArray recoverySheet(const Partner& owner, const std::optional<Partner>& other, const QStringList& groups,
                         Day made) {
  return printedSheet(say("A page to keep"), [&](Sheet& sheet) {
    sheet.brand();
    sheet.gap(44);
    sheet.say("display", say("A way back in, for %1").arg(nameToSay(owner, other)));
    sheet.gap(8);
    sheet.say("lead", say("If you forget your passphrase, this code opens your own part of the journal once more."),
              "soft");
    sheet.gap(28);
    sheet.box("paper", [&](Sheet& box) { box.grid(groups, kGroupsInRow); });
    sheet.gap(10);
    sheet.say(
        "small",
        say("Made on %1. Capitals or small letters, with or without gaps: all the same.").arg(longDayWords(made)) +
            u' ' + codeLettersText(),
        "soft");
    sheet.gap(36);
    sheet.say("heading", say("How to use it"));
    sheet.gap(6);
    sheet.say("body",
              say("Open Footbridge, choose your name, and press “I have forgotten it”. Type the code, then choose a "
                  "new passphrase. You get a new code with it; this page has then done its work."));
    sheet.gap(24);
    sheet.say("heading", say("Where to keep it"));
    sheet.gap(6);
    sheet.say("body",
              say("With papers that only you look at, or with somebody you trust. Not with the laptop. Whoever has "
                  "both this page and the laptop can read what you keep there."));
    sheet.gap(24);
    sheet.say("heading", say("After printing"));
    sheet.gap(6);
    sheet.say("body", say("Delete the file that this page came from, and empty the bin. The paper is enough."));
    sheet.gap(36);
    sheet.say("small",
              say("Nobody else has this code: not your partner, and not the makers of the program. Without it "
                  "and without your passphrase, nobody can open your words again."),
              "soft");
  });
}

}  // namespace footbridge::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/story_terms.h"

#include <QCoreApplication>

namespace footbridge::gui {
namespace {

QString say(const char* text) {
  return QCoreApplication::translate("Story", text);
}

QString outcomeWord(AgreementState state) {
  switch (state) {
    case AgreementState::Kept:
      return say("Kept");
    case AgreementState::Changed:
      return say("Changed");
    case AgreementState::Dropped:
      return say("Let go");
    case AgreementState::Open:
      break;
  }
  return say("Still open");
}

}  // namespace

QString goneTitle() {
  return say("An exercise that is no longer here");
}

QString outcomeText(AgreementState state, const Agreement* agreement) {
  return say("%1: %2").arg(outcomeWord(state), agreement != nullptr ? QString::fromStdString(agreement->what)
                                                                    : say("a step that is no longer here"));
}

}  // namespace footbridge::gui

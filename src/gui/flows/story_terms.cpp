// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/story_terms.h"

#include <QCoreApplication>

namespace footbridge::gui {
namespace {

QString sayTerm(const char* text) {
  return QCoreApplication::translate("Story", text);
}

QString outcomeWord(AgreementState state) {
  switch (state) {
    case AgreementState::Kept:
      return sayTerm("Kept");
    case AgreementState::Changed:
      return sayTerm("Changed");
    case AgreementState::Dropped:
      return sayTerm("Let go");
    case AgreementState::Open:
      break;
  }
  return sayTerm("Still open");
}

}  // namespace

QString goneTitle() {
  return sayTerm("An exercise that is no longer here");
}

QString outcomeText(AgreementState state, const Agreement* agreement) {
  return sayTerm("%1: %2").arg(outcomeWord(state), agreement != nullptr ? QString::fromStdString(agreement->what)
                                                                        : sayTerm("a step that is no longer here"));
}

}  // namespace footbridge::gui

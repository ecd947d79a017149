// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exercise.h"
#include "domain/partner.h"

namespace footbridge::sample {

inline StepId step(std::string_view id) {
  return *StepId::from(id);
}
inline ItemId item(std::string_view id) {
  return *ItemId::from(id);
}
inline CardId card(std::string_view id) {
  return *CardId::from(id);
}

inline Partner alex() {
  return {PartnerId::A, *PartnerName::from("Alex"), PartnerColour::Ember};
}
inline Partner sam() {
  return {PartnerId::B, *PartnerName::from("Sam"), PartnerColour::Lagoon};
}

/// A step with the fields that every step has.
Step newStep(std::string_view id, StepFor who, std::string title, std::string text, StepForm form);

/// The kinds of support, as cards with notes.
ChooseStep supportCards();
/// The first six lines of a weekly look.
RateStep weekLines();

/// "What would help right now?": settle, write, choose, guess, reveal, speak, reflect, agree, close.
Exercise supportExercise();
/// Every step kind once, with both sorts of loop and of agree.
Exercise everyKind();
/// A weekly look: earlier steps, lines, one thing appreciated, a private note, reveal, agree, close.
Exercise weeklyLook();
/// For one person alone.
Exercise aloneExercise();

}  // namespace footbridge::sample

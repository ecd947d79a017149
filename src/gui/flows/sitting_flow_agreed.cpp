// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "gui/flows/sitting_flow.h"
#include "practice/looking_back.h"

namespace footbridge::gui {

// What a sitting means for the agreements that are kept beside it.

/// What stands agreed after it, where that changes: a pass takes a small step back as much as "no step" does.
std::optional<AgreedAnswer> SittingFlow::agreedBy(const practice::Recorded& recorded) const {
  for (const SittingEvent& event : recorded.events) {
    const auto* answered = std::get_if<Answered>(&event);
    if (const auto* given = answered != nullptr ? std::get_if<AgreedAnswer>(&answered->answer) : nullptr) {
      AgreedAnswer agreed = *given;
      if (agreed.agreement) agreed.agreement->from = m_id;
      return agreed;
    }
    const auto* passed = std::get_if<Passed>(&event);
    const Step* step = passed != nullptr ? m_exercise->find(passed->step) : nullptr;
    const auto* agree = step != nullptr ? std::get_if<AgreeStep>(&step->form) : nullptr;
    if (agree != nullptr && !agree->review) return AgreedAnswer{};
  }
  return std::nullopt;
}

std::optional<EntryId> SittingFlow::agreementHere() const {
  for (const Entry& entry : m_journal.entries(agreementReader())) {
    const auto* agreement = std::get_if<Agreement>(&entry.body);
    if (agreement != nullptr && agreement->from == m_id) return entry.id;
  }
  return std::nullopt;
}

/// Agreements of an exercise done alone stay with their maker.
Reader SittingFlow::agreementReader() const {
  return isApart() ? readerOf(m_sitting->begun.first) : Reader::OursAlone;
}

void SittingFlow::addEarlier(Setting& setting, const practice::Screen& screen) const {
  const auto* here = std::get_if<practice::StepScreen>(&screen.body);
  const Step* step = here != nullptr ? m_exercise->find(here->step) : nullptr;
  const auto* agree = step != nullptr ? std::get_if<AgreeStep>(&step->form) : nullptr;
  if (agree == nullptr || !agree->review) return;
  const auto entries = m_journal.entries(agreementReader());
  const auto sittings = m_journal.sittings(agreementReader());
  for (const Entry& entry : practice::agreementsToLookBackOn(*m_id, entries, sittings, m_clock.today()))
    setting.earlier.emplace_back(entry.id, std::get<Agreement>(entry.body));
}

/// What an answer means for the agreements kept beside the sitting: durable with it or not at all.
EntryChanges SittingFlow::changesBy(const practice::Action& action, const practice::Recorded& recorded) const {
  EntryChanges changes;
  if (const auto agreed = agreedBy(recorded)) {
    const auto before = agreementHere();
    if (before && agreed->agreement)
      changes.revised.emplace_back(*before, *agreed->agreement);
    else if (before)
      changes.removed.push_back(*before);
    else if (agreed->agreement)
      changes.added.emplace_back(*agreed->agreement);
  }
  const auto* given = std::get_if<practice::GiveAnswer>(&action);
  const auto* reviewed = given != nullptr ? std::get_if<ReviewedAnswer>(&given->answer) : nullptr;
  if (reviewed == nullptr) return changes;
  for (const auto& [id, state] : reviewed->outcomes) {
    const auto entry = m_journal.find(id, agreementReader());
    const auto* agreement = entry ? std::get_if<Agreement>(&entry->body) : nullptr;
    if (agreement == nullptr || agreement->state == state) continue;
    Agreement marked = *agreement;
    marked.state = state;
    changes.revised.emplace_back(id, std::move(marked));
  }
  return changes;
}

}  // namespace footbridge::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "app/scripted_evening.h"

namespace footbridge::app {
namespace {

using content::ScriptedLook;
using content::ScriptedNote;
using content::ScriptedSitting;
using content::ScriptedViewing;

/// Lives the script through, one happening at a time.
class Life {
 public:
  Life(Catalog& catalog, RehearsalClock& clock, Journal& journal)
      : m_catalog(catalog), m_clock(clock), m_journal(journal) {}

  Result<void> live(const ScriptedNote& note) {
    m_clock.goBack(note.daysAgo);
    // The made-up couple has no passphrases, and a line of one's own needs one: theirs are shown as lines for both.
    if (note.isPrivate) return {};
    const auto kept = m_journal.add(VaultId::Ours, note.who, Note{note.text});
    return kept ? Result<void>{} : Result<void>{kept.error()};
  }

  Result<void> live(const ScriptedViewing& scripted) {
    Viewing viewing = scripted.viewing;
    if (scripted.seenDaysAgo) viewing.seen = dayOf(*scripted.seenDaysAgo);
    for (ViewingTalk& talk : viewing.talks) talk.when = viewing.seen;
    viewing.added = dayOf(scripted.daysAgo);
    const auto kept = m_journal.add(VaultId::Ours, std::nullopt, viewing);
    if (!kept) return kept.error();
    m_viewings.emplace(viewing.title, kept->id);
    return {};
  }

  Result<void> live(const ScriptedSitting& scripted) {
    m_clock.goBack(scripted.daysAgo);
    const auto exercise = m_catalog.exercise(scripted.exercise);
    if (!exercise) return {};  // a file that cannot be used costs them that evening, and not all the others
    Begun begun = beginning(**exercise, SittingMode::Together);
    if (const auto about = m_viewings.find(scripted.about); about != m_viewings.end()) begun.about = about->second;
    const auto played = playEvening(**exercise, begun, {scripted.apart, scripted.together}, m_journal);
    if (!played) return played.error();
    rememberOutcome(scripted.outcome);
    return {};
  }

  Result<void> live(const ScriptedLook& scripted) {
    m_clock.goBack(scripted.daysAgo);
    const auto look = m_catalog.weeklyLook();
    if (!look) return look.error();
    Begun joint = beginning(**look, SittingMode::JointLook);
    for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
      const auto own = liveOwn(**look, partner, scripted);
      if (!own) return own.error();
      (partner == PartnerId::A ? joint.lookOfA : joint.lookOfB) = *own;
    }
    return liveTogether(**look, std::move(joint), scripted);
  }

 private:
  /// The clock stays there.
  Day dayOf(int daysAgo) {
    m_clock.goBack(daysAgo);
    return m_clock.today();
  }

  Begun beginning(const Exercise& exercise, SittingMode mode) const {
    Begun begun{exercise.id, exercise.fingerprint, {}, mode, PartnerId::A, m_clock.today(), {}, {}};
    return begun;
  }

  Result<SittingId> liveOwn(const Exercise& look, PartnerId partner, const ScriptedLook& scripted) {
    Begun begun = beginning(look, SittingMode::OwnLook);
    begun.first = partner;
    return playEvening(look, std::move(begun), lookWords(look, scripted), m_journal);
  }

  Result<void> liveTogether(const Exercise& look, Begun begun, const ScriptedLook& scripted) {
    EveningWords words = lookWords(look, scripted);
    ReviewedAnswer review;
    for (const auto& [entry, state] : m_outcomes) review.outcomes.emplace_back(entry, state);
    for (const Step& step : look.steps) {
      const auto* agree = std::get_if<AgreeStep>(&step.form);
      if (agree == nullptr) continue;
      words.together.insert_or_assign(step.id, agree->review ? Answer{review} : Answer{agreedOf(scripted)});
    }
    if (auto marked = markOutcomes(); !marked) return marked;
    const auto played = playEvening(look, std::move(begun), words, m_journal);
    if (!played) return played.error();
    if (scripted.agreement) rememberOutcome(scripted.agreement->outcome);
    return {};
  }

  AgreedAnswer agreedOf(const ScriptedLook& scripted) const {
    if (!scripted.agreement) return {};
    Agreement agreement = scripted.agreement->agreement;
    agreement.review = std::chrono::sys_days(m_clock.today()) + std::chrono::days(7);
    return {agreement};
  }

  Result<void> markOutcomes() {
    for (const auto& [id, state] : m_outcomes) {
      auto entry = m_journal.find(id, Reader::OursAlone);
      if (!entry) return Error{ErrorKind::NotFound};
      Agreement agreement = std::get<Agreement>(entry->body);
      agreement.state = state;
      if (auto revised = m_journal.revise(id, agreement); !revised) return revised.error();
    }
    m_outcomes.clear();
    return {};
  }

  /// Of the newest agreement, which is the one that was just made.
  void rememberOutcome(AgreementState outcome) {
    if (outcome == AgreementState::Open) return;
    for (const Entry& entry : m_journal.entries(Reader::OursAlone)) {
      if (!std::holds_alternative<Agreement>(entry.body)) continue;
      m_outcomes.emplace_back(entry.id, outcome);
      return;
    }
  }

  Catalog& m_catalog;
  RehearsalClock& m_clock;
  Journal& m_journal;
  std::map<std::string, EntryId> m_viewings;                   ///< by title
  std::vector<std::pair<EntryId, AgreementState>> m_outcomes;  ///< what the next look says of the agreements before it
};

using Happenings = std::vector<std::pair<int, std::function<Result<void>()>>>;

/// Until one cannot be kept.
Result<void> liveAll(const Happenings& happenings) {
  for (const auto& [daysAgo, live] : happenings) {
    if (auto lived = live(); !lived) return lived;
  }
  return {};
}

}  // namespace

Result<void> fillRehearsal(const content::RehearsalScript& script, Catalog& catalog, RehearsalClock& clock,
                           Journal& journal) {
  Life life(catalog, clock, journal);
  Happenings days;
  const auto plan = [&days, &life](const auto& things) {
    for (const auto& thing : things) days.emplace_back(thing.daysAgo, [&life, &thing] { return life.live(thing); });
  };
  plan(script.looks);
  plan(script.viewings);
  plan(script.sittings);
  plan(script.notes);
  std::stable_sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  auto lived = liveAll(days);
  clock.goBack(0);
  return lived;
}

}  // namespace footbridge::app

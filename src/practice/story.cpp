// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/story.h"

#include <algorithm>
#include <map>
#include <set>

#include "domain/text.h"

namespace footbridge::practice {
namespace {

/// The step of the weekly look that asks for one thing appreciated.
constexpr std::string_view kAppreciatedStep = "appreciated";

bool says(const std::string& text) {
  return !trimmed(text).empty();
}

std::string firstWords(const Answer& answer) {
  if (const auto* written = std::get_if<WrittenAnswer>(&answer)) return written->text;
  if (const auto* ask = std::get_if<AskAnswer>(&answer)) return says(ask->help) ? ask->help : ask->happened;
  if (const auto* move = std::get_if<MoveAnswer>(&answer)) return move->does;
  if (const auto* agreed = std::get_if<AgreedAnswer>(&answer)) {
    return agreed->agreement ? agreed->agreement->what : std::string();
  }
  return {};
}

/// The last word on each step of a lane; a pass takes back what was said before.
class LastWords {
 public:
  explicit LastWords(const std::vector<SittingEvent>& lane) {
    for (const SittingEvent& event : lane) {
      if (const auto* answered = std::get_if<Answered>(&event)) m_last.insert_or_assign(answered->step, answered);
      if (const auto* passed = std::get_if<Passed>(&event)) m_last.erase(passed->step);
    }
  }
  /// The answer of an event of that lane, where it still stands; else null.
  [[nodiscard]] const Answer* in(const SittingEvent& event) const {
    const auto* answered = std::get_if<Answered>(&event);
    const auto last = answered ? m_last.find(answered->step) : m_last.end();
    return last != m_last.end() && last->second == answered ? &answered->answer : nullptr;
  }

 private:
  std::map<StepId, const Answered*> m_last;
};

/// What a sitting is remembered by: the step agreed on, or else the first words of this lane. Where both were, what one
/// of them opened or said at the close does not stand for the two.
std::string tasteOf(const std::vector<SittingEvent>& lane) {
  const LastWords last(lane);
  std::string first;
  for (const SittingEvent& event : lane) {
    const Answer* answer = last.in(event);
    if (!answer) continue;
    std::string words = firstWords(*answer);
    if (std::holds_alternative<AgreedAnswer>(*answer) && says(words)) return words;
    if (!says(first)) first = std::move(words);
  }
  return first;
}

/// A line of the exercise counts once, whoever opened theirs: as it was told where they were picked.
std::size_t openedIn(const std::vector<SittingEvent>& joint) {
  std::set<LineId> lines;
  for (const SittingEvent& event : joint) {
    const auto* revealed = std::get_if<Revealed>(&event);
    if (!revealed) continue;
    for (const OpenedLine& line : revealed->lines) {
      if (!std::holds_alternative<std::monostate>(line.answer)) lines.insert(line.line);  // else taken back since
    }
  }
  return lines.size();
}

std::optional<std::string> agreedIn(const std::vector<SittingEvent>& joint) {
  std::optional<std::string> agreed;
  const LastWords last(joint);
  for (const SittingEvent& event : joint) {
    const auto* answer = std::get_if<AgreedAnswer>(last.in(event));
    if (answer) agreed = answer->agreement ? answer->agreement->what : std::string();
  }
  return agreed;
}

std::string lastSaid(const Viewing& viewing) {
  std::string said;
  for (const ViewingTalk& talk : viewing.talks) {
    if (says(talk.text)) said = talk.text;
  }
  return said;
}

class StoryTeller {
 public:
  StoryTeller(Reader reader, std::span<const SittingSummary> sittings, const FindExercise& find)
      : m_reader(reader), m_find(find) {
    for (const SittingSummary& joint : sittings)
      for (const auto& look : {joint.begun.lookOfA, joint.begun.lookOfB})
        if (look) m_partsOfLooks.insert(*look);
  }

  void add(const Entry& entry) {
    if (!mayRead(m_reader, entry.vault)) return;
    // What a merge set beside a sitting is not told with it.
    if (const auto* event = std::get_if<LaneEvent>(&entry.body); event && entry.unproven && !entry.conflict)
      m_unproven.insert(event->sitting);
    StoryItem item{.id = entry.id,
                   .made = entry.made,
                   .day = {},
                   .practice = {},
                   .title = {},
                   .line = {},
                   .vault = entry.vault,
                   .author = entry.author,
                   .about = {},
                   .agreed = {}};
    item.unproven = entry.unproven;
    item.ofBefore = entry.ofBefore;
    if (const auto* note = std::get_if<Note>(&entry.body)) {
      item.line = note->text;
    } else if (const auto* agreement = std::get_if<Agreement>(&entry.body)) {
      item.kind = StoryKind::Agreement;
      item.line = agreement->what;
      item.within = agreement->from;
    } else if (const auto* viewing = std::get_if<Viewing>(&entry.body)) {
      return addViewing(*viewing, std::move(item));
    } else {
      return;  // the events of a sitting are told as one
    }
    m_entryItems.push_back(std::move(item));
  }

  void add(const SittingSummary& sitting) {
    if (!mayRead(m_reader, sitting.begunIn) || m_partsOfLooks.contains(sitting.id)) return;
    const Exercise* exercise = m_find(sitting.begun.exercise);
    StoryItem item{.id = sitting.id,
                   .made = sitting.made,
                   .day = sitting.begun.day,
                   .practice = {},
                   .title = {},
                   .line = {},
                   .vault = sitting.begunIn,
                   .author = ownerOf(sitting.begunIn),
                   .about = sitting.begun.about,
                   .agreed = {}};
    item.unproven = m_unproven.contains(sitting.id);
    item.ofBefore = sitting.ofBefore;
    item.kind = isWeeklyLook(sitting.begun, exercise) ? StoryKind::WeeklyLook : StoryKind::Exercise;
    if (exercise) {
      item.practice = exercise->practice;
      item.title = exercise->title;
    }
    if (const auto& lane = sitting.lanes.of(sitting.begunIn)) item.line = tasteOf(*lane);
    if (sitting.begunIn == VaultId::Ours && sitting.lanes.joint) {
      item.opened = openedIn(*sitting.lanes.joint);
      item.agreed = agreedIn(*sitting.lanes.joint);
    }
    // Said at the end of the sitting, so told before it: the newest comes first.
    if (sitting.begunIn == VaultId::Ours) addAppreciations(sitting, item);
    m_sittingItems.push_back(std::move(item));
  }

  /// Each list keeps its own order, which is by counter; clocks only say how the two lie beside each other.
  std::vector<StoryItem> tell() {
    std::vector<StoryItem> told;
    auto entry = m_entryItems.begin();
    auto sitting = m_sittingItems.begin();
    while (entry != m_entryItems.end() || sitting != m_sittingItems.end()) {
      const bool takeEntry =
          sitting == m_sittingItems.end() || (entry != m_entryItems.end() && entry->made >= sitting->made);
      told.push_back(std::move(takeEntry ? *entry++ : *sitting++));
    }
    for (StoryItem& viewing : m_viewings) {
      const auto earlier =
          std::ranges::find_if(told, [&viewing](const StoryItem& item) { return item.made < viewing.made; });
      told.insert(earlier, std::move(viewing));
    }
    forgetUntold(told);
    return told;
  }

 private:
  /// What was said in a sitting stands for itself where that is not told, or a step where it tells of another or of
  /// none: one that was taken out there, and brought back since.
  static void forgetUntold(std::vector<StoryItem>& told) {
    std::map<SittingId, const StoryItem*> sittings;
    for (const StoryItem& item : told) {
      const auto* sitting = std::get_if<SittingId>(&item.id);
      if (sitting && item.kind != StoryKind::Appreciation) sittings.emplace(*sitting, &item);
    }
    const auto tells = [&sittings](const StoryItem& item) {
      const auto found = sittings.find(*item.within);
      if (found == sittings.end()) return false;
      const StoryItem& sitting = *found->second;
      return item.kind != StoryKind::Agreement || sitting.agreed == item.line || sitting.line == item.line;
    };
    for (StoryItem& item : told) {
      if (item.within && !tells(item)) item.within.reset();
    }
  }

  /// It was put on the list long before; told is the evening it was seen, or talked about.
  void addViewing(const Viewing& viewing, StoryItem item) {
    std::optional<Day> day = viewing.seen;
    for (const ViewingTalk& talk : viewing.talks) {
      if (!viewing.seen && talk.when) day = talk.when;
    }
    if (!day) return;
    item.kind = StoryKind::Viewing;
    item.day = day;
    item.made = beginningOf(std::chrono::sys_days(*day) + std::chrono::days(1)) - std::chrono::milliseconds(1);
    item.title = viewing.title;
    item.line = lastSaid(viewing);
    m_viewings.push_back(std::move(item));
  }

  void addAppreciations(const SittingSummary& sitting, const StoryItem& of) {
    for (Appreciation& said : appreciationsIn(sitting)) {
      StoryItem item = of;
      item.kind = StoryKind::Appreciation;
      item.line = std::move(said.text);
      item.author = said.from;
      item.within = sitting.id;
      m_sittingItems.push_back(std::move(item));
    }
  }

  Reader m_reader;
  std::set<SittingId> m_partsOfLooks;  ///< told as one, with the look that opened them
  std::set<SittingId> m_unproven;
  const FindExercise& m_find;
  std::vector<StoryItem> m_entryItems;
  std::vector<StoryItem> m_sittingItems;
  std::vector<StoryItem> m_viewings;
};

}  // namespace

bool isWeeklyLook(const Begun& begun, const Exercise* exercise) {
  const bool isLook = begun.mode == SittingMode::OwnLook || begun.mode == SittingMode::JointLook;
  return isLook || (exercise && !exercise->practice);
}

std::vector<StoryItem> storyOf(Reader reader, std::span<const Entry> entries, std::span<const SittingSummary> sittings,
                               const FindExercise& find) {
  StoryTeller teller(reader, sittings, find);
  for (const Entry& entry : entries) teller.add(entry);
  for (const SittingSummary& sitting : sittings) teller.add(sitting);
  return teller.tell();
}

std::vector<LineId> openedLinesOf(const Lanes& lanes, PartnerId writer, const StepId& step) {
  std::vector<LineId> lines;
  if (!lanes.joint) return lines;
  for (const SittingEvent& event : *lanes.joint) {
    const auto* revealed = std::get_if<Revealed>(&event);
    if (!revealed) continue;
    for (const OpenedLine& line : revealed->lines) {
      const bool taken = std::holds_alternative<std::monostate>(line.answer);
      if (line.writer == writer && line.line.step == step && !taken) lines.push_back(line.line);
    }
  }
  return lines;
}

std::vector<Appreciation> appreciationsIn(const SittingSummary& sitting) {
  std::vector<Appreciation> said;
  if (!sitting.lanes.joint) return said;
  const auto add = [&](PartnerId from, const std::string& text) {
    if (says(text)) said.push_back({sitting.id, from, text});
  };
  std::optional<CloseAnswer> close;
  const LastWords last(*sitting.lanes.joint);
  for (const SittingEvent& event : *sitting.lanes.joint) {
    if (const auto* revealed = std::get_if<Revealed>(&event)) {
      for (const OpenedLine& line : revealed->lines) {
        const auto* written = std::get_if<WrittenAnswer>(&line.answer);
        if (written && line.line.step.text() == kAppreciatedStep) add(line.writer, written->text);
      }
    }
    const auto* closing = std::get_if<CloseAnswer>(last.in(event));
    if (closing) close = *closing;
  }
  if (close) {
    add(PartnerId::A, close->appreciated[0]);
    add(PartnerId::B, close->appreciated[1]);
  }
  return said;
}

}  // namespace footbridge::practice

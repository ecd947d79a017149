// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/watch.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "domain/text.h"

namespace footbridge::practice {
namespace {

/// So many cards are to choose from at a draw.
constexpr std::size_t kHand = 4;

const Viewing* viewingIn(const Entry& entry) {
  return entry.vault == VaultId::Ours ? std::get_if<Viewing>(&entry.body) : nullptr;
}

bool isTalkedAbout(const Viewing& viewing, const Deck& deck, const CardId& card) {
  return std::ranges::any_of(viewing.talks, [&](const ViewingTalk& talk) {
    return talk.card == DrawnCard{deck.id, card};
  });
}

}  // namespace

DeckId deckOf(WatchMoment moment) {
  constexpr std::array<std::string_view, 4> kDecks{"watch-before", "watch-pause", "watch-after", "walled-in"};
  return *DeckId::from(kDecks.at(static_cast<std::size_t>(moment)));
}

WatchQueue queueOf(std::span<const Entry> entries) {
  WatchQueue queue;
  for (const Entry& entry : entries) {
    if (const Viewing* viewing = viewingIn(entry)) (viewing->seen ? queue.seen : queue.next).push_back(entry);
  }
  std::ranges::reverse(queue.next);
  std::ranges::stable_sort(queue.seen, std::ranges::greater{}, [](const Entry& entry) {
    return std::chrono::sys_days(*std::get<Viewing>(entry.body).seen);
  });
  return queue;
}

PlanProgress progressOf(const WatchPlan& plan, std::span<const Entry> entries) {
  PlanProgress progress;
  for (const Entry& entry : entries) {
    const Viewing* viewing = viewingIn(entry);
    if (viewing && viewing->plan == plan.id) ++(viewing->seen ? progress.seen : progress.picked);
  }
  const auto count = static_cast<std::size_t>(std::max(plan.count, 1));
  progress.rounds = progress.seen / count;
  progress.seen %= count;
  return progress;
}

std::optional<std::string> titleFrom(std::string_view typed) {
  const std::string_view title = trimmed(typed);
  return title.empty() ? std::nullopt : std::optional<std::string>(title);
}

const Card* drawCard(const Deck& deck, const Viewing& viewing, const std::optional<CardId>& last,
                     std::uint32_t chance) {
  std::vector<const Card*> fresh, others;
  for (const Card& card : deck.cards) {
    if (card.id == last) continue;
    others.push_back(&card);
    if (!isTalkedAbout(viewing, deck, card.id)) fresh.push_back(&card);
  }
  if (others.empty()) return deck.cards.empty() ? nullptr : &deck.cards.front();
  if (fresh.empty()) return others[chance % others.size()];
  return fresh[chance % std::min(kHand, fresh.size())];
}

Viewing withTalk(Viewing viewing, ViewingTalk talk) {
  const auto same = std::ranges::find_if(
      viewing.talks, [&talk](const ViewingTalk& one) { return talk.card && one.card == talk.card; });
  if (same == viewing.talks.end())
    viewing.talks.push_back(std::move(talk));
  else
    *same = std::move(talk);
  return viewing;
}

std::vector<SittingSummary> sittingsAbout(EntryId viewing, std::span<const SittingSummary> sittings) {
  std::vector<SittingSummary> about;
  std::ranges::copy_if(sittings, std::back_inserter(about),
                       [viewing](const SittingSummary& sitting) { return sitting.begun.about == viewing; });
  return about;
}

}  // namespace footbridge::practice

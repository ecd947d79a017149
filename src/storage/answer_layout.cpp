// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "storage/body_layout.h"

namespace footbridge::storage {
namespace {

constexpr std::uint8_t kNoScore = 0xff;

struct AnswerWriter {
  PayloadWriter& to;

  void operator()(std::monostate) const {}
  void operator()(const WrittenAnswer& a) const { to.text(a.text); }
  void operator()(const RatedAnswer& a) const {
    to.count(a.ratings.size());
    for (const Rating& rating : a.ratings)
      to.name(rating.item).byte(rating.score ? static_cast<std::uint8_t>(rating.score->mark()) : kNoScore);
  }
  void operator()(const ChosenAnswer& a) const {
    to.count(a.cards.size());
    for (const CardId& card : a.cards) to.name(card);
  }
  void operator()(const AskAnswer& a) const { to.text(a.happened).text(a.feel).text(a.help); }
  void operator()(const MoveAnswer& a) const { to.text(a.when).text(a.does).text(a.inside); }
  void operator()(const AgreedAnswer& a) const {
    to.flag(a.agreement.has_value());
    if (a.agreement) write(to, *a.agreement);
  }
  void operator()(const ReviewedAnswer& a) const {
    to.count(a.outcomes.size());
    for (const auto& [entry, state] : a.outcomes) to.id(entry).word(state);
  }
  void operator()(const CloseAnswer& a) const {
    to.text(a.heard[0]).text(a.heard[1]).text(a.appreciated[0]).text(a.appreciated[1]);
  }
};

AgreementState readState(PayloadReader& from) {
  return from.word(AgreementState::Open, AgreementState::Dropped);
}

Rating readRating(PayloadReader& from) {
  Rating rating{from.name<ItemId>(), std::nullopt};
  const std::uint8_t mark = from.byte();
  if (mark == kNoScore) return rating;
  rating.score = Score::from(mark);
  if (!rating.score) from.refuse();
  return rating;
}

std::pair<EntryId, AgreementState> readOutcome(PayloadReader& from) {
  const EntryId entry = from.id<EntryId>();
  return {entry, readState(from)};
}

// Fields within braces are read in the order they stand.

}  // namespace

void write(PayloadWriter& to, const Agreement& agreement) {
  to.text(agreement.what).word(agreement.who).text(agreement.when).day(agreement.review);
  to.word(agreement.state).id(agreement.from);
}

Agreement readAgreement(PayloadReader& from) {
  return Agreement{from.text(),     from.word(AgreementWho::A, AgreementWho::Both),
                   from.text(),     from.day(),
                   readState(from), from.maybeId<SittingId>()};
}

void write(PayloadWriter& to, const Answer& answer) {
  to.byte(static_cast<std::uint8_t>(answer.index()));
  std::visit(AnswerWriter{to}, answer);
}

Answer readAnswer(PayloadReader& from) {
  switch (from.byte()) {
    case 0:
      return std::monostate{};
    case 1:
      return WrittenAnswer{from.text()};
    case 2:
      return RatedAnswer{from.list(readRating)};
    case 3:
      return ChosenAnswer{from.list([](PayloadReader& card) { return card.name<CardId>(); })};
    case 4:
      return AskAnswer{from.text(), from.text(), from.text()};
    case 5:
      return MoveAnswer{from.text(), from.text(), from.text()};
    case 6:
      return AgreedAnswer{from.maybe(readAgreement)};
    case 7:
      return ReviewedAnswer{from.list(readOutcome)};
    case 8:
      return CloseAnswer{{from.text(), from.text()}, {from.text(), from.text()}};
    default:
      from.refuse();
      return std::monostate{};
  }
}

void write(PayloadWriter& to, const LineId& line) {
  to.name(line.step).flag(line.item.has_value());
  if (line.item) to.name(*line.item);
}

LineId readLine(PayloadReader& from) {
  return LineId{from.name<StepId>(), from.maybe([](PayloadReader& item) { return item.name<ItemId>(); })};
}

}  // namespace footbridge::storage

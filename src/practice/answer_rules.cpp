// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/answer_rules.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "domain/text.h"

namespace footbridge::practice {
namespace {

Error invalid(std::string_view part) {
  return Error{.kind = ErrorKind::Invalid, .subject = std::string(part)};
}

bool saysNothing(const std::string& text) {
  return trimmed(text).empty();
}

template <typename Wanted, typename... Ts>
constexpr std::size_t placeOf(const std::variant<Ts...>*) {
  std::size_t place = 0;
  (void)((std::is_same_v<Wanted, Ts> || (++place, false)) || ...);
  return place;
}
template <typename Wanted>
constexpr std::size_t kAnswerPlace = placeOf<Wanted>(static_cast<const Answer*>(nullptr));

std::size_t answerPlace(const Step& form) {
  switch (form.kind()) {
    case StepKind::Rate:
      return kAnswerPlace<RatedAnswer>;
    case StepKind::Choose:
      return kAnswerPlace<ChosenAnswer>;
    case StepKind::Write:
      return kAnswerPlace<WrittenAnswer>;
    case StepKind::Ask:
      return kAnswerPlace<AskAnswer>;
    case StepKind::Loop:
      return form.who == StepFor::Each ? kAnswerPlace<MoveAnswer> : kAnswerPlace<WrittenAnswer>;
    case StepKind::Agree:
      return std::get<AgreeStep>(form.form).review ? kAnswerPlace<ReviewedAnswer> : kAnswerPlace<AgreedAnswer>;
    case StepKind::Close:
      return form.who == StepFor::Each ? kAnswerPlace<WrittenAnswer> : kAnswerPlace<CloseAnswer>;
    default:
      return kAnswerPlace<std::monostate>;
  }
}

Result<void> texts(std::initializer_list<const std::string*> all) {
  for (const std::string* text : all) {
    if (!isUtf8(*text)) return invalid("text");
    if (codePoints(*text) > kLongestText)
      return Error{.kind = ErrorKind::Invalid, .subject = "text", .detail = "length"};
  }
  return {};
}

/// Looks at the words of an answer, whatever step it is for.
struct TextCheck {
  Result<void> operator()(const WrittenAnswer& answer) const { return texts({&answer.text}); }
  Result<void> operator()(const AskAnswer& answer) const {
    return texts({&answer.happened, &answer.feel, &answer.help});
  }
  Result<void> operator()(const MoveAnswer& answer) const {
    return texts({&answer.when, &answer.does, &answer.inside});
  }
  Result<void> operator()(const CloseAnswer& answer) const {
    return texts({&answer.heard[0], &answer.heard[1], &answer.appreciated[0], &answer.appreciated[1]});
  }
  Result<void> operator()(const AgreedAnswer& answer) const {
    if (!answer.agreement) return {};
    return texts({&answer.agreement->what, &answer.agreement->when});
  }
  template <typename Wordless>
  Result<void> operator()(const Wordless&) const {
    return {};
  }
};

/// Looks into an answer of the right kind.
class AnswerCheck {
 public:
  AnswerCheck(const Step& form, bool shortForm) : m_form(form), m_shortForm(shortForm) {}

  template <typename Worded>
  Result<void> operator()(const Worded& answer) const {
    return TextCheck{}(answer);
  }

  Result<void> operator()(const RatedAnswer& answer) const {
    std::set<ItemId> seen;
    for (const Rating& rating : answer.ratings) {
      const RateItem* item = find(rating.item);
      const bool known = item && (item->inShortForm || !m_shortForm);
      if (!known || !seen.insert(rating.item).second) return invalid("items");
      if (!rating.score && !item->mayNotComeUp) return invalid("items");
    }
    return {};
  }

  Result<void> operator()(const ChosenAnswer& answer) const {
    const auto& choose = std::get<ChooseStep>(m_form.form);
    const auto isKnown = [&choose](const CardId& card) {
      return std::any_of(choose.cards.begin(), choose.cards.end(), [&](const Card& c) { return c.id == card; });
    };
    const auto count = static_cast<int>(answer.cards.size());
    const std::set<CardId> different(answer.cards.begin(), answer.cards.end());
    if (count < choose.least || count > choose.most || different.size() != answer.cards.size()) return invalid("cards");
    if (!std::all_of(answer.cards.begin(), answer.cards.end(), isKnown)) return invalid("cards");
    return {};
  }

  Result<void> operator()(const AgreedAnswer& answer) const {
    if (!answer.agreement) return {};
    const Agreement& agreement = *answer.agreement;
    const bool isNew = agreement.state == AgreementState::Open && (!agreement.review || agreement.review->ok());
    if (!isNew || saysNothing(agreement.what)) return invalid("agreement");
    return TextCheck{}(answer);
  }

  Result<void> operator()(const ReviewedAnswer& answer) const {
    std::set<EntryId> seen;
    for (const auto& outcome : answer.outcomes) {
      if (!seen.insert(outcome.first).second) return invalid("outcomes");
    }
    return {};
  }

 private:
  [[nodiscard]] const RateItem* find(const ItemId& id) const {
    const auto& items = std::get<RateStep>(m_form.form).items;
    const auto found = std::find_if(items.begin(), items.end(), [&id](const RateItem& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
  }

  const Step& m_form;
  bool m_shortForm;
};

template <typename Things, typename Id>
std::ptrdiff_t orderOf(const Things& things, const Id& id) {
  return std::find_if(things.begin(), things.end(), [&id](const auto& thing) { return thing.id == id; }) -
         things.begin();
}

}  // namespace

const Step& formOf(const Exercise& exercise, const Step& step) {
  const auto* guess = std::get_if<GuessStep>(&step.form);
  const Step* about = guess ? exercise.find(guess->about) : nullptr;
  return about ? *about : step;
}

bool isOfKind(const Exercise& exercise, const Step& step, const Answer& answer) {
  return answer.index() == answerPlace(formOf(exercise, step));
}

Result<void> checkAnswer(const Exercise& exercise, const Step& step, const Answer& answer, bool shortForm) {
  if (!isOfKind(exercise, step, answer)) return invalid("kind");
  return std::visit(AnswerCheck(formOf(exercise, step), shortForm), answer);
}

bool isBlank(const Answer& answer) {
  if (const auto* written = std::get_if<WrittenAnswer>(&answer)) return saysNothing(written->text);
  if (const auto* rated = std::get_if<RatedAnswer>(&answer)) return rated->ratings.empty();
  if (const auto* ask = std::get_if<AskAnswer>(&answer)) {
    return saysNothing(ask->happened) && saysNothing(ask->feel) && saysNothing(ask->help);
  }
  if (const auto* move = std::get_if<MoveAnswer>(&answer)) {
    return saysNothing(move->when) && saysNothing(move->does) && saysNothing(move->inside);
  }
  if (const auto* chosen = std::get_if<ChosenAnswer>(&answer)) return chosen->cards.empty();
  return false;
}

Answer inStepOrder(const Exercise& exercise, const Step& step, Answer answer) {
  const Step& form = formOf(exercise, step);
  if (auto* rated = std::get_if<RatedAnswer>(&answer)) {
    const auto& items = std::get<RateStep>(form.form).items;
    std::stable_sort(rated->ratings.begin(), rated->ratings.end(), [&items](const Rating& x, const Rating& y) {
      return orderOf(items, x.item) < orderOf(items, y.item);
    });
  }
  auto* chosen = std::get_if<ChosenAnswer>(&answer);
  if (chosen && !std::get<ChooseStep>(form.form).ranked) {
    const auto& cards = std::get<ChooseStep>(form.form).cards;
    std::stable_sort(chosen->cards.begin(), chosen->cards.end(),
                     [&cards](const CardId& x, const CardId& y) { return orderOf(cards, x) < orderOf(cards, y); });
  }
  return answer;
}

Result<void> checkTrim(const Answer& answer, const Answer& trim) {
  if (answer.index() != trim.index()) return invalid("kind");
  if (isBlank(trim)) return invalid("text");
  if (std::holds_alternative<RatedAnswer>(trim)) {
    if (answer != trim) return invalid("items");
    return {};
  }
  if (const auto* fewer = std::get_if<ChosenAnswer>(&trim)) {
    // A subsequence: nothing new, nothing in another place.
    const auto& given = std::get<ChosenAnswer>(answer).cards;
    auto from = given.begin();
    for (const CardId& card : fewer->cards) {
      from = std::find(from, given.end(), card);
      if (from == given.end()) return invalid("cards");
      ++from;
    }
    return {};
  }
  return std::visit(TextCheck{}, trim);
}

}  // namespace footbridge::practice

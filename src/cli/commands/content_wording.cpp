// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/content_wording.h"

#include <array>
#include <string_view>

#include "cli/visible_text.h"

namespace footbridge::cli {
namespace {

using content::Problem;
using content::Rule;

/// {found}, {number} and {limit} stand for the facts of the problem; {tenths} and {limit-tenths} for them as "7.4".
struct Wording {
  Rule rule;
  std::string_view what;
  std::string_view remedy;
};

constexpr std::array<Wording, content::kRuleCount> kWordings{{
    {Rule::Unreadable, "cannot be read", "name a file or folder that is there and may be read"},
    {Rule::NothingThere, "holds no .json file", "name a folder with content in it"},
    {Rule::TooBig, "has more than {limit} bytes", "make it smaller, or two files"},
    {Rule::NotUtf8, "is not UTF-8 in this line", "save the file as UTF-8"},
    {Rule::ByteOrderMark, "begins with a byte order mark", "save it as UTF-8 without one"},
    {Rule::NotJson, "is not JSON here: {found}", "look for a missing or spare comma, quotation mark or bracket"},
    {Rule::TooDeep, "is nested more than {limit} deep", "take a level out"},
    {Rule::TooManyValues, "holds more than {limit} values", "make it two files"},
    {Rule::StringTooLong, "a text of more than {limit} bytes begins here", "shorten it"},
    {Rule::NotWhole, "a number that is not whole", "round it"},
    {Rule::NumberTooLong, "a number of {number} digits", "use at most {limit}"},
    {Rule::KeyTwice, "the key \"{found}\" stands here a second time", "keep one of the two"},
    {Rule::LoneSurrogate, "half of a surrogate pair", "write the character itself"},
    {Rule::DeceptiveCharacter, "a hidden or control character", "take it out"},
    {Rule::NotComposed, "a text that is not in composed form (NFC)", "save it as NFC"},
    {Rule::KeyMissing, "\"{found}\" is missing", "add it; content/FORMAT.md says what it means"},
    {Rule::KeyUnknown, "\"{found}\" is not known here", "take it out, or correct its name"},
    {Rule::WrongType, "is a value of another type", "see content/FORMAT.md for the one that is wanted"},
    {Rule::NotInList, "is none of the words that may stand here", "see content/FORMAT.md for those that may"},
    {Rule::WrongPattern, "is not written as it has to be", "see content/FORMAT.md; a name is made of a-z, 0-9 and -"},
    {Rule::TooFew, "has fewer parts than {limit}", "add some"},
    {Rule::TooMany, "has more parts than {limit}", "take some out"},
    {Rule::TooShort, "has fewer characters than {limit}", "write something here"},
    {Rule::TooLong, "has more characters than {limit}", "shorten it"},
    {Rule::TooSmall, "is less than {limit}", "use {limit} or more"},
    {Rule::TooLarge, "is more than {limit}", "use {limit} or less"},
    {Rule::SameTwice, "holds the same thing twice", "keep one of the two"},
    {Rule::AgainstSchema, "does not fit the schema {found}", "see content/FORMAT.md and content/schema"},
    {Rule::NameIsNotFile, "the id \"{found}\" is not the file's name", "give both the same name"},
    {Rule::PracticeMissing, "belongs to no practice", "add strengths, support, safety or conflict"},
    {Rule::PracticeUnwanted, "the weekly look belongs to no practice", "take the key out"},
    {Rule::DeckUnknown, "there is no sound deck \"{found}\"", "correct the name, or the deck's own file"},
    {Rule::ExerciseUnknown, "there is no exercise \"{found}\"", "correct the name"},
    {Rule::ExerciseForOthers, "\"{found}\" is for another number of people",
     "name one for two, or one for one, as the key says"},
    {Rule::IdTwice, "\"{found}\" is used twice", "give one of them another name"},
    {Rule::ChoiceOutOfRange, "least, most and the number of cards do not fit", "least <= most <= cards"},
    {Rule::CardUnknown, "there is no card \"{found}\"", "name a card of this deck"},
    {Rule::CardTwice, "the card \"{found}\" has two places on the wheel", "leave it in one of them"},
    {Rule::CardNotOnWheel, "the card \"{found}\" has no place on the wheel", "add it to one of the families"},
    {Rule::StepUnknown, "there is no step \"{found}\"", "name a step of this exercise"},
    {Rule::StepNotEarlier, "the step \"{found}\" does not come before", "move it forward, or name another"},
    {Rule::StepNotEach, "the step \"{found}\" is done by both together", "name one that each does apart"},
    {Rule::StepPrivate, "the step \"{found}\" is private for good", "name one that may be opened"},
    {Rule::StepWithoutAnswer, "the step \"{found}\" has no answer", "name one that has"},
    {Rule::OpenedTwice, "the step \"{found}\" is opened a second time", "open it once"},
    {Rule::GuessOfOther, "the step \"{found}\" cannot be guessed", "name a rate, choose or write step"},
    {Rule::GuessBeforeAbout, "the guess opens before \"{found}\", which it is about",
     "open both in one reveal, or the guess in a later one"},
    {Rule::NeverOpened, "nobody else gets to read the step \"{found}\"",
     "name it in the opens of a later reveal, or set \"private\" to true"},
    {Rule::ReflectAlone, "reflects without a speak step right before", "put it right behind the speak step"},
    {Rule::KindNeedsBoth, "a {found} step is for both in an exercise for two", "set \"who\" to \"both\""},
    {Rule::KindNeedsEach, "a {found} step is for each here", "set \"who\" to \"each\""},
    {Rule::KindNeedsTwo, "a {found} step needs two people", "take it out, or set \"audience\" to \"two\""},
    {Rule::PrivateUnwanted, "the step \"{found}\" cannot be private", "only a step that each answers apart can"},
    {Rule::LoopWithoutMoves, "a loop for both without moves", "put a loop step for each before it"},
    {Rule::LoopBeforeMoves, "the loop for both comes before the moves of \"{found}\" are open",
     "put a reveal that opens them before it"},
    {Rule::AgreedTwice, "a second agree step, \"{found}\": one sitting keeps one agreement",
     "take one of them out, or make it a write step for both"},
    {Rule::WayToItself, "the way on leads back to \"{found}\"", "name another exercise"},
    {Rule::WayNotGentle, "the way on leads to \"{found}\", which is too much for whoever stopped here",
     "name an exercise for one, or a light one that is not about a conflict"},
    {Rule::EndsOpen, "ends with {found}", "end with close, or for one person with write, rate or close"},
    {Rule::DayUnknown, "\"{found}\" is no day of the calendar", "write it like 2026-11-23"},
    {Rule::MinutesOff, "says {limit} minutes and its steps take {number}", "make the two agree"},
    {Rule::EvidenceMissing, "names no evidence", "cite at least one key of evidence.json"},
    {Rule::EvidenceUnknown, "\"{found}\" is no key of evidence.json", "correct it, or add the source there"},
    {Rule::GateMissing, "has no gate", "an exercise on conflict or of depth 3 needs one"},
    {Rule::GateIncomplete, "the gate leaves out a way",
     "conflict needs go-on, aside and stop; depth 3 go-on and another"},
    {Rule::SettleNotFirst, "begins with {found}", "let a settle step come first"},
    {Rule::NoCalmBefore, "nobody is asked how calm they are before \"{found}\"",
     "put a private rate step before it, as from depth 2 on for two"},
    {Rule::NoCalmAfter, "nobody is asked how calm they are after \"{found}\"",
     "put a private rate step after it, with a line of the first one"},
    {Rule::WatchForNotThree, "{number} things to watch for", "name {limit}, each with a line to say"},
    {Rule::TwoReads, "a second screen to read in a row: \"{found}\"", "put something to do between, or join the two"},
    {Rule::ScreenTooLong, "{number} words of instruction on the screen \"{found}\"", "use at most {limit}"},
    {Rule::SentenceTooLong, "a sentence of {number} words: \"{found} ...\"", "use at most {limit}; make it two"},
    {Rule::GradeTooHigh, "reads at grade {tenths}", "reach {limit-tenths} with shorter sentences and plainer words"},
    {Rule::AssumingWord, "\"{found}\" assumes gender, marriage or children", "say it of any two people"},
    {Rule::CommandingWord, "\"{found}\" is said to a partner", "invite instead"},
    {Rule::PromisingWord, "\"{found}\" promises, or counts in percent", "say plainly what was found"},
    {Rule::Exclamation, "an exclamation mark", "use a full stop"},
    {Rule::BraceUnknown, "braces that are neither {me} nor {partner}", "use one of these two, or none"},
    {Rule::TitleTaken, "\"{found}\" is the name of another's work", "find a title of our own"},
    {Rule::TitleTwice, "the same title as {found}", "give one of them another"},
    {Rule::ParagraphTwice, "the same paragraph as {found}", "write one of them anew"},
    {Rule::SentenceTwice, "a sentence that stands in another file: {found}", "write one of them anew"},
}};

constexpr bool inOrder() {
  for (std::size_t i = 0; i < kWordings.size(); ++i) {
    if (static_cast<std::size_t>(kWordings[i].rule) != i) return false;
  }
  return true;
}
static_assert(inOrder(), "a rule's wording stands at the rule's place");

void replace(std::string& text, std::string_view mark, const std::string& with) {
  const std::size_t at = text.find(mark);
  if (at != std::string::npos) text.replace(at, mark.size(), with);
}

std::string tenths(std::int64_t number) {
  return std::to_string(number / 10) + "." + std::to_string(number % 10);
}

std::string filled(std::string_view words, const Problem& problem) {
  std::string text(words);
  replace(text, "{number}", std::to_string(problem.number));
  replace(text, "{limit}", std::to_string(problem.limit));
  replace(text, "{tenths}", tenths(problem.number));
  replace(text, "{limit-tenths}", tenths(problem.limit));
  replace(text, "{found}", visibleLine(problem.found));  // last: what was found may hold marks of its own
  while (text.ends_with(' ') || text.ends_with(':')) text.pop_back();
  return text;
}

}  // namespace

std::string describe(const Problem& problem) {
  const Wording& wording = kWordings.at(static_cast<std::size_t>(problem.rule));
  std::string line = visibleLine(problem.file) + ": ";
  if (!problem.place.empty()) line += visibleLine(problem.place) + ": ";
  return line + filled(wording.what, problem) + "; " + filled(wording.remedy, problem);
}

}  // namespace footbridge::cli

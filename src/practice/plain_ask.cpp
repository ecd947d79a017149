// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/plain_ask.h"

#include "practice/ask_part.h"

namespace footbridge::practice {
namespace {

constexpr std::string_view kClose = "a no is okay";

void addTo(std::string& all, const std::string& sentence) {
  if (sentence.empty()) return;
  if (!all.empty()) all += ' ';
  all += sentence;
}

/// Reads whatever was typed.
std::string behind(std::string_view heading, const AskPart& part) {
  return std::string(heading) + ' ' + part.asIs() + '.';
}

bool startsWithI(const AskPart& part) {
  return part.starts({"i", "i'm", "i've", "i'd", "i'll"});
}

/// Somebody, and then what they do: "you were late", and neither "you" nor "you shouting".
bool isSaying(const AskPart& part) {
  const bool isSomebody =
      startsWithI(part) ||
      part.starts({"you",    "you're", "you've",  "you'd",    "we",       "we're",    "we've", "he",
                   "he's",   "she",    "she's",   "they",     "they're",  "it",       "it's",  "there",
                   "nobody", "noone",  "someone", "somebody", "everyone", "everybody"});
  const bool isDoing =
      !part.isAt(1, {"not", "and", "or", "always", "never", "again", "on", "in", "at", "with", "alone"});
  return isSomebody && part.size() > 1 && isDoing && !part.word(1).ends_with("ing");
}

// What it is about, and the feeling.

/// How many words at the start make what follows depend on something: "when", "every time".
std::size_t tieOf(const AskPart& part) {
  if (part.starts({"every", "each"}) && part.isAt(1, {"time", "evening", "morning", "night", "day"})) return 2;
  return part.starts({"when", "whenever", "because", "after", "since", "while"}) ? 1 : 0;
}

bool isTied(const AskPart& happened) {
  const std::size_t tie = tieOf(happened);
  return tie > 0 && isSaying(happened.without(tie));
}

bool namesFeeling(const AskPart& feel) {
  if (feel.starts({"left"})) return feel.isAt(1, {"out", "behind", "alone"});
  if (feel.starts({"worn"})) return feel.isAt(1, {"out", "down"});
  return feel.starts(
      {"afraid",      "alone",         "angry",       "annoyed",   "anxious",  "ashamed",    "awful",
       "bad",         "better",        "bored",       "calm",      "confused", "cross",      "disappointed",
       "distant",     "drained",       "embarrassed", "empty",     "excited",  "excluded",   "exhausted",
       "fine",        "forgotten",     "frustrated",  "furious",   "glad",     "good",       "grateful",
       "guilty",      "happy",         "heavy",       "helpless",  "hopeful",  "hopeless",   "hurt",
       "ignored",     "insecure",      "invisible",   "irritated", "jealous",  "lonely",     "lost",
       "low",         "misunderstood", "nervous",     "numb",      "ok",       "okay",       "overlooked",
       "overwhelmed", "pressured",     "proud",       "rejected",  "relieved", "restless",   "sad",
       "scared",      "shaky",         "sick",        "small",     "sorry",    "stressed",   "stuck",
       "tense",       "terrible",      "tired",       "torn",      "uneasy",   "unheard",    "unimportant",
       "unloved",     "unsafe",        "unseen",      "unsure",    "upset",    "vulnerable", "weak",
       "worried",     "worse"});
}

std::size_t degreeOf(const AskPart& feel) {
  if (feel.starts({"a"}) && feel.isAt(1, {"bit", "little"})) return 2;
  return feel.starts({"so", "very", "really", "quite", "rather", "too", "pretty", "still", "completely", "totally"})
             ? 1
             : 0;
}

/// Who feels what, where what was typed is one of the ways to say it; else empty. It can go on in a sentence.
std::string feelingOf(const AskPart& feel) {
  if (feel.standsAlone()) return {};
  if (feel.size() > 1 && (startsWithI(feel) || feel.starts({"it", "it's"}))) return feel.inside();
  if (namesFeeling(feel.without(degreeOf(feel)))) return "I feel " + feel.inside();
  if (feel.starts({"like"}) || (feel.starts({"as"}) && feel.isAt(1, {"if", "though"})))
    return "I feel " + feel.inside();
  if (feel.size() > 1 && feel.starts({"feel", "felt", "am", "was"})) return "I " + feel.inside();
  if (feel.starts({"feeling"}) && namesFeeling(feel.without(1))) return "I feel " + feel.without(1).inside();
  if (feel.starts({"makes", "made"}) && feel.isAt(1, {"me"})) return "it " + feel.inside();
  return {};
}

std::string feelAlone(const AskPart& feel, const std::string& feeling) {
  if (feel.empty()) return {};
  if (!feeling.empty()) return begun(feeling) + '.';
  return feel.standsAlone() ? feel.sentence() : behind("What I feel:", feel);
}

std::string leadOf(const AskPart& happened, const AskPart& feel) {
  const std::string feeling = feelingOf(feel);
  if (happened.empty()) return feelAlone(feel, feeling);
  const bool mayJoin = !happened.standsAlone() && !feeling.empty();
  if (mayJoin && isTied(happened)) return begun(happened.inside()) + ", " + feeling + '.';
  if (mayJoin && isSaying(happened)) return begun(happened.inside()) + ", and " + feeling + '.';
  std::string lead =
      happened.standsAlone() || isSaying(happened) ? happened.sentence() : behind("It is about this:", happened);
  addTo(lead, feelAlone(feel, feeling));
  return lead;
}

// What would help.

bool isQuestion(const AskPart& help) {
  return help.starts({"could", "would", "can", "will"}) && help.isAt(1, {"you", "we", "i"});
}

/// Something for the other to do, as one says it after "please", and a word for nothing else.
bool isRequest(const AskPart& help) {
  const AskPart rest = help.starts({"just", "simply", "only"}) ? help.without(1) : help;
  // What one may as well wish to do alone is asked of nobody, unless it says so.
  if (rest.starts({"get", "go", "read", "sit", "think"})) return rest.isAt(1, {"me", "us", "with"});
  return rest.starts({"answer", "ask", "be", "bring", "come", "don't", "find", "give", "hear", "hold", "keep", "let",
                      "listen", "remember", "remind", "say", "send", "tell", "understand"});
}

/// "a hug": few words, and one thing.
bool isThing(const AskPart& help) {
  constexpr std::size_t kMost = 5;
  return help.starts({"a", "an"}) && help.size() > 1 && help.size() <= kMost && !help.has({"and", "or", "but", "not"});
}

/// In one sentence that "a no is okay" can end, where that is sure to be one; else empty.
std::string helpOf(const AskPart& help) {
  std::string words = help.inside();
  const bool isWish = help.isAt(1, {"need", "want", "wish", "would", "hope"});
  if ((help.starts({"i"}) && isWish) || help.starts({"i'd"})) return words;
  if (help.size() > 1 && help.starts({"please"})) return words;
  if (help.starts({"you", "we"}) && help.isAt(1, {"could", "can"})) return words;
  if (help.size() > 1 && help.starts({"to"})) return "it would help " + words;
  if (help.starts({"not"}) && help.isAt(1, {"to"})) return "it would help " + words;
  if (help.starts({"if"}) && isSaying(help.without(1))) return "it would help " + words;
  if (isRequest(help)) return "please " + words;
  return isThing(help) ? words + " would help" : std::string();
}

/// With "a no is okay" in the same breath, where that can be.
std::string askOf(const AskPart& help) {
  std::string apart = begun(std::string(kClose)) + '.';
  if (help.empty()) return apart;
  if (help.standsAlone()) return help.sentence() + ' ' + apart;
  if (isQuestion(help)) return begun(help.inside()) + "? " + apart;
  const std::string sentence = helpOf(help);
  if (sentence.empty()) return behind("What would help:", help) + ' ' + apart;
  return begun(sentence) + ", and " + std::string(kClose) + '.';
}

}  // namespace

std::string plainAsk(const AskAnswer& ask) {
  const AskPart happened(ask.happened);
  const AskPart feel(ask.feel);
  const AskPart help(ask.help);
  if (happened.empty() && feel.empty() && help.empty()) return {};
  std::string all = leadOf(happened, feel);
  addTo(all, askOf(help));
  return all;
}

}  // namespace footbridge::practice

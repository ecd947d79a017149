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

bool startsWithI(const AskPart& part) {
  return part.starts({"i", "i'm", "i've", "i'd", "i'll"});
}

bool startsWithSomebody(const AskPart& part) {
  return startsWithI(part) ||
         part.starts({"you",    "you're", "you've",  "you'd",    "we",       "we're",     "we've",      "he",
                      "he's",   "she",    "she's",   "they",     "they're",  "it",        "it's",       "there",
                      "nobody", "noone",  "someone", "somebody", "everyone", "everybody", "everything", "nothing"}) ||
         (part.starts({"no"}) && part.isAt(1, {"one"}));
}

// What happened.

/// How many words at the start make what follows depend on something: "when", "every time".
std::size_t tieOf(const AskPart& part) {
  const bool isEach = part.starts({"every", "each"}) && part.isAt(1, {"time", "evening", "morning", "night", "day"});
  if (isEach && startsWithSomebody(part.without(2))) return 2;
  if (part.starts({"when", "whenever", "because", "after", "since", "while", "if", "before", "once"})) return 1;
  return 0;
}

/// It says who did what, so that it can be a sentence.
bool isSaying(const AskPart& part) {
  return startsWithSomebody(part) ||
         part.has({"was",      "were",     "is",      "are",   "had",    "has",    "did",
                   "didn't",   "wasn't",   "weren't", "isn't", "hasn't", "hadn't", "doesn't",
                   "couldn't", "wouldn't", "won't",   "can't", "you",    "we",     "i"});
}

std::string happenedAlone(const AskPart& happened) {
  if (happened.empty() || happened.standsAlone()) return happened.empty() ? std::string() : happened.sentence();
  const std::size_t tie = happened.starts({"that"}) ? 1 : tieOf(happened);
  const AskPart bare = happened.without(tie);
  if (isSaying(bare)) return bare.sentence();
  return "It is about this: " + happened.inside() + '.';
}

// What I feel.

/// Words in front of what was typed, so that it says who feels what.
std::string feelingOf(const AskPart& feel) {
  std::string words = feel.inside();
  if (startsWithI(feel) || feel.starts({"it", "it's", "this", "my"})) return words;
  if (feel.starts({"that", "that's"}) && !startsWithSomebody(feel.without(1))) return words;
  if (feel.starts({"makes", "made", "hurts"})) return "it " + words;
  if (feel.starts({"feel", "felt", "am", "was", "feels"})) {
    return feel.starts({"feels"}) ? "it " + words : "I " + words;
  }
  if (feel.starts({"feeling"})) return "I feel " + feel.without(1).inside();
  if (startsWithSomebody(feel)) return "I feel that " + words;
  return "I feel " + words;
}

std::string leadOf(const AskPart& happened, const AskPart& feel) {
  if (feel.empty()) return happenedAlone(happened);
  const std::string feeling = feel.standsAlone() ? std::string() : feelingOf(feel);
  if (happened.empty()) return feeling.empty() ? feel.sentence() : begun(feeling) + '.';
  const bool mayJoin = !happened.standsAlone() && !feeling.empty();
  if (mayJoin && tieOf(happened) > 0) return begun(happened.inside()) + ", " + feeling + '.';
  if (mayJoin && !happened.starts({"that"}) && isSaying(happened)) {
    return begun(happened.inside()) + ", and " + feeling + '.';
  }
  std::string lead = happenedAlone(happened);
  addTo(lead, feeling.empty() ? feel.sentence() : begun(feeling) + '.');
  return lead;
}

// What would help.

bool isQuestion(const AskPart& help) {
  return help.starts({"could", "would", "can", "will", "may", "might", "shall", "should", "do"}) &&
         help.isAt(1, {"you", "we", "i", "someone", "somebody"});
}

/// Something for the other to do, as one says it after "please".
bool isRequest(const AskPart& help) {
  const AskPart rest = help.starts({"just", "simply", "only"}) ? help.without(1) : help;
  return rest.starts({"answer", "ask",      "be",      "bring", "call",   "check", "clean",      "come", "cook",
                      "cuddle", "do",       "don't",   "find",  "get",    "give",  "go",         "hear", "help",
                      "hold",   "hug",      "ignore",  "join",  "keep",   "kiss",  "leave",      "let",  "listen",
                      "look",   "make",     "message", "never", "notice", "pick",  "plan",       "play", "put",
                      "read",   "remember", "remind",  "reply", "ring",   "save",  "say",        "send", "share",
                      "show",   "sit",      "speak",   "stand", "stay",   "stop",  "take",       "talk", "tell",
                      "text",   "think",    "touch",   "trust", "try",    "turn",  "understand", "wait", "wake",
                      "walk",   "warn",     "wash",    "watch", "write"});
}

/// A single word for something that is as well something to do: "hug" is a hug.
bool isThing(const AskPart& help) {
  return help.size() == 1 && help.starts({"break", "call", "cuddle", "hug", "kiss", "look", "message", "plan", "smile",
                                          "talk", "text", "walk"});
}

/// None of it has a capital or a full stop yet.
std::string helpOf(const AskPart& help) {
  std::string words = help.inside();
  const bool isOne = help.starts({"you", "we"});
  if (startsWithI(help) || help.starts({"please", "it", "what", "let's", "pls"})) return words;
  if (isOne && help.isAt(1, {"could", "can", "might", "would", "should", "will", "may"})) return words;
  if (isOne && help.isAt(1, {"to", "not"})) return "I would like " + words;
  if (isOne) return "it would help if " + words;
  if (help.starts({"need", "want", "wish", "would"})) return "I " + words;
  if (help.starts({"if", "when", "to"}) || (help.starts({"not"}) && help.isAt(1, {"to"})))
    return "it would help " + words;
  if (help.starts({"for"}) && help.has({"to"})) return "it would help " + words;
  if (help.starts({"that"})) return "what would help is " + words;
  if (isThing(help)) return "a " + words + " would help";
  if (isRequest(help)) return "please " + words;
  if (help.starts({"maybe", "perhaps"}) && isRequest(help.without(1)) && help.size() > 2)
    return std::string(help.word(0)) + " you could " + help.without(1).inside();
  return words + " would help";
}

/// With "a no is okay" in the same breath, where that can be.
std::string askOf(const AskPart& help) {
  std::string apart = begun(std::string(kClose)) + '.';
  if (help.empty()) return apart;
  if (help.standsAlone()) return help.sentence() + ' ' + apart;
  if (isQuestion(help)) return begun(help.inside()) + "? " + apart;
  return begun(helpOf(help)) + ", and " + std::string(kClose) + '.';
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

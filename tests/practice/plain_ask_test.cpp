// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/plain_ask.h"

#include "catch.h"

namespace footbridge::practice {
namespace {

struct Row {
  const char* happened;
  const char* feel;
  const char* help;
  const char* ask;
};

constexpr Row kRows[] = {
    {"you were late", "left out", "a text from the bus",
     "You were late, and I feel left out. A text from the bus would help, and a no is okay."},
    {"when you came home and went straight to your phone", "I feel invisible.", "to be greeted first",
     "When you came home and went straight to your phone, I feel invisible. It would help to be greeted first, and a "
     "no is okay."},
    {"When you forget", "I felt hurt", "please remind me",
     "When you forget, I felt hurt. Please remind me, and a no is okay."},
    {" you were late. ", "", "could you text?", "You were late. Could you text? A no is okay."},
    {"The dishes were left again.", "Tired.", "help with the dishes",
     "It is about this: the dishes were left again. I feel tired. What would help: help with the dishes. A no is "
     "okay."},
    {"late again", "sad and tired", "just listen",
     "It is about this: late again. I feel sad and tired. Please just listen, and a no is okay."},
    {"", "", "a hug", "A hug would help, and a no is okay."},
    {"", "", "Hug", "What would help: Hug. A no is okay."},
    {"", "lonely", "", "I feel lonely. A no is okay."},
    {"when you shouted", "", "", "It is about this: when you shouted. A no is okay."},
    {"last night you did not call", "i’m scared", "i would like a call",
     "It is about this: last night you did not call. I’m scared. I would like a call, and a no is okay."},
    {"You did not call. I waited up!", "worried", "call me",
     "You did not call. I waited up! I feel worried. What would help: call me. A no is okay."},
    {"it was a long week", "feeling empty", "Would you hold me",
     "It was a long week, and I feel empty. Would you hold me? A no is okay."},
    {"every time you go out", "like you don't care", "you to tell me when you are back",
     "Every time you go out, I feel like you don't care. What would help: you to tell me when you are back. A no is "
     "okay."},
    {"dinner with your mother", "small", "if you took my side",
     "It is about this: dinner with your mother. I feel small. It would help if you took my side, and a no is okay."},
    {"because I have the exam", "nervous", "quiet in the evening",
     "Because I have the exam, I feel nervous. What would help: quiet in the evening. A no is okay."},
    {"The school rings again", "shaky, and a bit alone with it", "sit with me and let me talk or not talk",
     "It is about this: the school rings again. I feel shaky, and a bit alone with it. Please sit with me and let me "
     "talk or not talk, and a no is okay."},
    {"", "you don't care", "", "What I feel: you don't care. A no is okay."},
    {"", "makes me sad", "don’t fix it", "It makes me sad. Please don’t fix it, and a no is okay."},
    {"that you left early", "that hurts", "that you stay next time",
     "It is about this: that you left early. What I feel: that hurts. What would help: that you stay next time. A no "
     "is "
     "okay."},
    {"I lost my job", "I am afraid", "you could sit with me",
     "I lost my job, and I am afraid. You could sit with me, and a no is okay."},
    {"nobody asked me", "as if I don't count", "for you to ask me first",
     "Nobody asked me, and I feel as if I don't count. What would help: for you to ask me first. A no is okay."},
    {"you left…", "it hurts", "a word, now and then…", "You left… It hurts. A word, now and then… A no is okay."},
    {"when late", "sad", "maybe text me",
     "It is about this: when late. I feel sad. What would help: maybe text me. A no is okay."},
    {"i had to do bedtime\nalone", "worn  out", "being asked how I am",
     "I had to do bedtime alone, and I feel worn out. What would help: being asked how I am. A no is okay."},
    {"WORK", "OK", "Time", "It is about this: WORK. I feel OK. What would help: Time. A no is okay."},
    {"Paul from work left", "nothing", "no advice",
     "It is about this: Paul from work left. What I feel: nothing. What would help: no advice. A no is okay."},
    {"you not answering my texts", "ignored", "",
     "It is about this: you not answering my texts. I feel ignored. A no is okay."},
    {"", "", "go for a run alone", "What would help: go for a run alone. A no is okay."},
    {"", "", "read with me", "Please read with me, and a no is okay."},
    {"", "", "No advice.", "What would help: no advice. A no is okay."},
    {"", "Want to cry", "Drive me to the choir on Tuesdays",
     "What I feel: Want to cry. What would help: Drive me to the choir on Tuesdays. A no is okay."},
    {"you shouting at Kim", "so tired of it", "Have dinner with me",
     "It is about this: you shouting at Kim. I feel so tired of it. What would help: Have dinner with me. A no is "
     "okay."},
    {"You", "left the job", "a hug and no talk",
     "It is about this: you. What I feel: left the job. What would help: a hug and no talk. A no is okay."},
    {"because of May", "feeling that nothing helps", "if only",
     "It is about this: because of May. What I feel: feeling that nothing helps. What would help: if only. A no is "
     "okay."},
    {"you sold the car", "lost, and what now?", "we could look at it together",
     "You sold the car. Lost, and what now? We could look at it together, and a no is okay."},
    {"", "", " ", ""},
};

}  // namespace

TEST_CASE("An ask is a sentence or two, whatever was typed and however") {
  for (const Row& row : kRows) {
    INFO(row.happened << " | " << row.feel << " | " << row.help);
    CHECK(plainAsk({row.happened, row.feel, row.help}) == row.ask);
  }
}

// It grows while it is typed.
TEST_CASE("At every letter on the way an ask ends with the same words") {
  for (const Row& row : kRows) {
    const std::string help = row.help;
    for (std::size_t length = 1; length <= help.size(); ++length) {
      const std::string ask = plainAsk({row.happened, row.feel, help.substr(0, length)});
      if (ask.empty()) continue;
      CHECK(ask.ends_with("no is okay."));
      CHECK(ask.find("  ") == std::string::npos);
    }
  }
}

}  // namespace footbridge::practice

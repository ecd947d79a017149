// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "storage/desk.h"

namespace footbridge::storage::test {

using Labels = std::set<std::string>;

/// What opens a vault, and what could then be read.
struct Secrets {
  std::string passphrase;
  std::string code;
};

/// What must hold of one journal: who is in it, what opens what, and what is where. Knows nothing of keys.
struct Expected {
  struct Person {
    std::optional<Secrets> secrets{};  ///< none: not protected
    Labels own{};
  };
  struct Aside {
    PartnerId owner;
    Secrets secrets;
    Labels own;
  };
  std::map<PartnerId, Person> people;
  std::map<std::string, PartnerId> ours;  ///< and who wrote it
  std::vector<Aside> asides;
  std::vector<std::pair<PartnerId, Secrets>> spent;  ///< secrets that open nothing any more

  [[nodiscard]] bool oursIsOpen() const;
};

/// One step in the life of a journal's keys.
struct KeyStep {
  bool operator==(const KeyStep&) const = default;
  enum class Do { Write, Protect, Recover, Readmit, BringBack, Join, Erase };
  Do what;
  PartnerId who = PartnerId::A;
  std::string_view here{};  ///< who unlocks before it: "a", "b", "ab"
};

/// A journal that goes through steps, beside what is expected of it. After each step it is closed and opened again, and
/// everything is tried: by nobody, by each with their secrets, and with those that were just replaced.
class KeyLife {
 public:
  explicit KeyLife(bool alone);
  void take(const KeyStep& step);
  [[nodiscard]] const Expected& expected() const { return m_expected; }
  /// Every secret that was ever replaced, and every copy from the day before a step.
  void lookBack();

 private:
  struct Copy {
    std::string file;
    Expected then;
  };
  [[nodiscard]] std::unique_ptr<SealedJournal> sitDown(std::string_view here);
  void write(SealedJournal& journal, std::string_view here);
  void protect(SealedJournal& journal, PartnerId who);
  void recover(SealedJournal& journal, PartnerId who);
  void readmit(SealedJournal& journal, PartnerId who);
  void bringBack(SealedJournal& journal, PartnerId who);
  void join(SealedJournal& journal, PartnerId who);
  void erase(SealedJournal& journal, PartnerId who);
  void act(SealedJournal& journal, const KeyStep& step);
  void spend(PartnerId who);
  [[nodiscard]] std::string freshPassphrase();

  void check();
  void checkSpent(std::size_t from);
  void checkTraces(const std::string& before);

  Desk m_desk;
  Expected m_expected;
  std::vector<Copy> m_copies;
  int m_words = 0;
  int m_labels = 0;
};

}  // namespace footbridge::storage::test

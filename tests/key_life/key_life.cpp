// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_life/key_life.h"

#include <algorithm>

#include "storage/samples.h"
#include "storage/traces.h"

namespace footbridge::storage::test {
namespace {

char letterOf(PartnerId who) {
  return who == PartnerId::A ? 'a' : 'b';
}

std::string labelOf(const Entry& entry) {
  if (const auto* const written = std::get_if<Note>(&entry.body)) return written->text;
  return std::get<Begun>(std::get<LaneEvent>(entry.body).event).source;
}

Labels labelsFor(const SealedJournal& journal, Reader reader) {
  Labels labels;
  for (const Entry& entry : journal.entries(reader)) labels.insert(labelOf(entry));
  return labels;
}

Labels labelsOf(const std::map<std::string, PartnerId>& ours) {
  Labels labels;
  for (const auto& [label, who] : ours) labels.insert(label);
  return labels;
}

/// What this reader sees with these vaults open, and no more.
void checkReadable(const SealedJournal& journal, const Expected& expected, const std::set<PartnerId>& unlocked) {
  const bool ours = expected.oursIsOpen() || !unlocked.empty();
  const Labels shared = ours ? labelsOf(expected.ours) : Labels();
  CHECK(labelsFor(journal, Reader::OursAlone) == shared);
  for (const auto& [who, person] : expected.people) {
    Labels labels = shared;
    if (!person.secrets || unlocked.contains(who)) labels.insert(person.own.begin(), person.own.end());
    CHECK(labelsFor(journal, readerOf(who)) == labels);
    CHECK((journal.door(vaultOf(who)) == DoorState::Locked) == (person.secrets && !unlocked.contains(who)));
  }
}

/// By nobody, by each alone, and the records and heads that this opens.
void checkFile(FileShelf& shelf, const std::string& file, const Expected& expected) {
  {
    const auto journal = shelf.openSealed(file);
    REQUIRE(journal.ok());
    REQUIRE(journal.value()->partners().size() == expected.people.size());
    checkReadable(**journal, expected, {});
    CHECK(journal.value()->verify().sound());
  }
  for (const auto& [who, person] : expected.people) {
    if (!person.secrets) continue;
    INFO("as " << letterOf(who));
    const auto journal = shelf.openSealed(file);
    REQUIRE(journal.ok());
    REQUIRE(journal.value()->unlock(who, secret(person.secrets->passphrase)).ok());
    checkReadable(**journal, expected, {who});
    CHECK(journal.value()->verify().sound());
  }
}

std::vector<std::string> allBoxes(const std::string& file) {
  std::vector<std::string> boxes;
  for (const char* table : {"slot", "head", "rec", "draft"}) {
    for (std::string& box : boxesIn(file, table)) boxes.push_back(std::move(box));
  }
  return boxes;
}

}  // namespace

bool Expected::oursIsOpen() const {
  return std::ranges::any_of(people, [](const auto& each) { return !each.second.secrets; });
}

KeyLife::KeyLife(bool alone) {
  if (alone)
    REQUIRE(m_desk.createAlone());
  else
    REQUIRE(m_desk.create());
  m_expected.people[PartnerId::A] = {};
  if (!alone) m_expected.people[PartnerId::B] = {};
}

std::string KeyLife::freshPassphrase() {
  return "quiet harbour lanterns number " + std::to_string(++m_words);
}

std::unique_ptr<SealedJournal> KeyLife::sitDown(std::string_view here) {
  auto journal = m_desk.open();
  for (const auto& [who, person] : m_expected.people) {
    if (person.secrets && here.find(letterOf(who)) != std::string_view::npos)
      REQUIRE(journal->unlock(who, secret(person.secrets->passphrase)).ok());
  }
  return journal;
}

void KeyLife::take(const KeyStep& step) {
  INFO("step " << m_copies.size() + 1 << ", who " << letterOf(step.who) << ", here " << step.here);
  const std::string copy = m_desk.file(("copy" + std::to_string(m_copies.size()) + ".footbridge").c_str());
  std::filesystem::copy_file(m_desk.file(), copy);
  m_copies.push_back({copy, m_expected});
  const std::size_t spentBefore = m_expected.spent.size();
  {
    const auto journal = sitDown(step.here);
    act(*journal, step);
    CHECK(journal->verify().sound());
    if (step.what != KeyStep::Do::Write) checkTraces(copy);
  }
  if (step.what != KeyStep::Do::Write) checkTraces(copy);
  check();
  checkSpent(spentBefore);
}

void KeyLife::act(SealedJournal& journal, const KeyStep& step) {
  switch (step.what) {
    case KeyStep::Do::Write:
      return write(journal, step.here);
    case KeyStep::Do::Protect:
      return protect(journal, step.who);
    case KeyStep::Do::Recover:
      return recover(journal, step.who);
    case KeyStep::Do::Readmit:
      return readmit(journal, step.who);
    case KeyStep::Do::BringBack:
      return bringBack(journal, step.who);
    case KeyStep::Do::Join:
      return join(journal, step.who);
    case KeyStep::Do::Erase:
      return erase(journal, step.who);
  }
}

/// Something of everybody whose vault is open, in their own vault and for both; and a draft.
void KeyLife::write(SealedJournal& journal, std::string_view here) {
  for (auto& [who, person] : m_expected.people) {
    if (person.secrets && here.find(letterOf(who)) == std::string_view::npos) continue;
    const std::string label = std::string(1, letterOf(who)) + std::to_string(++m_labels);
    Begun look = begun(SittingMode::OwnLook, who);
    look.source = label + " alone";
    REQUIRE(journal.begin(vaultOf(who), look).ok());
    person.own.insert(look.source);
    REQUIRE(journal.putDraft(vaultOf(who), "page", label).ok());
    if (m_expected.people.size() < 2) continue;
    REQUIRE(journal.add(VaultId::Ours, who, note(label + " for both")).ok());
    m_expected.ours[label + " for both"] = who;
  }
}

void KeyLife::spend(PartnerId who) {
  auto& secrets = m_expected.people[who].secrets;
  if (secrets) m_expected.spent.emplace_back(who, *secrets);
}

void KeyLife::protect(SealedJournal& journal, PartnerId who) {
  const std::string words = freshPassphrase();
  const auto code = journal.protect(who, secret(words));
  REQUIRE(code.ok());
  spend(who);
  m_expected.people[who].secrets = Secrets{words, std::string(code->text.text())};
}

void KeyLife::recover(SealedJournal& journal, PartnerId who) {
  const std::string words = freshPassphrase();
  const auto code = journal.recover(who, secret(m_expected.people[who].secrets->code), secret(words));
  REQUIRE(code.ok());
  spend(who);
  m_expected.people[who].secrets = Secrets{words, std::string(code->text.text())};
}

void KeyLife::readmit(SealedJournal& journal, PartnerId who) {
  const std::string words = freshPassphrase();
  const auto code = journal.readmit(who, secret(words));
  REQUIRE(code.ok());
  CHECK(journal.hasPutAside(who));
  Expected::Person& person = m_expected.people[who];
  m_expected.asides.push_back({who, *person.secrets, person.own});
  person = {Secrets{words, std::string(code->text.text())}, {}};
}

/// The vault put aside longest; every second time by its passphrase, which came back to mind, in place of the code.
void KeyLife::bringBack(SealedJournal& journal, PartnerId who) {
  const auto found = std::ranges::find(m_expected.asides, who, &Expected::Aside::owner);
  REQUIRE(found != m_expected.asides.end());
  const Expected::Aside aside = *found;
  m_expected.asides.erase(found);
  const std::string words = freshPassphrase();
  const std::string& old = m_words % 2 == 0 ? aside.secrets.code : aside.secrets.passphrase;
  const auto code = journal.recover(who, secret(old), secret(words));
  REQUIRE(code.ok());
  spend(who);
  m_expected.spent.emplace_back(who, aside.secrets);
  Expected::Person& person = m_expected.people[who];
  person.own.insert(aside.own.begin(), aside.own.end());
  person.secrets = Secrets{words, std::string(code->text.text())};
  const auto more = std::ranges::count(m_expected.asides, who, &Expected::Aside::owner);
  CHECK(journal.hasPutAside(who) == (more > 0));
}

void KeyLife::join(SealedJournal& journal, PartnerId who) {
  REQUIRE(journal.join(name("Robin")).ok());
  const Labels before = labelsOf(m_expected.ours);
  m_expected.people[otherOf(who)].own.insert(before.begin(), before.end());
  m_expected.ours.clear();
  m_expected.people[who] = {};
}

void KeyLife::erase(SealedJournal& journal, PartnerId who) {
  REQUIRE(journal.erase(who).ok());
  spend(who);
  m_expected.people.erase(who);
  std::erase_if(m_expected.ours, [who](const auto& each) { return each.second == who; });
  for (const Expected::Aside& aside : m_expected.asides) {
    if (aside.owner == who) m_expected.spent.emplace_back(who, aside.secrets);
  }
  std::erase_if(m_expected.asides, [who](const auto& each) { return each.owner == who; });
}

void KeyLife::check() {
  checkFile(m_desk.shelf(), m_desk.file(), m_expected);
  for (const Expected::Aside& aside : m_expected.asides)
    CHECK_FALSE(m_desk.open()->unlock(aside.owner, secret(aside.secrets.passphrase)).ok());
}

void KeyLife::checkSpent(std::size_t from) {
  for (std::size_t i = from; i < m_expected.spent.size(); ++i) {
    const auto& [who, secrets] = m_expected.spent[i];
    const auto journal = m_desk.open();
    CHECK_FALSE(journal->unlock(who, secret(secrets.passphrase)).ok());
    CHECK_FALSE(journal->recover(who, secret(secrets.code), secret(freshPassphrase())).ok());
    checkReadable(*journal, m_expected, {});
  }
}

/// What was sealed before and is not in the tables now is nowhere in the file, nor beside it.
void KeyLife::checkTraces(const std::string& before) {
  const std::string now = m_desk.file("now.footbridge");
  std::filesystem::copy_file(m_desk.file(), now, std::filesystem::copy_options::overwrite_existing);
  const std::vector<std::string> kept = allBoxes(now);
  std::vector<std::string> gone = allBoxes(before);
  // A slot to whose end a new key was added still begins as it did.
  std::erase_if(gone, [&](const std::string& box) {
    return std::ranges::any_of(kept, [&](const std::string& stays) { return stays.starts_with(box); });
  });
  CHECK_FALSE(gone.empty());
  CHECK(tracesOf(gone, before) == gone.size());
  CHECK(tracesOf(gone, m_desk.file()) == 0);
}

void KeyLife::lookBack() {
  INFO("looking back");
  for (const auto& [who, secrets] : m_expected.spent)
    CHECK_FALSE(m_desk.open()->unlock(who, secret(secrets.passphrase)).ok());
  for (const Copy& copy : m_copies) {
    INFO(copy.file);
    FileShelf elsewhere({kCheap, m_desk.folder() / "other-state", {}});
    checkFile(elsewhere, copy.file, copy.then);
  }
}

}  // namespace footbridge::storage::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/parts/canary_journal.h"

#include "gates/parts/canaries.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"
#include "storage/journal_file.h"
#include "storage/keyring.h"

namespace footbridge::gates {
namespace {

void addForms(std::vector<std::string>& all, const std::string& words) {
  for (std::string& form : formsOf(words)) all.push_back(std::move(form));
}

Secrets writePart(storage::SealedJournal& journal, PartnerId who) {
  Secrets part{freshCanary("a passphrase "), {}, {}};
  const std::string note = freshCanary("canary in a note ");
  const std::string draft = freshCanary("canary in a draft ");
  const bool kept = journal.protect(who, secret(part.passphrase)) && journal.add(vaultOf(who), who, Note{note}) &&
                    journal.putDraft(vaultOf(who), kDraftPlace, draft);
  if (!kept) complain("a canary was not kept");
  for (const std::string& words : {note, draft, part.passphrase}) addForms(part.words, words);
  return part;
}

std::vector<std::string> keysOf(const std::string& file, PartnerId who, const std::string& passphrase) {
  const auto opened = storage::openJournalFile(file);
  if (!opened) return {};
  const auto keys = opened.value().keyring.open(who, storage::SlotKind::Passphrase, passphrase);
  if (!keys) return {};
  std::vector<std::string> bytes;
  for (const storage::Key* key : {&keys->personal, &keys->keys.vault, &keys->keys.boxSecret, &keys->keys.shared})
    bytes.emplace_back(storage::textOf(key->bytes()));
  return bytes;
}

}  // namespace

std::vector<std::string> Secrets::keysOfTheirsAlone() const {
  return {keys.begin(), keys.end() - 1};
}

std::array<Secrets, 2> writeCanaryJournal(const std::string& file) {
  auto shelf = forgetfulShelf();
  auto journal = createFor(shelf, file);
  if (!journal) return {};
  std::array secrets{writePart(*journal.value(), PartnerId::A), writePart(*journal.value(), PartnerId::B)};
  journal.value().reset();
  secrets[0].keys = keysOf(file, PartnerId::A, secrets[0].passphrase);
  secrets[1].keys = keysOf(file, PartnerId::B, secrets[1].passphrase);
  return secrets;
}

}  // namespace footbridge::gates

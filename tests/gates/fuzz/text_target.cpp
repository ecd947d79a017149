// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody types: search words, names, passphrases, recovery codes, days. And what a folder or a restart brings:
// names of backups, sealed drafts.
#include "domain/moment.h"
#include "domain/partner.h"
#include "domain/passphrase.h"
#include "domain/text.h"
#include "gates/fuzz/target.h"
#include "storage/backup_folder.h"
#include "storage/recovery_code.h"
#include "storage/search_text.h"
#include "storage/shelf.h"

using namespace footbridge;

namespace {

std::unique_ptr<Journal> journalInMemory() {
  storage::FileShelf shelf({storage::KdfCost::least(), "/dev/null/nowhere", {}});
  return shelf.createInMemory(*PartnerName::from("Alex"), PartnerName::from("Sam")).value();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text = gates::textOf(bytes, size);
  const bool wellFormed = isUtf8(text);
  const std::string composed = toNfc(text);
  gates::must(!wellFormed || isUtf8(composed));
  gates::must(toNfc(composed) == composed);
  if (wellFormed) gates::must(codePoints(text) <= text.size());
  static_cast<void>(hasDeceptiveCharacter(text));
  gates::must(trimmed(text).size() <= text.size());
  for (const std::string& word : storage::searchWords(text)) gates::must(!word.empty());
  static_cast<void>(storage::searchTextOf(Note{std::string(text)}));
  static_cast<void>(storage::parseRecoveryCode(text));
  if (const auto backup = storage::BackupName::from(text)) gates::must(backup->text() == text);
  static const auto journal = journalInMemory();
  static_cast<void>(journal->takeDraft(text));
  static_cast<void>(parseDay(std::string(text)));
  if (const auto name = PartnerName::from(std::string(text))) gates::must(isUtf8(name->text()));
  if (const auto passphrase = Passphrase::from(std::string(text))) gates::must(isUtf8(passphrase->text()));
  return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A whole file that says it is a journal: opened, read and verified, or refused. Then the same file as a copy of a
// sound journal that is to be joined with it: whatever comes of that, the sound one stays sound.
#include "domain/exchange.h"
#include "gates/fuzz/scratch_file.h"
#include "gates/fuzz/target.h"
#include "storage/shelf.h"

using namespace footbridge;

namespace {

storage::FileShelf shelf() {
  return storage::FileShelf({storage::KdfCost::least(), "/dev/null/nowhere", {}});
}

void readAll(const std::string& file) {
  static_cast<void>(storage::summaryOf(file));
  const auto journal = shelf().openSealed(file);
  if (!journal) return;
  static_cast<void>(journal.value()->verify());
  for (const Reader reader : {Reader::OursAlone, Reader::A, Reader::B}) {
    static_cast<void>(journal.value()->entries(reader));
    static_cast<void>(journal.value()->sittings(reader));
    static_cast<void>(journal.value()->search("a", reader));
  }
}

std::unique_ptr<storage::SealedJournal> soundJournal() {
  static const std::string sound = gates::bytesOf(FOOTBRIDGE_JOURNAL_SEED);
  auto journal = shelf().openSealed(gates::scratchFile("home.footbridge", sound));
  gates::must(journal.ok());
  return std::move(journal).value();
}

/// The sound one is opened anew only after something came into it: most copies bring nothing.
void join(const std::string& copy) {
  static std::unique_ptr<storage::SealedJournal> journal = soundJournal();
  const auto before = journal->entries(Reader::OursAlone);
  const auto taken = journal->exchange()->mergeFrom(copy, {});
  gates::must(taken.ok() || journal->entries(Reader::OursAlone) == before);
  gates::must(journal->verify().sound());
  if (!taken) return;
  journal.reset();
  journal = soundJournal();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string file = gates::scratchFile("sample.footbridge", gates::textOf(bytes, size));
  readAll(file);
  join(file);
  return 0;
}
